/**
 * A bot in a process of its own, to be killed. Its order comes as JSON in its first argument; what it did goes out as one
 * line of JSON. Run by `crash.test.ts`.
 */
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../../src/config.ts';
import type { AlertContent } from '../../src/domain.ts';
import { silentLog } from '../../src/log.ts';
import { openBot } from '../../src/main.ts';
import { textsFor } from '../../src/messages/choose.ts';
import type { Platform, Post } from '../../src/platform/platform.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { realDisk } from '../../src/watch/disk.ts';
import { type CrashPoint, realWorld } from '../../src/world.ts';

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
const history = join(order.folder, 'history.jsonl');

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
  ...(order.platform === 'forgetful' ? { platform: forgetfulPlatform() } : {}),
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
console.log(JSON.stringify(outcome));

async function visibleTitles(): Promise<readonly string[]> {
  if (order.platform === 'forgetful')
    return posted().flatMap(({ content }) => (content.kind === 'alert' ? content.title : []));
  const posts = await bot.room.recent(channel, 200);
  return posts.filter(({ kind }) => kind === 'alert').map(({ body }) => (body as AlertContent).title);
}

function forgetfulPlatform(): Platform {
  return {
    name: 'local',
    sameMarkerMs: 0,
    effectWithinMs: 0,
    paceMs: 0,
    editDelayMs: 0,
    async post(_channel, post) {
      append(post);
      return { kind: 'posted', externalId: post.marker };
    },
    edit: async (_channel, externalId) => ({ kind: 'posted', externalId }),
    async readBack(_channel, marker) {
      const found = posted().find((post) => post.marker === marker);
      return found === undefined
        ? { kind: 'absent' }
        : { kind: 'found', externalId: marker, revision: found.revision };
    },
  };
}

/** Visible to everybody once this returns, whatever becomes of us. */
function append(post: Post): void {
  const file = openSync(history, 'a');
  writeSync(file, `${JSON.stringify(post)}\n`);
  fsyncSync(file);
  closeSync(file);
}

function posted(): readonly Post[] {
  try {
    const lines = readFileSync(history, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line) as Post);
  } catch {
    return [];
  }
}
