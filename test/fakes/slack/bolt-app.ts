/** An unmodified Bolt at a fake, in either mode; for tests of the fake itself. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { onTestFinished, vi } from 'vitest';
import { manualWorld, type ManualWorld } from '../world.ts';
import type { ChannelPlace } from './channel-place.ts';
import type { PersonPlace } from './person.ts';
import type { TeamPlace } from './places.ts';
import { openFakeSlack, type RunningOptions, type RunningSlack } from './server.ts';
import { silent } from './web-client.ts';

export type Mode = 'Socket Mode' | 'HTTP';
export const modes: readonly Mode[] = ['Socket Mode', 'HTTP'];

export interface Bolted {
  readonly slack: RunningSlack;
  readonly world: ManualWorld;
  readonly acme: TeamPlace;
  readonly news: ChannelPlace;
  readonly ada: PersonPlace;
  readonly app: App;
  /** What listeners threw. */
  readonly failures: readonly Error[];
}

/** @param listeners registers what the app listens to */
export async function bolted(
  mode: Mode,
  listeners: (app: App) => void,
  options: RunningOptions = {},
): Promise<Bolted> {
  // Bolt compares the time of requests with the real one.
  const world = manualWorld(Date.now());
  const slack = await openFakeSlack({ clock: world, ...options });
  const acme = slack.team('acme');
  const clientOptions = { slackApiUrl: slack.apiUrl, logger: silent };
  const receiver =
    mode === 'Socket Mode'
      ? new SocketModeReceiver({
          appToken: slack.app.appToken,
          logger: silent,
          clientPingTimeout: 200,
          installerOptions: { clientOptions },
        })
      : new HTTPReceiver({ signingSecret: slack.app.signingSecret, logger: silent });
  const app = new App({
    token: acme.token(),
    receiver,
    logger: silent,
    logLevel: LogLevel.ERROR,
    clientOptions,
  });
  const failures: Error[] = [];
  app.error(async (error) => void failures.push(error));
  listeners(app);
  await start(mode, app, slack);
  onTestFinished(async () => {
    await app.stop();
    await slack.close();
  });
  return { slack, world, acme, news: acme.channel('news'), ada: acme.person('ada'), app, failures };
}

async function start(mode: Mode, app: App, { http }: RunningSlack): Promise<void> {
  if (mode === 'Socket Mode') return void (await app.start());
  const server = (await app.start({ port: 0, host: '127.0.0.1' })) as Server;
  const { port } = server.address() as AddressInfo;
  http.sendTo({ events: `http://127.0.0.1:${port}/slack/events` });
}

/** Waits until something is so that sockets bring about. */
export async function until(isSo: () => boolean): Promise<void> {
  await vi.waitFor(
    () => {
      if (!isSo()) throw new Error('it did not come to pass');
    },
    { interval: 1, timeout: 40_000 },
  );
}
