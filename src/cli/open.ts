/** Bots as the verbs need them: on a data folder with a page, or on nothing at all. */
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Bot, BotParts } from '../bot.ts';
import type { Settings } from '../config.ts';
import { UserError } from '../errors.ts';
import { createHealth } from '../http/health.ts';
import { createHttp } from '../http/http.ts';
import { listen } from '../http/listen.ts';
import { createLog, type Log, silentLog } from '../log.ts';
import { lockData } from '../store/lock.ts';
import { sqliteStore } from '../store/sqlite.ts';
import { realDisk } from '../watch/disk.ts';
import { realWorld } from '../world.ts';
import { findRunning, resendThrough } from './joined-bot.ts';
import type { RunningBot } from './running-bot.ts';
import { announceRunning } from './running-file.ts';

export type OpenBot = (parts: BotParts) => Promise<Bot>;

/**
 * A bot that delivers, and its page. Without a data folder it forgets everything when it ends.
 * What is odd about the settings is logged first: it may be why the rest goes wrong.
 * Whatever was opened is closed in the opposite order, also if the next thing cannot be opened.
 */
export async function openRunning(
  openBot: OpenBot,
  settings: Settings,
  { dataDir, odd }: { readonly dataDir?: string; readonly odd: readonly string[] },
): Promise<RunningBot> {
  const log = logTo(process.stderr, settings);
  for (const sentence of odd) log.warn({}, sentence);
  await using opened = new AsyncDisposableStack();
  const folder = dataDir === undefined ? undefined : resolve(dataDir);
  if (folder !== undefined) opened.defer(await lockData(folder));
  let isAlive = true;
  const lost = Promise.withResolvers<UserError>();
  const store = await sqliteStore(
    folder === undefined ? ':memory:' : join(folder, 'bellwire.db'),
    ({ message }) => {
      isAlive = false;
      lost.resolve(new UserError(`Bellwire must be started again: ${message}. Nothing is lost.`));
    },
  );
  opened.defer(store.close);

  const backlog = () => store.backlog(realWorld.now());
  // The verbs that run no bot do without.
  const { createMetrics } = await import('../http/metrics.ts');
  const { meter, read: metrics } = createMetrics(backlog, realWorld.now);
  const bot = await openBot({ settings, store, world: realWorld, disk: realDisk, log, meter });
  opened.defer(bot.stop);

  const token = randomBytes(24).toString('base64url');
  const http = createHttp({
    ...bot,
    isAlive: () => isAlive,
    health: createHealth({ backlog, failing: bot.failing, links: bot.links, world: realWorld }),
    metrics,
    door: { host: settings.HOST, password: settings.PAGE_PASSWORD, token },
    inbox: settings.INBOX_DIR,
    world: realWorld,
    log,
  });
  const port = await listen(http, { host: settings.HOST, port: settings.PORT });
  opened.defer(port.close);
  if (folder !== undefined) {
    opened.defer(await announceRunning(folder, { url: port.url, pid: process.pid, token }));
  }
  await bot.start();

  const all = opened.move();
  return { ...bot, url: port.url, lost: lost.promise, stop: () => all.disposeAsync() };
}

/** A bot without page, log and memory, for the verbs that only need its steps. */
export async function openQuiet(openBot: OpenBot, settings: Settings): Promise<Bot> {
  const store = await sqliteStore(':memory:');
  const bot = await openBot({
    settings: {
      ...settings,
      FEEDS: [],
      DISCORD_TOKEN: undefined,
      SLACK_BOT_TOKEN: undefined,
      SLACK_CLIENT_ID: undefined,
    },
    store,
    world: realWorld,
    disk: realDisk,
    log: silentLog,
  });
  return {
    ...bot,
    async stop() {
      await bot.stop();
      await store.close();
    },
  };
}

/** Through the bot that runs on this data, else in the data itself: the next bot sends it. */
export async function resendIn(folder: string, id: string): Promise<boolean> {
  const running = await findRunning(folder);
  if (running !== undefined) return resendThrough(running, id);
  const release = await lockData(folder);
  try {
    const store = await sqliteStore(join(folder, 'bellwire.db'));
    const found = await store.deliveries.resend(id, realWorld.now());
    await store.close();
    return found;
  } finally {
    await release();
  }
}

function logTo(stream: NodeJS.WriteStream, settings: Settings): Log {
  const secrets = [
    settings.DISCORD_TOKEN,
    settings.SLACK_BOT_TOKEN,
    settings.SLACK_APP_TOKEN,
    settings.SLACK_SIGNING_SECRET,
    settings.SLACK_CLIENT_SECRET,
    settings.SLACK_TOKEN_KEY,
  ].filter((secret) => secret !== undefined);
  return createLog(settings.LOG_LEVEL, (line) => void stream.write(line), stream.isTTY, secrets);
}
