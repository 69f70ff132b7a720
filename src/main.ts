/**
 * The composition root: environment → parts → run. It decides nothing; it says who gets what. Read it first,
 * then `pipeline.ts` (the way of an article), then `domain.ts` (the nouns).
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { allCommands } from '../commands/all.ts';
import { acceptVerb } from './cli/accept.ts';
import { chatVerb } from './cli/chat-verb.ts';
import { demoVerb } from './cli/demo.ts';
import { groupVerb } from './cli/group.ts';
import { findRunning, joinedBot, resendThrough } from './cli/joined-bot.ts';
import { ledgerVerb, resendVerb } from './cli/ledger.ts';
import { matchVerb } from './cli/match.ts';
import { ringVerb } from './cli/ring.ts';
import { runBotVerb } from './cli/run.ts';
import { runVerb } from './cli/run-verb.ts';
import { announceRunning } from './cli/running-file.ts';
import type { RunningBot } from './cli/running-bot.ts';
import { asked, stopInTime } from './cli/signals.ts';
import { summarizeVerb } from './cli/summarize.ts';
import type { Terminal } from './cli/verb.ts';
import { readSettings, type Settings } from './config.ts';
import { reasonOf, UserError } from './errors.ts';
import { createHttp } from './http/http.ts';
import type { HttpParts } from './http/http-parts.ts';
import { listen } from './http/listen.ts';
import { createMetrics } from './http/metrics.ts';
import { createHealth } from './http/health.ts';
import { completeLine } from './invoke/complete.ts';
import { answerLine } from './invoke/line.ts';
import type { InvokeParts } from './invoke/open-context.ts';
import { loadLanguageIdentifier } from './language/identify.ts';
import { lexicon } from './language/lexicon.ts';
import { createLog, type Log, silentLog } from './log.ts';
import { textsFor } from './messages/choose.ts';
import { type Meter, silentMeter } from './meter.ts';
import { createPipeline, type Acceptance, type Pipeline } from './pipeline.ts';
import { livePosts } from './platform/local/live-posts.ts';
import { localPlatform } from './platform/local/local.ts';
import { createRoom, type Room, type Speaker } from './platform/local/room.ts';
import type { Platform } from './platform/platform.ts';
import { readLedger } from './store/ledger.ts';
import { lockData } from './store/lock.ts';
import { sqliteStore } from './store/sqlite.ts';
import type { Store } from './store/store.ts';
import { type Disk, realDisk } from './watch/disk.ts';
import { createFetcher } from './watch/fetch.ts';
import { createInbox, type OfferedFile } from './watch/inbox.ts';
import { createParser } from './watch/parser.ts';
import { startTicking } from './watch/schedule.ts';
import { realWorld, type World } from './world.ts';

const version = '0.1.0';

/** What a bot is made of and stands in; tests give their own. */
export interface BotParts {
  readonly settings: Settings;
  readonly store: Store;
  readonly world: World;
  readonly disk: Disk;
  readonly log: Log;
  readonly meter?: Meter;
  /** Delivers instead of the local platform; tests only. */
  readonly platform?: Platform;
}

/** A bot that is wired but does not run yet. */
export interface Bot {
  readonly room: Room;
  readonly complete: HttpParts['complete'];
  /** Takes in one file as if it had been found in the inbox. */
  readonly accept: (file: OfferedFile) => Promise<Acceptance>;
  /** Takes up what an earlier run left, and delivers. */
  readonly start: () => Promise<void>;
  /** Begins to watch the inbox and the feeds. */
  readonly watch: () => void;
  /** Looks at everything that may be due; so does a clock, every ten seconds, while the bot watches. */
  readonly tick: () => void;
  /** Resolves when nothing that is due now is left, nor, if it is watched, a file in the inbox. */
  readonly settle: () => Promise<void>;
  readonly resend: HttpParts['resend'];
  readonly failing: Pipeline['failing'];
  readonly stop: () => Promise<void>;
}

