/**
 * A bot in a process of its own, into which articles come at a steady pace; run by `steady.ts`. Its order comes as JSON
 * in its first argument, what it measured goes out as one line of JSON.
 */
import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { readSettings } from '../src/config.ts';
import { silentLog } from '../src/log.ts';
import { openBot } from '../src/main.ts';
import { sqliteStore } from '../src/store/sqlite.ts';
import { realDisk } from '../src/watch/disk.ts';
import type { OfferedFile } from '../src/watch/inbox.ts';
import { realWorld } from '../src/world.ts';

export interface SteadyOrder {
  readonly folder: string;
  readonly perSecond: number;
  readonly seconds: number;
}

export interface SteadyOutcome {
  readonly accepted: number;
  /** Milliseconds from the acceptance of each article to its alerts being due, shortest first. */
  readonly waits: readonly number[];
  readonly mostBytes: number;
  /** The last article came so much later than it should have. */
  readonly behindMs: number;
}

const { folder, perSecond, seconds } = JSON.parse(process.argv[2] ?? '') as SteadyOrder;

const store = await sqliteStore(join(folder, 'bellwire.db'));
const acceptedAt: number[] = [];
const waits: number[] = [];
const bot = await openBot({
  settings: readSettings({ INBOX_DIR: join(folder, 'inbox'), TIME_ZONE: 'UTC' }),
  store,
  disk: realDisk,
  log: silentLog,
  world: {
    ...realWorld,
    reach(point) {
      // Articles are matched in the order in which they were accepted.
      if (point === 'article accepted') acceptedAt.push(performance.now());
      if (point === 'alerts due') waits.push(performance.now() - (acceptedAt[waits.length] ?? 0));
    },
  },
});
await bot.start();
await bot.settle();

const lines = createInterface({ input: createReadStream(join(folder, 'articles.jsonl')) });
const start = performance.now();
let offered = 0;
let mostBytes = 0;
let behindMs = 0;
for await (const line of lines) {
  const dueAt = start + (offered * 1000) / perSecond;
  if (dueAt > start + seconds * 1000) break;
  await pause(Math.max(0, dueAt - performance.now()));
  behindMs = performance.now() - dueAt;
  await bot.accept(fileOf(line));
  offered += 1;
  mostBytes = Math.max(mostBytes, process.memoryUsage.rss());
}
while (waits.length < acceptedAt.length) await pause(50);
const outcome: SteadyOutcome = {
  accepted: acceptedAt.length,
  waits: waits.toSorted((a, b) => a - b),
  mostBytes,
  behindMs,
};
console.log(JSON.stringify(outcome));
// What is still to be delivered is not measured here.
process.exit(0);

function fileOf(line: string): OfferedFile {
  const { title, text } = JSON.parse(line) as { readonly title: string; readonly text: string };
  const bytes = Buffer.from(`${title}\n\n${text}\n`);
  const sha256 = hash('sha256', bytes, 'hex');
  return { path: `/bench/${sha256}.txt`, name: `${sha256}.txt`, bytes, sha256 };
}
