/** The Discord platform with the fake Discord on loopback, ready to be tried. */
import { Agent } from 'undici';
import type { Channel } from '../../../src/domain.ts';
import { discordPlatform } from '../../../src/platform/discord/discord.ts';
import { factsOf } from '../../../src/platform/discord/places.ts';
import { overHttp, type Transport } from '../../../src/platform/discord/transport.ts';
import type { Line } from '../../fakes/discord/ledger.ts';
import type { ChannelPlace, ForumRules, GuildPlace } from '../../fakes/discord/places.ts';
import { startFakeDiscord, type RunningDiscord } from '../../fakes/discord/server.ts';
import type { ChannelKind } from '../../fakes/discord/shapes.ts';
import { wireChannel } from '../../fakes/discord/wire.ts';
import { brokenWays, type ConnectionFault } from '../../fakes/http/broken-ways.ts';
import { refusal, tooManyRequests } from '../../fakes/http/http-fault.ts';
import { manualWorld, mondayMorning } from '../../fakes/world.ts';
import { commonFaults, type Mischief, type Network } from '../network-faults.ts';
import type { OpenPlatform } from '../open-platform.ts';

export interface OpenDiscord extends OpenPlatform {
  readonly discord: RunningDiscord;
  readonly guild: GuildPlace;
  readonly place: ChannelPlace;
  readonly network: Network;
}

export interface OpenDiscordOptions {
  readonly kind?: ChannelKind;
  readonly forum?: ForumRules;
  /** A gateway tells what kind each channel is, so that nothing is asked for; default. */
  readonly told?: boolean;
  /** Requests that only read meet faults too. */
  readonly readsMeetFaults?: boolean;
  readonly checkSchema?: boolean;
  /** Another server that speaks like Discord may forget them at once; then nothing relies on them. */
  readonly remembersNonces?: boolean;
}

export async function openDiscord({
  kind = 'text',
  forum = {},
  told = true,
  readsMeetFaults = false,
  checkSchema = true,
  remembersNonces = true,
}: OpenDiscordOptions = {}): Promise<OpenDiscord> {
  const world = manualWorld();
  let broken = readsMeetFaults;
  const { after } = world;
  // Discord's own: nobody sets it who sets ours.
  const now = (): number => mondayMorning + world.elapsedMs();
  const meets = ({ method }: Request): boolean => broken || method !== 'GET';
  const discord = await startFakeDiscord({
    now,
    after,
    meets,
    checkSchema,
    ...(!remembersNonces && { limits: { nonceMs: 0 } }),
  });
  const ways = await brokenWays(Number(new URL(discord.origin).port));
  const dispatcher = new Agent();
  const straight = overHttp(discord.apiUrl, dispatcher);
  const detours: Transport[] = [];
  const guild = discord.guild('Team');
  const place = guild.channel('news', kind, forum);
  const elsewhere = guild.channel('cloud', kind, forum);
  const platform = discordPlatform({
    token: discord.token(),
    remembersNonces,
    world,
    transport: (request, signal) =>
      ((request.method === 'GET' ? undefined : detours.shift()) ?? straight)(request, signal),
    facts(channelId) {
      const channel = told ? discord.state.channels.get(channelId) : undefined;
      return channel && factsOf(wireChannel(discord.state, channel));
    },
  });
  const detour = (fault: ConnectionFault): Mischief => {
    const { origin, dispatcher: way } = ways.way(fault);
    return () => void detours.push(overHttp(`${origin}/api`, way));
  };

  return {
    platform,
    discord,
    guild,
    place,
    channel: channelOf(1, place.id),
    other: channelOf(2, elsewhere.id),
    visible: async ({ externalId }) => linesIn(discord, externalId).flatMap((line) => titleOf(line) ?? []),
    shut: async () => place.deny('VIEW_CHANNEL'),
    reopen: async () => place.allow('VIEW_CHANNEL'),
    revoke: async () => void discord.gateway.revokeToken(),
    async breakOff() {
      broken = true;
      discord.network.misbehave(...Array.from({ length: 50 }, () => 'reset before' as const));
    },
    network: {
      world,
      held: discord.network.held,
      unmet: () => discord.network.unmet() + detours.length,
      faults: {
        ...commonFaults(discord.network),
        ...refusals(discord),
        DNS: [detour('no such host'), detour('no name server')],
        TLS: [detour('not TLS'), detour('self-signed')],
      },
    },
    async close() {
      await dispatcher.destroy();
      await ways.close();
      await discord.close();
    },
  };
}

/** In Discord's words. */
function refusals({ network }: RunningDiscord) {
  const limited = (header: string | undefined, more: object): Mischief => {
    const body = JSON.stringify({ message: 'You are being rate limited.', ...more });
    return () => network.misbehave(tooManyRequests(header, body));
  };
  return {
    '429': [
      limited('7', { retry_after: 6.4, global: false }),
      limited(undefined, {}),
      limited('0', { retry_after: 0, global: false }),
      limited('3', { retry_after: 2.5, global: true }),
    ],
    'one 401': [() => network.misbehave(refusal(401, { message: '401: Unauthorized', code: 0 }))],
    'deleted channel': [() => network.misbehave(refusal(404, { message: 'Unknown Channel', code: 10003 }))],
  } satisfies Network['faults'];
}

/** What people see first: messages of a channel, the first messages of a forum's posts. */
function linesIn(discord: RunningDiscord, channelId: string): readonly Line[] {
  const place = discord.channels().find(({ id }) => id === channelId);
  if (place === undefined) return [];
  const isForum = discord.state.channels.get(channelId)?.kind === 'forum';
  return isForum ? place.threads().flatMap((thread) => thread.ledger().slice(0, 1)) : place.ledger();
}

/** The heading of an alert as people read it, without its link; a notice has none. */
export function titleOf({ text }: Pick<Line, 'text'>): string | undefined {
  const heading = text.split('\n').find((line) => line.startsWith('### '));
  return heading
    ?.replace(/^### \u200F?/, '')
    .replace(/^\[(.*)\]\([^()]*\)$/, '$1')
    .replace(/\\(.)/g, '$1');
}

export function channelOf(id: number, externalId: string, language = 'en'): Channel {
  return { id, workspaceId: 1, platform: 'discord', externalId, language, zone: 'UTC', status: 'ok' };
}
