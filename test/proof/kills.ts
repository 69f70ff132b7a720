/**
 * A busy bot is killed again and again and started again on the same data: at random moments of its life, its start
 * among them, and at every crash point, not only when it first gets there.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crashPoints } from '../../src/world.ts';
import { seededRandom } from '../fakes/world.ts';
import { type Doom, liveApart } from './lives.ts';
import { readOutside } from './outside.ts';
import { titlesUpTo } from './reports.ts';
import { alertsIn, judge, readArticles, type Verdict } from './verdict.ts';

export interface Killed extends Verdict {
  readonly seed: number;
  readonly kills: number;
  readonly edits: number;
  /** Lives that ended otherwise than they should have. */
  readonly failed: readonly string[];
}

/** So long at most it has been alive, or at work, when it is killed at any moment. */
const latest = { birth: 1500, start: 600 } as const;
/** So often at most it has got to a point when it is killed there. */
const deepest = 8;

export async function killOften(seed: number, kills: number): Promise<Killed> {
  const random = seededRandom(seed * 7919);
  const data = mkdtempSync(join(tmpdir(), 'bellwire-kills-'));
  const order = { data, outside: join(data, 'outside.jsonl') };
  const failed: string[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    // Every other time at a point, all points in turn.
    const point = kill % 2 === 0 ? crashPoints[(kill / 2) % crashPoints.length] : undefined;
    const ended = await (point === undefined
      ? liveApart(order, anyMoment())
      : liveApart({ ...order, killAt: { point, time: upTo(deepest) } }));
    if (ended.signal !== 'SIGKILL' || ended.errors !== '')
      failed.push(`life ${kill} (${point ?? 'any moment'}): ${JSON.stringify(ended)}`);
  }

  const reports = reportsIn(order.outside) + 1;
  const last = await liveApart({ ...order, reports });
  if (last.code !== 0 || last.errors !== '') failed.push(`the last life: ${JSON.stringify(last)}`);
  const known = readOutside(order.outside);
  const verdict = judge(readArticles(join(data, 'bellwire.db')), titlesUpTo(reports), alertsIn(known));
  rmSync(data, { recursive: true });
  return { seed, kills, edits: known.filter(({ kind }) => kind === 'edited').length, failed, ...verdict };

  function anyMoment(): Doom {
    const since = random() < 0.2 ? 'birth' : 'start';
    return { since, ms: upTo(latest[since]) };
  }

  function upTo(most: number): number {
    return 1 + Math.floor(random() * most);
  }
}

function reportsIn(outside: string): number {
  return readOutside(outside).filter(({ kind }) => kind === 'accepted').length;
}
