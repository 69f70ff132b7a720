import { hash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../src/config.ts';
import { silentLog } from '../src/log.ts';
import type { Bot } from '../src/bot.ts';
import { openBot } from '../src/main.ts';
import { textsFor } from '../src/messages/choose.ts';
import { sqliteStore } from '../src/store/sqlite.ts';
import { realDisk } from '../src/watch/disk.ts';
import type { OfferedFile } from '../src/watch/inbox.ts';
import { realWorld } from '../src/world.ts';
import type { Text } from './corpus.ts';
import type { Figure } from './figure.ts';
import { insertAgain } from './raw-inserts.ts';
import { inTurns } from './turns.ts';

/** Articles of one turn; each has a database of its own, on the disk. */
const perTurn = 15;
/** Stands in every article, so that every one rings. */
const rings = 'Bellwirebench';

export const ringing: Figure = {
  name: 'ring',
  async *measure({ short }) {
    const folder = await mkdtemp(join(tmpdir(), 'bellwire-bench-'));
    const database = (turn: number): string => join(folder, `${turn}.db`);
    const textsOf = (turn: number) => short.slice((turn % 20) * perTurn).slice(0, perTurn);
    try {
      const compared = await inTurns(
        (turn) => ring(textsOf(turn), database(turn)),
        (turn) => insertAgain(database(turn), perTurn),
        6_000,
      );
      yield {
        what: 'accepted → alert visible',
        per: 'article',
        count: perTurn,
        compared,
        against: 'inserting the same rows, one commit for each',
      };
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

/** The whole way of these articles, one after the other. @returns milliseconds until their alerts were told, in all */
async function ring(texts: readonly Text[], database: string): Promise<number> {
  const store = await sqliteStore(database);
  const settings = readSettings({ INBOX_DIR: join(tmpdir(), 'bellwire-bench-inbox'), TIME_ZONE: 'UTC' });
  const bot = await openBot({ settings, store, world: realWorld, disk: realDisk, log: silentLog });
  try {
    const speaker = { name: 'bench', texts: textsFor('en'), zone: 'UTC' };
    const channel = await bot.room.open('news', speaker.texts);
    await bot.room.say(channel, `/subscribe ${rings}`, speaker);
    await bot.start();
    await bot.settle();
    let total = 0;
    for (const [at, text] of texts.entries()) total += await untilVisible(bot, fileOf(text, at));
    return total;
  } finally {
    await bot.stop();
    await store.close();
  }
}

async function untilVisible(bot: Bot, file: OfferedFile): Promise<number> {
  const visible = Promise.withResolvers<number>();
  const unlisten = bot.room.listen((event) => {
    // An article that joins a story is added to the story's alert.
    if (event.type === 'alert' || event.type === 'edit') visible.resolve(performance.now());
  });
  const start = performance.now();
  const accepted = await bot.accept(file);
  if (accepted.kind !== 'new') throw new Error(`an article for measuring was not accepted: ${accepted.kind}`);
  await bot.settle();
  await bot.room.caughtUp();
  // Whatever was told has been told by now.
  visible.reject(new Error('an article for measuring did not ring'));
  unlisten();
  return (await visible.promise) - start;
}

/** @param number tells apart those with one title, which would be revisions of one article */
function fileOf({ title, text }: Text, number: number): OfferedFile {
  const bytes = Buffer.from(`${rings} ${number}: ${title}\n\n${text}\n`);
  const sha256 = hash('sha256', bytes, 'hex');
  return { path: `/bench/${sha256}.txt`, name: `${sha256}.txt`, bytes, sha256 };
}
