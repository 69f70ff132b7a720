/**
 * A busy bot is killed again and again and started again on the same data: at random moments of its life, its start
 * among them, and at every crash point, not only when it first gets there.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crashPoints } from '../../src/world.ts';
import { seededRandom } from '../fakes/world.ts';
import { liveApart } from './lives.ts';
import { readOutside } from './outside.ts';
import { reportNumbered } from './reports.ts';
import { alertsIn, judge, readArticles, type Verdict } from './verdict.ts';

export interface Killed extends Verdict {
  readonly seed: number;
  readonly kills: number;
  readonly edits: number;
  /** Lives that ended otherwise than they should have. */
  readonly failed: readonly string[];
}

/** A life takes about 0.3 s to start; so late at most it is killed. */
const latestKillMs = 1500;
/** So often at most it has got to a point when it is killed there. */
const deepest = 12;

export async function killOften(seed: number, kills: number): Promise<Killed> {
  const random = seededRandom(seed * 7919);
  const data = mkdtempSync(join(tmpdir(), 'bellwire-kills-'));
  const order = { data, outside: join(data, 'outside.jsonl') };
  const failed: string[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    // Every other time at a point, all points in turn.
    const point = kill % 2 === 0 ? crashPoints[(kill / 2) % crashPoints.length] : undefined;
    const killAt = point && { point, time: upTo(deepest) };
    const ended = await liveApart({ ...order, killAt }, point ? undefined : upTo(latestKillMs));
    if (ended.signal !== 'SIGKILL' || ended.errors !== '')
      failed.push(`life ${kill} (${point ?? 'any moment'}): ${JSON.stringify(ended)}`);
  }

  const reports = reportsIn(order.outside) + 1;
  const last = await liveApart({ ...order, reports });
  if (last.code !== 0 || last.errors !== '') failed.push(`the last life: ${JSON.stringify(last)}`);
  const titles = Array.from({ length: reports }, (_, before) => reportNumbered(before + 1).title);
  const known = readOutside(order.outside);
  const verdict = judge(readArticles(join(data, 'bellwire.db')), titles, alertsIn(known));
  rmSync(data, { recursive: true });
  return { seed, kills, edits: known.filter(({ kind }) => kind === 'edited').length, failed, ...verdict };

  function upTo(most: number): number {
    return 1 + Math.floor(random() * most);
  }
}

function reportsIn(outside: string): number {
  return readOutside(outside).filter(({ kind }) => kind === 'accepted').length;
}
