/**
 * The composition root: environment → parts → run. It decides nothing; it says who gets what. Read it first,
 * then `pipeline.ts` (the way of an article), then `domain.ts` (the nouns). What can be run is listed in `cli/verbs.ts`.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { allCommands } from '../commands/all.ts';
import type { Bot, BotParts } from './bot.ts';
import { runVerb } from './cli/run-verb.ts';
import { unknownSettings } from './cli/unknown-settings.ts';
import { allVerbs } from './cli/verbs.ts';
import { readSettings, zoneOf } from './config.ts';
import { reasonOf, UserError } from './errors.ts';
import { createCompletion } from './invoke/complete-in.ts';
import { answerLine } from './invoke/line.ts';
import type { InvokeParts } from './invoke/open-context.ts';
import { loadLanguageIdentifier } from './language/identify.ts';
import { lexicon, prepareForTyping } from './language/lexicon.ts';
import { silentMeter } from './meter.ts';
import { createPipeline } from './pipeline.ts';
import type { Discord } from './platform/discord/open-discord.ts';
import type { Slack } from './platform/slack/open-slack.ts';
import { livePosts } from './platform/local/live-posts.ts';
import { localPlatform } from './platform/local/local.ts';
import { createRoom, openFirstChannel } from './platform/local/room.ts';
import { createFetcher } from './watch/fetch.ts';
import { createInbox, type OfferedFile } from './watch/inbox.ts';
import { createParser } from './watch/parser.ts';
import { startTicking } from './watch/schedule.ts';

const version = '0.1.0';
/** Files of the inbox that are asked about in one transaction. */
const keysAtOnce = 500;

/** `node src/start.ts …`: a verb of the command line; `run` is the bot itself. @returns the exit code */
export async function main(args: readonly string[]): Promise<number> {
  const env = process.env;
  const { stdin, stdout, stderr } = process;
  // Whoever read our output has gone (`… | head`): there is nobody left to tell anything. A bot goes on all the same.
  stdout.on('error', () => args[0] === 'run' || process.exit(0));
  const verbs = await allVerbs({
    openBot,
    settings: () => readSettings({ ...readDotEnv(), ...env }),
    // The environment is full of names that are for others; the file is for us.
    oddSettings: () => unknownSettings(Object.keys(readDotEnv())),
    colours: (env['NO_COLOR'] ?? '') === '',
    inNpm: env['npm_package_name'] === 'bellwire',
  });
  return runVerb(verbs, args, {
    input: stdin,
    output: stdout,
    errors: stderr,
    // npm goes to the project's folder; INIT_CWD is where the person stands.
    folder: env['INIT_CWD'] ?? process.cwd(),
  });
}