/** `node src/start.ts …`: a verb of the command line; `run` is the bot itself. @returns the exit code */
export async function main(args: readonly string[]): Promise<number> {
  const { stdin, stdout, stderr } = process;
  const env = process.env;
  const settings = () => readSettings({ ...readDotEnv(), ...env });
  const speaker = () => speakerOf(settings());
  const parser = createParser();
  const identify = await loadLanguageIdentifier();
  const { now } = realWorld;
  const terminal: Terminal = {
    input: stdin,
    output: stdout,
    errors: stderr,
    // npm goes to the project's folder; INIT_CWD is where the person stands.
    folder: env['INIT_CWD'] ?? process.cwd(),
  };
  const colours = (env['NO_COLOR'] ?? '') === '';

  const verbs = [
    runBotVerb({
      open: () => openRunning(settings(), settings().DATA_DIR),
      texts: () => speaker().texts,
      inbox: () => settings().INBOX_DIR,
      asked,
      stopInTime,
    }),
    chatVerb({
      async join() {
        const running = await findRunning(resolve(settings().DATA_DIR));
        const { texts, zone } = speaker();
        return running && joinedBot(running, { language: texts.language, zone }, realWorld);
      },
      // A port of its own: this bot lasts as long as the terminal, and others may join it.
      open: () => openRunning({ ...settings(), LOG_LEVEL: 'warn', PORT: 0 }, settings().DATA_DIR),
      speaker,
      world: realWorld,
      colours,
    }),
    demoVerb({
      open: () => openRunning({ ...settings(), LOG_LEVEL: 'warn', FEEDS: [] }),
      samples: join(import.meta.dirname, '../samples'),
      speaker,
      world: realWorld,
      asked,
      colours,
    }),
    ringVerb({ open: () => openQuiet(settings()), speaker, now }),
    ledgerVerb({
      read: (asking) => readLedger(join(resolve(settings().DATA_DIR), 'bellwire.db'), asking),
      zone: () => speaker().zone,
    }),
    resendVerb({ resend: (id) => resendIn(resolve(settings().DATA_DIR), id) }),
    acceptVerb(parser, identify, now),
    matchVerb(identify, now),
    summarizeVerb(identify, now),
    groupVerb(identify, now),
  ];
  return runVerb(verbs, args, terminal);
}

export async function openBot({
  settings,
  store,
  world,
  disk,
  log,
  meter = silentMeter,
  platform,
}: BotParts): Promise<Bot> {
  const warn = (reason: string) => log.warn({}, reason);
  const workspace = await store.workspaces.open({
    platform: 'local',
    externalId: 'local',
    name: 'Bellwire',
    language: settings.UI_LANGUAGE,
    zone: settings.TIME_ZONE ?? localZone(),
  });

  // What comes in: an inbox that only this workspace sees, and feeds.
  const inboxFolder = resolve(settings.INBOX_DIR);
  const inboxSource = await store.sources.open({
    audience: workspace.id,
    kind: 'inbox',
    url: inboxFolder,
    title: 'Inbox',
    intervalMs: 0,
  });
  const pollIntervalMs = settings.POLL_MINUTES * 60_000;
  for (const url of settings.FEEDS) {
    await store.sources.open({
      audience: 0,
      kind: 'feed',
      url,
      title: new URL(url).host,
      intervalMs: pollIntervalMs,
    });
  }
  const parser = createParser();
  const fetcher = createFetcher({
    allow: settings.FETCH_ALLOW,
    userAgent: `Bellwire/${version} (news alert bot)`,
    now: world.now,
  });

  // The way of an article.
  const posts = livePosts(store.localPosts, warn);
  const local = platform ?? localPlatform({ posts, now: world.now });
  const pipeline = createPipeline({
    store,
    world,
    log,
    meter,
    fetcher,
    parser,
    identify: await loadLanguageIdentifier(),
    platforms: new Map([[local.name, local]]),
    owner: `${process.pid}`,
  });
  const accept = (file: OfferedFile) => pipeline.watchFile(inboxSource, file);
  const inbox = createInbox({
    folder: inboxFolder,
    disk,
    world,
    offer: async (file) => void (await accept(file)),
    isKnown: async (sha256) => {
      const key = `sha256:${sha256}`;
      return (await store.articles.known(inboxSource.id, workspace.id, [key], world.now())).has(key);
    },
    onFault: ({ reason }) => warn(reason),
  });

  // The way of a command.
  const invoke: InvokeParts = {
    store,
    commands: allCommands,
    now: world.now,
    pollIntervalMs,
    wake: pipeline.watchSources,
  };
  const room = createRoom({
    posts,
    workspaces: store.workspaces,
    workspace,
    answer: (said) => answerLine(said, invoke),
    now: world.now,
    onFault: warn,
  });

  let stopTicking: (() => Promise<void>) | undefined;
  return {
    room,
    complete: (channel, line, texts) =>
      completeLine(line, {
        commands: allCommands,
        texts,
        keywords: lexicon.map(({ name }) => name),
        subscriptions: () => store.subscriptions.ofChannel(channel.id),
        articles: () => store.articles.search({ workspaceId: workspace.id, limit: 50 }),
        sources: () => store.sources.list(workspace.id),
      }),
    accept,
    start: pipeline.start,
    watch() {
      inbox.start();
      pipeline.watchSources();
      stopTicking = startTicking(async () => pipeline.tick(), {
        now: world.now,
        onFault: (fault) => warn(reasonOf(fault)),
      });
    },
    tick: pipeline.tick,
    async resend(id) {
      const found = await store.deliveries.resend(id, world.now());
      if (found) pipeline.deliver();
      return found;
    },
    failing: pipeline.failing,
    async settle() {
      if (stopTicking !== undefined) {
        await inbox.scan();
        await inbox.idle();
      }
      await pipeline.settle();
    },
    async stop() {
      await stopTicking?.();
      await inbox.stop();
      // A feed that takes its time is not waited for.
      await Promise.all([pipeline.stop(), fetcher.close()]);
      await parser.close();
    },
  };
}

