/** A whole bot on a manual clock, a disk in memory and a real database, for walks from an article to an alert. */
import { onTestFinished } from 'vitest';
import { readSettings } from '../../src/config.ts';
import type { AlertContent } from '../../src/domain.ts';
import type { Reply } from '../../src/invoke/invocation.ts';
import { renderReply } from '../../src/invoke/render-text.ts';
import type { Log } from '../../src/log.ts';
import { openBot } from '../../src/main.ts';
import { textsFor } from '../../src/messages/choose.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { memoryDisk } from '../fakes/disk.ts';
import { manualWorld } from '../fakes/world.ts';

const inboxFolder = '/inbox';

/** @param harm what stands between the bot and its store, to fail on order */
export async function walk(
  settings: Readonly<Record<string, string>> = {},
  harm: (store: Store) => Store = (store) => store,
) {
  const world = manualWorld();
  const disk = memoryDisk(world.now);
  const store = await sqliteStore(':memory:');
  const warnings: string[] = [];
  const bot = await openBot({
    settings: readSettings({
      INBOX_DIR: inboxFolder,
      TIME_ZONE: 'UTC',
      FETCH_ALLOW: '127.0.0.1',
      ...settings,
    }),
    store: harm(store),
    world,
    disk,
    log: listeningLog(warnings),
  });
  const speaker = { name: 'tester', texts: textsFor('en'), zone: 'UTC' };
  const told: string[] = [];
  bot.room.listen((event) => {
    if (event.type === 'alert' || event.type === 'edit') told.push(event.type);
  });
  await disk.makeFolder(inboxFolder);
  await bot.start();
  bot.watch();
  onTestFinished(async () => {
    await bot.stop();
    await store.close();
  });

  return { world, disk, store, bot, warnings, told, say, drop, grow, settle, alerts };

  async function say(line: string, channelName = 'news'): Promise<string> {
    const channel = await bot.room.open(channelName, speaker.texts);
    const { reply } = await bot.room.say(channel, line, speaker);
    return renderReply(reply.body as Reply, { texts: speaker.texts, zone: 'UTC', now: world.now() }).join(
      '\n',
    );
  }

  /** Somebody puts a file into the inbox and waits until whatever comes of it has come. */
  async function drop(name: string, content: string | Uint8Array): Promise<void> {
    disk.write(`${inboxFolder}/${name}`, content);
    await settle();
  }

  async function grow(name: string, content: string): Promise<void> {
    disk.append(`${inboxFolder}/${name}`, content);
    await settle();
  }

  /** Lets so much time pass, then all that is due be done. */
  async function settle(ms = 3000): Promise<void> {
    await world.advance(ms);
    bot.tick();
    const settled = bot.settle().then(() => true);
    while (!(await Promise.race([settled, world.settle().then(() => false)]))) await world.advance(100);
    await bot.room.caughtUp();
  }

  async function alerts(channelName = 'news'): Promise<readonly AlertContent[]> {
    const channel = await bot.room.open(channelName, speaker.texts);
    const posts = await bot.room.recent(channel, 200);
    return posts.filter(({ kind }) => kind === 'alert').map(({ body }) => body as AlertContent);
  }
}

function listeningLog(warnings: string[]): Log {
  const listen = (facts: object, sentence: string) =>
    void warnings.push(`${sentence} ${JSON.stringify(facts)}`);
  return { debug() {}, info() {}, warn: listen, error: listen };
}