/** All parts of a bot, wired by hand. It does not run yet. */
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
    zone: zoneOf(settings),
  });

  // What comes in: an inbox that only this workspace sees unless it is for everyone, and feeds.
  const inboxFolder = resolve(settings.INBOX_DIR);
  const inboxAudience = settings.INBOX_FOR === 'everyone' ? 0 : workspace.id;
  const inboxSource = await store.sources.open({
    audience: inboxAudience,
    kind: 'inbox',
    url: inboxFolder,
    title: 'Inbox',
    intervalMs: 0,
    byPerson: true,
  });
  for (const { id, kind } of await store.sources.list(workspace.id))
    if (kind === 'inbox' && id !== inboxSource.id) await store.sources.remove(id);
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
  const operatorChannel = async () => (await openFirstChannel(store.workspaces, workspace)).id;
  const posts = livePosts(store.localPosts, warn);
  const local = platform ?? localPlatform({ posts, now: world.now });
  const discord = await discordOf(settings, store, world, log);
  const slack = await slackOf(settings, store, world, log);
  const pipeline = createPipeline({
    store,
    world,
    log,
    meter,
    fetcher,
    parser,
    identify: await loadLanguageIdentifier(),
    platforms: new Map(
      [local, slack?.platform, discord?.platform]
        .filter((one) => one !== undefined)
        .map((one) => [one.name, one]),
    ),
    owner: `${process.pid}`,
    whenInDoubt: settings.IN_DOUBT === 'leave' ? 'leave' : 'send again',
    operatorChannel,
    keepDays: settings.KEEP_DAYS,
    onPaused(channel, reason) {
      discord?.paused(channel, reason);
      slack?.paused(channel, reason);
    },
  });
  const accept = (file: OfferedFile) => pipeline.watchFile(inboxSource, file);
  const inbox = createInbox({
    folder: inboxFolder,
    disk,
    world,
    offer: async (file) => void (await accept(file)),
    isKnown: async (sha256) => {
      const key = `sha256:${sha256}`;
      return (await store.articles.known(inboxSource.id, inboxAudience, [key], world.now())).has(key);
    },
    async stillThere(hashes) {
      const keys = hashes.map((sha256) => `sha256:${sha256}`);
      for (let at = 0; at < keys.length; at += keysAtOnce)
        await store.articles.known(
          inboxSource.id,
          inboxAudience,
          keys.slice(at, at + keysAtOnce),
          world.now(),
        );
      await store.sources.noteRead(inboxSource.id, world.now());
    },
    onFault: ({ reason }) => warn(reason),
  });

  // The way of a command.
  const keywords = lexicon.map(({ name }) => name);
  const complete = createCompletion({ store, commands: allCommands, keywords });
  const invoke: InvokeParts = {
    store,
    commands: allCommands,
    now: world.now,
    pollIntervalMs,
    look: pipeline.lookAt,
    deliver: pipeline.deliver,
  };
  const room = createRoom({
    posts,
    workspaces: store.workspaces,
    workspace,
    answer: (said) => answerLine(said, invoke),
    now: world.now,
    onFault: warn,
  });

  const talking = {
    invoke,
    complete: createCompletion({ store, commands: allCommands, keywords, most: 25 }),
    deliver: pipeline.deliver,
    operatorChannel,
    meter,
  };
  const discordTalk = discord?.talk(talking);
  const slackTalk = slack?.talk(talking);

  let stopTicking: (() => Promise<void>) | undefined;
  return {
    room,
    complete: (channel, line, texts) => complete(line, { workspaceId: workspace.id, channel, texts }),
    accept,
    async start() {
      await pipeline.start();
      // Chat platforms give an answer three seconds; a small machine would need them for the first command.
      if (discordTalk !== undefined || slackTalk !== undefined) prepareForTyping();
      discordTalk?.start();
      slackTalk?.start();
    },
    watch() {
      inbox.start();
      pipeline.watchSources();
      stopTicking = startTicking(
        async () => pipeline.tick(),
        world,
        (fault) => warn(reasonOf(fault)),
      );
    },
    tick: pipeline.tick,
    async resend(id) {
      const found = await store.deliveries.resend(id, world.now());
      if (found) pipeline.deliver();
      return found;
    },
    failing: pipeline.failing,
    links: () => ({
      ...(slackTalk !== undefined && { slack: slackTalk.standing() }),
      ...(discordTalk !== undefined && { discord: discordTalk.standing() }),
    }),
    slack: slackTalk?.http,
    async settle() {
      if (stopTicking !== undefined) {
        await inbox.scan();
        await inbox.idle();
      }
      await pipeline.settle();
    },
    async stop() {
      await Promise.all([
        stopTicking?.(),
        inbox.stop(),
        discordTalk?.stop(),
        slackTalk?.stop(),
        pipeline.stop(),
      ]);
    },
  };
}

/** Only if it is wanted: its client takes memory. */
async function discordOf(
  settings: BotParts['settings'],
  store: BotParts['store'],
  world: BotParts['world'],
  log: BotParts['log'],
): Promise<Discord | undefined> {
  const { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl } = settings;
  if (token === undefined) return undefined;
  const { openDiscord } = await import('./platform/discord/open-discord.ts');
  return openDiscord({ token, apiUrl, zone: zoneOf(settings), world, log, crossposts: store.crossposts });
}

/** As `discordOf`. */
async function slackOf(
  settings: BotParts['settings'],
  store: BotParts['store'],
  world: BotParts['world'],
  log: BotParts['log'],
): Promise<Slack | undefined> {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = settings;
  const { SLACK_BOT_TOKEN: token, SLACK_PUBLIC_URL: publicUrl } = settings;
  if (token === undefined && clientId === undefined) return undefined;
  const { openSlack } = await import('./platform/slack/open-slack.ts');
  const isForMany = clientId !== undefined && clientSecret !== undefined && publicUrl !== undefined;
  return openSlack({
    token,
    appToken: settings.SLACK_APP_TOKEN,
    signingSecret: settings.SLACK_SIGNING_SECRET,
    tokenKey: settings.SLACK_TOKEN_KEY,
    install: isForMany ? { clientId, clientSecret, publicUrl } : undefined,
    apiUrl: settings.SLACK_API_URL,
    commandSet: settings.SLACK_COMMANDS,
    managers: settings.SLACK_MANAGERS,
    language: settings.UI_LANGUAGE,
    zone: zoneOf(settings),
    store,
    world,
    log,
  });
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
