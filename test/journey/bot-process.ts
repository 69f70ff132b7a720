/**
 * A bot in a process of its own, to be killed. Its order comes as JSON in its first argument; what it did goes out as one
 * line of JSON. Run by `crash.test.ts`.
 */
import { join } from 'node:path';
import { readSettings } from '../../src/config.ts';
import type { AlertContent } from '../../src/domain.ts';
import { silentLog } from '../../src/log.ts';
import { openBot } from '../../src/main.ts';
import { textsFor } from '../../src/messages/choose.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { realDisk } from '../../src/watch/disk.ts';
import { type CrashPoint, realWorld } from '../../src/world.ts';
import { openOutside } from '../proof/outside.ts';
import { outsidePlatform } from '../proof/outside-platform.ts';

export interface Order {
  readonly folder: string;
  readonly say?: string;
  /** Dies by SIGKILL when it first gets here. */
  readonly killAt?: CrashPoint;
  /** `forgetful`: a platform that does not recognise what it has already posted; its history can be read. */
  readonly platform: 'local' | 'forgetful';
}

export interface Outcome {
  readonly reached: readonly CrashPoint[];
  /** Titles of all alerts that are visible, in the order they appeared. */
  readonly visible: readonly string[];
}

const order = JSON.parse(process.argv[2] ?? '') as Order;
const reached = new Set<CrashPoint>();
const outside = order.platform === 'forgetful' ? openOutside(join(order.folder, 'history.jsonl')) : undefined;

const store = await sqliteStore(join(order.folder, 'bellwire.db'));
const bot = await openBot({
  settings: readSettings({ INBOX_DIR: join(order.folder, 'inbox') }),
  store,
  disk: realDisk,
  log: silentLog,
  world: {
    ...realWorld,
    reach(point) {
      reached.add(point);
      if (point === order.killAt) process.kill(process.pid, 'SIGKILL');
    },
  },
  ...(outside === undefined ? {} : { platform: outsidePlatform(outside) }),
});
const speaker = { name: 'tester', texts: textsFor('en'), zone: 'UTC' };
const channel = await bot.room.open('news', speaker.texts);
if (order.say !== undefined) await bot.room.say(channel, order.say, speaker);
await bot.start();
bot.watch();
// Nothing the bot waits for keeps a process alive; in production its open port does.
const alive = setInterval(() => {}, 1000);
await bot.settle();
clearInterval(alive);

const outcome: Outcome = { reached: [...reached], visible: await visibleTitles() };
await bot.stop();
await store.close();
outside?.close();
console.log(JSON.stringify(outcome));

async function visibleTitles(): Promise<readonly string[]> {
  if (outside !== undefined) return outside.all.flatMap((one) => (one.kind === 'posted' ? [one.title] : []));
  const posts = await bot.room.recent(channel, 200);
  return posts.filter(({ kind }) => kind === 'alert').map(({ body }) => (body as AlertContent).title);
}
