/** `response_url`: what the app says after it was asked something, 5 times within 30 minutes. */
import { argumentsOf, flagIn, textIn } from './arguments.ts';
import { Refusal } from './refusal.ts';
import { mustSaySomething, nothingSaid, saidIn } from './said.ts';
import type { Channel, Hook, Id, Json, Message, Team, Ts } from './shapes.ts';
import { teamOf, type State } from './state.ts';
import { newest } from './wire.ts';
import { removeMessage, rewriteMessage, writeMessage } from './write-message.ts';

/** What came to a `response_url`. */
export interface Responded {
  readonly teamId: Id;
  readonly userId: Id;
  readonly body: Json;
  readonly error: string | undefined;
  readonly at: number;
}

/** @returns the address, to be told to the app */
export function openHook(
  state: State,
  of: { readonly teamId: Id; readonly channelId: Id; readonly userId: Id; readonly ts?: Ts | undefined },
  kind: 'commands' | 'actions',
): string {
  const id = state.nextId('H');
  state.hooks.set(id, { ts: undefined, ...of, id, at: state.clock.now(), used: 0 });
  return `${state.url}/${kind}/${of.teamId}/${id}`;
}

export async function respond(
  state: State,
  id: string,
  request: Request,
): Promise<{ response: Response; told: Responded | undefined }> {
  const hook = state.hooks.get(id);
  if (hook === undefined) return { response: no('no_service'), told: undefined };
  const told = { teamId: hook.teamId, userId: hook.userId, body: {} as Json, at: state.clock.now() };
  try {
    const { args } = await argumentsOf(request, true);
    told.body = args;
    mustBeOpen(state, hook);
    answerThrough(state, hook, args);
    hook.used += 1;
    return { response: new Response('ok'), told: { ...told, error: undefined } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { response: no(error.code), told: { ...told, error: error.code } };
  }
}

/** Its errors come as JSON; Sentry's `send_slack_response` knows "Expired url" there. */
function no(error: string): Response {
  return Response.json({ ok: false, error }, { status: 404 });
}

function mustBeOpen({ clock, limits }: State, { at, used }: Hook): void {
  if (clock.now() - at > limits.responseUrlMs) throw new Refusal('Expired url');
  if (used >= limits.responseUrlUses) throw new Refusal('used_url');
}

/** Also what the app says in its acknowledgement of a command or an action. */
export function answerThrough(state: State, hook: Hook, args: Json): Message | undefined {
  const team = teamOf(state, hook.teamId);
  const channel = team.channels.get(hook.channelId);
  const { install } = team;
  if (channel === undefined || install === undefined) throw new Refusal('channel_not_found');
  const acted = channel.byTs.get(hook.ts ?? '');
  const original = acted?.deletedAt === undefined ? acted : undefined;
  if (flagIn(args, 'delete_original')) {
    if (original === undefined) throw new Refusal('message_not_found');
    removeMessage(state, original);
    return original;
  }
  const given = saidIn(
    { ...state, limits: { ...state.limits, blocksTotal: Infinity } },
    args,
    state.limits.postText,
  );
  if (flagIn(args, 'replace_original') && original !== undefined) {
    const before = newest(original);
    const said = { ...before, blocks: [], attachments: [], ...given };
    mustSaySomething(said);
    rewriteMessage(state, team, original, said);
    return original;
  }
  const said = { ...nothingSaid, ...given };
  mustSaySomething(said);
  return write(state, team, channel, hook, said, args);
}

function write(
  state: State,
  team: Team,
  channel: Channel,
  hook: Hook,
  said: Parameters<typeof writeMessage>[3],
  args: Json,
): Message {
  const { install } = team;
  const isPublic = textIn(args, 'response_type') === 'in_channel';
  return writeMessage(state, team, channel, said, {
    by: install!.botUserId,
    botId: install!.botId,
    threadTs: textIn(args, 'thread_ts'),
    privateTo: isPublic ? undefined : hook.userId,
    unfurls: { links: flagIn(args, 'unfurl_links'), media: flagIn(args, 'unfurl_media', true) },
  });
}
