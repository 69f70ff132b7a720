/**
 * A bot in a process of its own, into which articles come at a steady pace; run by `steady.ts`. Its order comes as JSON
 * in its first argument, what it measured goes out as one line of JSON.
 */
import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
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
  /** By how many milliseconds each article was accepted later than it came, shortest first. */
  readonly late: readonly number[];
  readonly mostBytes: number;
  /** Of all threads, from the first article until the last was matched. */
  readonly cpuMs: number;
  /** Of these, the main thread's: only what it has left is left for more articles. */
  readonly mainCpuMs: number;
  /** How long that was. */
  readonly tookMs: number;
  readonly madeDue: number;
  /** What was not delivered by then. */
  readonly toPlace: number;
  readonly toSend: number;
}

const { folder, perSecond, seconds } = JSON.parse(process.argv[2] ?? '') as SteadyOrder;

const store = await sqliteStore(join(folder, 'bellwire.db'));
/** When the alerts of each article were due. */
const dueAt = new Map<unknown, number>();
const bot = await openBot({
  settings: readSettings({ INBOX_DIR: join(folder, 'inbox'), TIME_ZONE: 'UTC' }),
  store,
  disk: realDisk,
  log: {
    ...silentLog,
    debug(facts, sentence) {
      if (sentence === 'matched') dueAt.set((facts as { readonly article: number }).article, Date.now());
    },
  },
  world: realWorld,
});
let mostBytes = 0;
const watching = setInterval(() => (mostBytes = Math.max(mostBytes, process.memoryUsage.rss())), 100);
await bot.start();
await bot.settle();

const lines = createInterface({ input: createReadStream(join(folder, 'articles.jsonl')) });
const start = performance.now();
const before = process.cpuUsage();
const mainBefore = process.threadCpuUsage();
const late: number[] = [];
/** As many as there are feeds that are read side by side. */
const mostAtOnce = 8;
const accepting = new Set<Promise<void>>();
let came = 0;
for await (const line of lines) {
  const comesAt = start + (came * 1000) / perSecond;
  if (comesAt > start + seconds * 1000) break;
  came += 1;
  await pause(Math.max(0, comesAt - performance.now()));
  while (accepting.size >= mostAtOnce) await Promise.race(accepting);
  const accepted = accept(line, comesAt).finally(() => accepting.delete(accepted));
  accepting.add(accepted);
}
await Promise.all(accepting);
while ((await store.backlog(Date.now())).due.match.rows > 0) await pause(50);
clearInterval(watching);
const tookMs = performance.now() - start;
const cpu = process.cpuUsage(before);
const mainCpu = process.threadCpuUsage(mainBefore);
const { due, messages } = await store.backlog(Date.now());
// What is still to be delivered is not waited for.
await bot.stop();
await store.close();

const outcome: SteadyOutcome = {
  accepted: dueAt.size,
  waits: waits().toSorted((a, b) => a - b),
  late: late.toSorted((a, b) => a - b),
  mostBytes,
  cpuMs: (cpu.user + cpu.system) / 1000,
  mainCpuMs: (mainCpu.user + mainCpu.system) / 1000,
  tookMs,
  madeDue:
    read<{ count: number }>(
      'select (select count(*) from alert) + (select coalesce(sum(size), 0) from fan_out) as count',
    )[0]?.count ?? 0,
  toPlace: due.place.rows,
  toSend: messages.pending + messages.sending + messages.unknown,
};
process.stdout.write(JSON.stringify(outcome), () => process.exit(0));

async function accept(line: string, comesAt: number): Promise<void> {
  await bot.accept(fileOf(line));
  late.push(performance.now() - comesAt);
}

/** From when an article was taken up until its alerts were due. */
function waits(): number[] {
  const rows = read<{ id: number; accepted_at: number }>('select id, accepted_at from article');
  return rows.map(({ id, accepted_at: at }) => (dueAt.get(id) ?? Infinity) - at);
}

function read<Row>(statement: string): Row[] {
  const reader = new Sqlite(join(folder, 'bellwire.db'), { readonly: true });
  try {
    return reader.prepare<[], Row>(statement).all();
  } finally {
    reader.close();
  }
}

function fileOf(line: string): OfferedFile {
  const { title, text } = JSON.parse(line) as { readonly title: string; readonly text: string };
  const bytes = Buffer.from(`${title}\n\n${text}\n`);
  const sha256 = hash('sha256', bytes, 'hex');
  return { path: `/bench/${sha256}.txt`, name: `${sha256}.txt`, bytes, sha256 };
}
