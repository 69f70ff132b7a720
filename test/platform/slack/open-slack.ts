/** The Slack platform with the fake Slack on loopback, ready to be tried. */
import { Agent } from 'undici';
import type { Channel } from '../../../src/domain.ts';
import { slackPlatform } from '../../../src/platform/slack/slack.ts';
import { overHttp, type Transport } from '../../../src/platform/slack/transport.ts';
import { brokenWays, type ConnectionFault } from '../../fakes/http/broken-ways.ts';
import { refusal, tooManyRequests } from '../../fakes/http/http-fault.ts';
import type { ChannelPlace } from '../../fakes/slack/channel-place.ts';
import type { Line } from '../../fakes/slack/ledger.ts';
import type { TeamPlace } from '../../fakes/slack/places.ts';
import { openFakeSlack, type RunningOptions, type RunningSlack } from '../../fakes/slack/server.ts';
import { methods } from '../../fakes/slack/web-api.ts';
import { manualWorld, mondayMorning } from '../../fakes/world.ts';
import { commonFaults, type Mischief, type Network } from '../network-faults.ts';
import type { OpenPlatform } from '../open-platform.ts';

export interface OpenSlack extends OpenPlatform {
  readonly slack: RunningSlack;
  readonly team: TeamPlace;
  readonly place: ChannelPlace;
  readonly network: Network;
}

export interface OpenSlackOptions extends Pick<RunningOptions, 'distribution' | 'limits'> {
  /** Messages are kept without what is beside them, so that only their blocks tell. */
  readonly metadata?: boolean;
}

export async function openSlack({ metadata = true, ...more }: OpenSlackOptions = {}): Promise<OpenSlack> {
  const world = manualWorld();
  let broken = false;
  const { after } = world;
  // Slack's own: nobody sets it who sets ours.
  const now = (): number => mondayMorning + world.elapsedMs();
  const meets = (request: Request): boolean => broken || isWrite(new URL(request.url).pathname);
  const slack = await openFakeSlack({ clock: { now, after }, meets, ...more });
  const ways = await brokenWays(slack.port);
  const dispatcher = new Agent();
  const straight = overHttp(slack.apiUrl, dispatcher);
  const detours: Transport[] = [];
  const team = slack.team('acme');
  const place = team.channel('news');
  const elsewhere = team.channel('cloud');
  const transport: Transport = (request, signal) => {
    const way = (isWrite(request.method) ? detours.shift() : undefined) ?? straight;
    return way(metadata ? request : { ...request, body: withoutMetadata(request.body) }, signal);
  };
  const token = team.token();
  const platform = slackPlatform({ tokenOf: async () => token, world, transport });
  const detour = (fault: ConnectionFault): Mischief => {
    const { origin, dispatcher: way } = ways.way(fault);
    return () => void detours.push(overHttp(`${origin}/api`, way));
  };

  return {
    platform,
    slack,
    team,
    place,
    channel: channelOf(1, place.id),
    other: channelOf(2, elsewhere.id),
    visible: async ({ externalId }) => {
      const channel = [place, elsewhere].find(({ id }) => id === externalId);
      return (channel?.lines() ?? []).flatMap((line) => titleOf(line) ?? []);
    },
    shut: async () => place.removeBot(),
    reopen: async () => place.inviteBot(),
    revoke: async () => team.revokeToken(),
    async breakOff() {
      broken = true;
      slack.network.misbehave(...Array.from({ length: 50 }, () => 'reset before' as const));
    },
    network: {
      world,
      held: slack.network.held,
      unmet: () => slack.network.unmet() + detours.length,
      faults: {
        ...commonFaults(slack.network),
        ...refusals(slack),
        DNS: [detour('no such host'), detour('no name server')],
        TLS: [detour('not TLS'), detour('self-signed')],
      },
    },
    async close() {
      await dispatcher.destroy();
      await ways.close();
      await slack.close();
    },
  };
}

function isWrite(path: string): boolean {
  return methods.get(path.split('/').at(-1) ?? '')?.writes === true;
}

function withoutMetadata(body: string): string {
  const form = new URLSearchParams(body);
  form.delete('metadata');
  return form.toString();
}

/** In Slack's words. */
function refusals({ network }: RunningSlack) {
  const limited = (header: string | undefined): Mischief => {
    const body = JSON.stringify({ ok: false, error: 'ratelimited' });
    return () => network.misbehave(tooManyRequests(header, body));
  };
  const said =
    (error: string, status = 200): Mischief =>
    () =>
      network.misbehave(refusal(status, { ok: false, error }));
  return {
    '429': [limited('7'), limited(undefined), limited('0'), said('ratelimited')],
    'one 401': [said('invalid_auth'), said('invalid_auth', 401), said('token_revoked')],
    'deleted channel': [said('channel_not_found')],
  } satisfies Network['faults'];
}

/** The title of an alert as people read it; a notice has none. */
export function titleOf({ blocks }: Pick<Line, 'blocks'>): string | undefined {
  const title = blocks.find(({ type }) => type === 'rich_text');
  const [section] = (title?.['elements'] ?? []) as ReadonlyArray<{
    elements: ReadonlyArray<{ text: string }>;
  }>;
  return section?.elements[0]?.text;
}

export function channelOf(id: number, externalId: string, language = 'en'): Channel {
  return { id, workspaceId: 1, platform: 'slack', externalId, language, zone: 'UTC', status: 'ok' };
}
