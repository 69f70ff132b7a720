/** The least that a chat platform over HTTP is: channels, messages with a marker, a token, and what people see. */
import type { World } from '../../../src/world.ts';
import { faultyServer, type FaultyServer, type FaultyServerOptions, type Handler } from './faulty-server.ts';

export interface ChatMessage {
  readonly id: string;
  readonly marker: string;
  readonly at: number;
  revision: number;
  /** Of an alert; a notice has none. */
  title?: string | undefined;
}

export interface ChatServer extends FaultyServer {
  /** What people see in a channel, oldest first. */
  readonly visible: (channel: string) => readonly ChatMessage[];
  /** Its people delete the channel; what is in it is seen by nobody. */
  readonly remove: (channel: string) => void;
  readonly bringBack: (channel: string) => void;
  /** From now on the token is not valid. */
  readonly revoke: () => void;
}

type Written = Pick<ChatMessage, 'marker' | 'revision' | 'title'>;

export interface ChatServerOptions extends Pick<FaultyServerOptions, 'meets'> {
  /** For how long a marker is recognised that is posted again; what was posted is left as it is. Default: never. */
  readonly sameMarkerMs?: number;
}

export async function chatServer(
  { now, after }: Pick<World, 'now' | 'after'>,
  { sameMarkerMs = 0, ...options }: ChatServerOptions = {},
): Promise<ChatServer> {
  const channels = new Map<string, ChatMessage[]>();
  const removed = new Set<string>();
  let revoked = false;
  let last = 0;

  const visible = (channel: string): readonly ChatMessage[] => channels.get(channel) ?? [];
  const handle: Handler = async (request) => {
    if (revoked) return no(401, 'unauthorized');
    const [, place, channel = '', , id] = new URL(request.url).pathname.split('/').map(decodeURIComponent);
    if (place === 'me') return Response.json({ name: 'bellwire' });
    if (removed.has(channel)) return no(404, 'unknown channel');
    if (request.method === 'GET') return Response.json(visible(channel).slice(-100));
    const written = (await request.json()) as Written;
    return request.method === 'POST' ? post(channel, written) : edit(channel, id, written);
  };

  return {
    ...(await faultyServer(handle, { ...options, now, after })),
    visible,
    remove: (channel) => void removed.add(channel),
    bringBack: (channel) => void removed.delete(channel),
    revoke() {
      revoked = true;
    },
  };

  function post(channel: string, written: Written): Response {
    const same = visible(channel).findLast(({ marker }) => marker === written.marker);
    if (same !== undefined && now() - same.at < sameMarkerMs) return Response.json({ id: same.id });
    const message = { id: `${(last += 1)}`, at: now(), ...written };
    channels.set(channel, [...visible(channel), message]);
    return Response.json({ id: message.id });
  }

  function edit(channel: string, id: string | undefined, { revision, title }: Written): Response {
    const message = visible(channel).find((one) => one.id === id);
    if (message === undefined) return no(404, 'unknown message');
    Object.assign(message, { revision, title });
    return Response.json({ id });
  }
}

function no(status: number, error: string): Response {
  return Response.json({ error }, { status });
}
