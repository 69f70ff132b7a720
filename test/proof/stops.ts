/** `npm start` is asked to end (SIGTERM) while news come in from all sides, and started again on the same data. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { AlertContent } from '../../src/domain.ts';
import { seededRandom } from '../fakes/world.ts';
import { spawnBellwire, type Spawned } from '../journey/spawn.ts';
import { asked } from './reports.ts';
import { rushInto } from './rush.ts';
import { type Alert, judge, readArticles, type Verdict } from './verdict.ts';

export interface Stopped extends Verdict {
  readonly seed: number;
  readonly stops: number;
  /** From being asked to having ended. */
  readonly slowestMs: number;
  /** One line for each run that ended otherwise than it should have, or too late. */
  readonly failed: readonly string[];
}

/** An orchestrator kills after so long. */
const mostMs = 10_000;
/** So long at most it has been ready when it is asked to end. */
const latestMs = 800;
/** More than can be sent until then. */
const reportsInRun = 15;
/** What one run leaves to the next piles up. */
const caughtUpEvery = 10;

/** @param progress is told after each stop, with the slowest up to now and how many went wrong */
export async function stopOften(
  seed: number,
  stops: number,
  progress: (stops: number, slowestMs: number, failed: number) => void = () => {},
): Promise<Stopped> {
  const random = seededRandom(seed * 7919);
  const folder = mkdtempSync(join(tmpdir(), 'bellwire-stops-'));
  const database = join(folder, 'data', 'bellwire.db');
  const rush = await rushInto(join(folder, 'inbox'));
  const failed: string[] = [];
  let slowestMs = 0;

  await run(async (page) => {
    await subscribe(page);
    // The first look at the feeds is silent, and there is nothing in them yet.
    await settled(page);
  });
  for (let stop = 0; stop < stops; stop += 1) {
    await run(() => {
      rush.begin(reportsInRun);
      return pause(random() * latestMs);
    });
    progress(stop + 1, slowestMs, failed.length);
    if ((stop + 1) % caughtUpEvery === 0) await catchUp();
  }
  await catchUp();

  const verdict = judge(readArticles(database), rush.titles(), readAlerts(database));
  await rush.close();
  rmSync(folder, { recursive: true });
  return { seed, stops, slowestMs: Math.round(slowestMs), failed, ...verdict };

  /** Nothing new comes until all that is owed is sent. */
  function catchUp(): Promise<void> {
    rush.end();
    return run(settled);
  }

  async function run(meanwhile: (page: string) => Promise<void>): Promise<void> {
    const bot = spawnBellwire(folder, ['run'], {
      FEEDS: rush.feeds.join(' '),
      FETCH_ALLOW: '127.0.0.1',
      LOG_LEVEL: 'fatal',
    });
    try {
      await meanwhile(await bot.says(/http:\/\/127\.0\.0\.1:\d+/));
      await end(bot);
    } finally {
      bot.child.kill('SIGKILL');
    }
    lookAtAllFeeds(database);
  }

  async function end(bot: Spawned): Promise<void> {
    const from = performance.now();
    bot.child.kill('SIGTERM');
    const code = await Promise.race([bot.exit(), pause(2 * mostMs).then(() => 'still running')]);
    const tookMs = performance.now() - from;
    slowestMs = Math.max(slowestMs, tookMs);
    if (code !== 0 || tookMs > mostMs)
      failed.push(`${bot.child.signalCode ?? code} after ${Math.round(tookMs)} ms: ${bot.output()}`);
  }
}

async function subscribe(page: string): Promise<void> {
  for (const [channel, topics] of asked) {
    await post(`${page}/api/channels`, { name: channel });
    await post(`${page}/api/lines`, { channel, line: `/subscribe ${topics.join(', ')}` });
  }
}

async function settled(page: string): Promise<void> {
  await (await fetch(`${page}/api/settle`)).text();
}

async function post(url: string, body: object): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
}

/** At the next start, instead of a minute later. */
function lookAtAllFeeds(database: string): void {
  const db = new Sqlite(database);
  db.exec('update source set next_poll_at = 0');
  db.close();
}

function readAlerts(database: string): readonly Alert[] {
  const db = new Sqlite(database, { readonly: true });
  const rows = db
    .prepare(
      `select c.external_id as channel, p.body from local_post p join channel c on c.id = p.channel_id
       where p.kind = 'alert' order by p.seq`,
    )
    .all() as ReadonlyArray<{ channel: string; body: string }>;
  db.close();
  return rows.map(({ channel, body }) => {
    const { storyId, articleId } = JSON.parse(body) as AlertContent;
    return { channel, story: storyId, article: articleId };
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((over) => {
    setTimeout(over, ms).unref();
  });
}
