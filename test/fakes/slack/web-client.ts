/** Slack's own client, unmodified, at a fake; for tests of the fake itself. */
import { LogLevel, WebAPIPlatformError, WebClient, type WebClientOptions } from '@slack/web-api';
import { manualWorld, type ManualWorld } from '../world.ts';
import { fakeSlack, type FakeSlack } from './fake-slack.ts';
import type { ChannelPlace } from './channel-place.ts';
import type { TeamPlace } from './places.ts';
import type { Options } from './state.ts';

export interface Client {
  readonly slack: FakeSlack;
  readonly world: ManualWorld;
  readonly acme: TeamPlace;
  /** A channel with the bot in it. */
  readonly news: ChannelPlace;
  readonly web: WebClient;
}

/** Without sockets, in standing time. */
export function clientOfFake(options: Options = {}): Client {
  const world = manualWorld();
  const slack = fakeSlack({ clock: world, ...options });
  const acme = slack.team('acme');
  return {
    slack,
    world,
    acme,
    news: acme.channel('news'),
    web: webClient(slack, acme.token(), { fetch: slack.fetch }),
  };
}

export function webClient(slack: FakeSlack, token: string, options: WebClientOptions = {}): WebClient {
  return new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
    logger: silent,
    ...options,
  });
}

export const silent: NonNullable<WebClientOptions['logger']> = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** What Slack said no with: "channel_not_found", or undefined where all went well. */
export async function errorOf(call: Promise<unknown>): Promise<string | undefined> {
  return (await refusalOf(call))?.['error'] as string | undefined;
}

export async function refusalOf(
  call: Promise<unknown>,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return error.data as unknown as Record<string, unknown>;
    throw error;
  }
}
