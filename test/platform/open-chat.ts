/** The reference platform over HTTP with its server, ready to be tried. */
import { Agent } from 'undici';
import type { Channel } from '../../src/domain.ts';
import { type BrokenWay, brokenWays, type ConnectionFault } from '../fakes/http/broken-ways.ts';
import { chatPlatform } from '../fakes/http/chat-platform.ts';
import { type ChatServer, chatServer, type ChatServerOptions } from '../fakes/http/chat-server.ts';
import { refusal, tooManyRequests } from '../fakes/http/http-fault.ts';
import { type ManualWorld, manualWorld } from '../fakes/world.ts';
import type { OpenPlatform } from './open-platform.ts';
import { commonFaults, type Mischief, type Network } from './network-faults.ts';

export interface OpenChat extends OpenPlatform {
  readonly server: ChatServer;
  readonly network: Network;
}

export async function openChat(options: ChatServerOptions = {}): Promise<OpenChat> {
  const { sameMarkerMs = 0 } = options;
  const world = manualWorld();
  const server = await chatServer(world, options);
  const broken = await brokenWays(server.port);
  const straight = { origin: server.origin, dispatcher: new Agent() };
  const detours: BrokenWay[] = [];
  const platform = chatPlatform({
    world,
    sameMarkerMs,
    way: (method) => (method === 'GET' ? undefined : detours.shift()) ?? straight,
  });
  const detour = (fault: ConnectionFault): Mischief => {
    return () => void detours.push(broken.way(fault));
  };

  return {
    platform,
    server,
    channel: channelOf(1, 'general'),
    other: channelOf(2, 'cloud'),
    visible: async ({ externalId }) => server.visible(externalId).flatMap(({ title }) => title ?? []),
    shut: async ({ externalId }) => server.remove(externalId),
    reopen: async ({ externalId }) => server.bringBack(externalId),
    revoke: async () => server.revoke(),
    async breakOff() {
      server.server.removeAllListeners('request').on('request', ({ socket }) => socket.destroy());
    },
    network: {
      world,
      held: server.held,
      unmet: () => server.unmet() + detours.length,
      faults: {
        ...commonFaults(server),
        ...refusals(server, world),
        DNS: [detour('no such host'), detour('no name server')],
        TLS: [detour('not TLS'), detour('self-signed')],
      },
    },
    async close() {
      await straight.dispatcher.destroy();
      await broken.close();
      await server.close();
    },
  };
}

/** In the words of this server. */
function refusals({ misbehave }: ChatServer, world: ManualWorld) {
  return {
    '429': [
      () => misbehave(tooManyRequests('7')),
      () => misbehave(tooManyRequests()),
      () => misbehave(tooManyRequests('0')),
      () => misbehave(tooManyRequests(new Date(world.now() + 90_000).toUTCString())),
    ],
    'one 401': [() => misbehave(refusal(401, { error: 'unauthorized' }))],
    'deleted channel': [() => misbehave(refusal(404, { error: 'unknown channel' }))],
  } satisfies Network['faults'];
}

function channelOf(id: number, externalId: string): Channel {
  return {
    id,
    workspaceId: 1,
    platform: 'local',
    externalId,
    language: 'en',
    zone: 'UTC',
    status: 'ok',
  };
}