/** A bot that delivers, and its page. Without a data folder it forgets everything when it ends. */
async function openRunning(settings: Settings, dataDir?: string): Promise<RunningBot> {
  const folder = dataDir === undefined ? undefined : resolve(dataDir);
  const release = folder === undefined ? async () => {} : await lockData(folder);
  try {
    const store = await sqliteStore(folder === undefined ? ':memory:' : join(folder, 'bellwire.db'));
    const log = logTo(process.stderr, settings.LOG_LEVEL);
    const backlog = () => store.backlog(realWorld.now());
    const { meter, read: metrics } = createMetrics(backlog, realWorld.now);
    const bot = await openBot({ settings, store, world: realWorld, disk: realDisk, log, meter });
    const token = randomBytes(24).toString('base64url');
    const http = createHttp({
      ...bot,
      health: createHealth({ backlog, failing: bot.failing, world: realWorld }),
      metrics,
      door: { host: settings.HOST, password: settings.PAGE_PASSWORD, token },
      inbox: settings.INBOX_DIR,
      world: realWorld,
      log,
    });
    const port = await listen(http, { host: settings.HOST, port: settings.PORT });
    const forget =
      folder === undefined
        ? async () => {}
        : await announceRunning(folder, { url: port.url, pid: process.pid, token });
    await bot.start();
    return {
      ...bot,
      url: port.url,
      async stop() {
        await forget();
        await port.close();
        await bot.stop();
        await store.close();
        await release();
      },
    };
  } catch (fault) {
    await release();
    throw fault;
  }
}

/** Through the bot that runs on this data, else in the data itself: the next bot sends it. */
async function resendIn(folder: string, id: string): Promise<boolean> {
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

/** A bot without page, log and memory, for the verbs that only need its steps. */
async function openQuiet(settings: Settings): Promise<Bot> {
  const store = await sqliteStore(':memory:');
  const bot = await openBot({
    settings: { ...settings, FEEDS: [] },
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

function speakerOf({ UI_LANGUAGE, TIME_ZONE }: Settings): Speaker {
  return { name: 'terminal', texts: textsFor(UI_LANGUAGE), zone: TIME_ZONE ?? localZone() };
}

function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function logTo(stream: NodeJS.WriteStream, level: string): Log {
  return createLog(level, (line) => void stream.write(line), stream.isTTY);
}

/** The settings file beside package.json; what stands in the environment wins. */
function readDotEnv(): NodeJS.Dict<string> {
  try {
    return parseEnv(readFileSync('.env', 'utf8'));
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new UserError(`The settings file .env cannot be read: ${reasonOf(fault)}`);
  }
}
