/** A whole bot on an unmodified Bolt, the fake Slack on loopback, and a feed that everybody may see. */
import { onTestFinished, vi } from 'vitest';
import { createHttp } from '../../../src/http/http.ts';
import { silentLog } from '../../../src/log.ts';
import type { Store } from '../../../src/store/store.ts';
import { openFakeSlack, type RunningOptions } from '../../fakes/slack/server.ts';
import { type ManualWorld, mondayMorning } from '../../fakes/world.ts';
import { walk } from '../../journey/bot.ts';
import { publicFeed } from '../../journey/public-feed.ts';
import { until } from '../until.ts';

// A bot with a client, a parser in a thread and two servers: on a busy machine it takes its time.
vi.setConfig({ testTimeout: 120_000 });

export type Mode = 'Socket Mode' | 'HTTP';
export const modes: readonly Mode[] = ['Socket Mode', 'HTTP'];

export interface SlackWalkOptions extends RunningOptions {
  readonly mode?: Mode;
  /** Installed by people in each workspace, instead of by a token in the settings. */
  readonly oauth?: boolean;
  /** Whether to wait until it is connected; default. */
  readonly waits?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
  readonly harm?: (store: Store) => Store;
}

/** Time stands still while much is asked: what is about limits is tested elsewhere. */
const plenty = { perMinute: 60_000, burst: 60_000 };
const unlimited = {
  tiers: { 1: plenty, 2: plenty, 3: plenty, 4: plenty },
  postsPerChannel: plenty,
  postsPerTeam: plenty,
};

export async function slackWalk(options: SlackWalkOptions = {}) {
  const { mode = 'Socket Mode', oauth = false, waits = true, settings = {}, harm, ...more } = options;
  let world: ManualWorld | undefined;
  let ask: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 });
  const slack = await openFakeSlack({
    limits: unlimited,
    send: async (input, init) => ask(new Request(input, init)),
    ...more,
    clock: {
      now: () => world?.now() ?? mondayMorning,
      after: (ms, task) => world?.after(ms, task) ?? (() => {}),
    },
  });
  // As our manifest asks for.
  slack.app.escapesNames = true;
  onTestFinished(slack.close);
  const acme = slack.team('acme');
  const publicUrl = 'https://bellwire.example';
  if (mode === 'HTTP') slack.http.sendTo({ events: `${publicUrl}/slack/events` });
  const bot = await walk(
    {
      SLACK_API_URL: slack.apiUrl,
      ...(mode === 'Socket Mode' && { SLACK_APP_TOKEN: slack.app.appToken }),
      ...(mode === 'HTTP' && { SLACK_SIGNING_SECRET: slack.app.signingSecret }),
      ...(oauth
        ? {
            SLACK_CLIENT_ID: slack.app.clientId,
            SLACK_CLIENT_SECRET: slack.app.clientSecret,
            SLACK_TOKEN_KEY: '5a'.repeat(32),
            SLACK_PUBLIC_URL: publicUrl,
          }
        : { SLACK_BOT_TOKEN: acme.token() }),
      ...settings,
    },
    harm,
  );
  world = bot.world;
  const http = createHttp({
    isAlive: () => true,
    ...bot.bot,
    health: async () => ({ ready: true, parts: {} }),
    metrics: async () => '',
    inbox: '',
    door: { host: '127.0.0.1', token: 'of-nobody' },
    world: bot.world,
    log: silentLog,
  });
  ask = (request) => http.fetch(request);
  if (mode === 'Socket Mode' && waits) await connected();

  return { ...bot, slack, acme, http, publicUrl, connected, publish: await publicFeed(bot) };

  async function connected(): Promise<void> {
    await until(() => bot.bot.links()['slack']?.says.startsWith('connected') === true);
  }
}
