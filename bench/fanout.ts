import { hash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import type { Bot } from '../src/bot.ts';
import { readSettings } from '../src/config.ts';
import { silentLog } from '../src/log.ts';
import { openBot } from '../src/main.ts';
import { textsFor } from '../src/messages/choose.ts';
import { sqliteStore } from '../src/store/sqlite.ts';
import { realDisk } from '../src/watch/disk.ts';
import type { OfferedFile } from '../src/watch/inbox.ts';
import { realWorld } from '../src/world.ts';
import { makeCrowd } from './crowd.ts';
import type { Figure } from './figure.ts';
import { insertAgain } from './raw-inserts.ts';

const channels = 50_000;
/** How long what becomes visible is counted. */
const watchedMs = 5000;
/** Two subscriptions a channel, and the article that rings for both. */
const asked = ['Bellwirebench', 'layoffs'];
const title = 'Bellwirebench announces layoffs';

/** One article, a hundred thousand subscriptions. */
export const fanningOut: Figure = {
  name: 'fanout',
  async *measure() {
    const folder = await mkdtemp(join(tmpdir(), 'bellwire-bench-'));
    const database = join(folder, 'bellwire.db');
    try {
      const subscriptions = Array.from(
        { length: 2 * channels },
        (_, at) => asked[at < channels ? 0 : 1] ?? '',
      );
      const made = await makeCrowd(database, { channels, subscriptions });
      const took = await fanOut(database);
      const plainMs = insertAgain(database, channels / 250);
      const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s (${(ms / plainMs).toFixed(1)} ×)`;
      yield {
        what: `one article, ${made.toLocaleString('en')} subscriptions`,
        said: [
          `${channels.toLocaleString('en')} alerts due ${seconds(took.dueMs)},`,
          `placed ${seconds(took.placedMs)} (${(took.cpuMs / 1000).toFixed(1)} s of processor time),`,
          `then ${took.perSecond.toFixed(0)} visible a second,`,
          `all from when it was accepted; × inserting the same rows, 250 alerts a commit (${seconds(plainMs)})`,
        ].join(' '),
      };
      yield {
        what: 'meanwhile',
        said: `a command waited at most ${took.commandMs.toFixed(0)} ms, another article at most ${took.acceptMs.toFixed(0)} ms`,
      };
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

async function fanOut(database: string) {
  const store = await sqliteStore(database);
  const settings = readSettings({ INBOX_DIR: join(tmpdir(), 'bellwire-bench-inbox'), TIME_ZONE: 'UTC' });
  const bot = await openBot({ settings, store, world: realWorld, disk: realDisk, log: silentLog });
  const reader = new Sqlite(database, { readonly: true });
  const count = (sql: string): number => reader.prepare<[], number>(sql).pluck().get() ?? 0;
  try {
    await bot.start();
    await bot.settle();
    let visible = 0;
    bot.room.listen(({ type }) => void (visible += type === 'alert' ? 1 : 0));
    const meanwhile = disturb(bot);
    await bot.accept(fileOf(title, 'The company said so.'));
    const start = performance.now();
    const before = process.cpuUsage();
    const cpuBefore = (before.user + before.system) / 1000;
    const since = async (isDone: () => boolean): Promise<number> => {
      while (!isDone()) await pause(50);
      return performance.now() - start;
    };
    const made = 'select count(*) from alert';
    const dueMs = await since(
      () => count(`select (${made}) + (select coalesce(sum(size), 0) from fan_out)`) >= channels,
    );
    const placedMs = await since(
      () =>
        count(made) >= channels &&
        count('select exists (select 1 from alert where due_at is not null)') === 0,
    );
    const cpu = process.cpuUsage();
    const already = visible;
    await pause(watchedMs);
    const perSecond = (visible - already) / (watchedMs / 1000);
    return {
      dueMs,
      placedMs,
      perSecond,
      cpuMs: (cpu.user + cpu.system) / 1000 - cpuBefore,
      ...(await meanwhile()),
    };
  } finally {
    reader.close();
    await bot.stop();
    await store.close();
  }
}

/** A person types, and another article comes, five times a second. @returns what ends it, and tells the longest waits */
function disturb(bot: Bot): () => Promise<{ readonly commandMs: number; readonly acceptMs: number }> {
  const speaker = { name: 'bench', texts: textsFor('en'), zone: 'UTC' };
  let going = true;
  const longest = async (work: (no: number) => Promise<unknown>): Promise<number> => {
    let most = 0;
    for (let no = 0; going; no += 1) {
      const start = performance.now();
      await work(no);
      most = Math.max(most, performance.now() - start);
      await pause(200);
    }
    return most;
  };
  const person = (async () => {
    const channel = await bot.room.open('people', speaker.texts);
    return longest((no) => bot.room.say(channel, `/subscribe Wordnumber${no}`, speaker));
  })();
  const articles = longest((no) =>
    bot.accept(fileOf(`Something else, number ${no}`, 'It rings for nobody.')),
  );
  return async () => {
    going = false;
    return { commandMs: await person, acceptMs: await articles };
  };
}

function fileOf(headline: string, text: string): OfferedFile {
  const bytes = Buffer.from(`${headline}\n\n${text}\n`);
  const sha256 = hash('sha256', bytes, 'hex');
  return { path: `/bench/${sha256}.txt`, name: `${sha256}.txt`, bytes, sha256 };
}
