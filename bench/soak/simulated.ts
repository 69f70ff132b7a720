/**
 * Virtual days, seed after seed, with more and less harm; between them a short scenario in which the bot is killed at
 * each of its awaits in turn, then the next one.
 */
import { awaitsIn, deathsFrom, killedAt, shortSeed } from '../../test/simulate/die-at-each.ts';
import { type Harm, type Run, simulate, usualHarm } from '../../test/simulate/simulate.ts';
import type { Failure, Outcome } from './outcome.ts';

const breaches = ['lost', 'doubled', 'outOfOrder', 'notOwed', 'stale'] as const;
const counted = ['crashes', 'requests', 'owed'] as const;

/** Killed now and then, often, and hardly coming to anything. */
const deaths = [usualHarm.death, 1 / 100, 1 / 30];
const awaitsBetweenSeeds = 20;

export async function soakSimulation(minutes: number, firstSeed: number): Promise<Outcome> {
  const total = newTotal();
  const until = performance.now() + minutes * 60_000;
  const eachAwait = killsAtEachAwait(shortSeed);
  for (let seed = firstSeed; seed === firstSeed || performance.now() < until; seed += 1) {
    total.add(await simulate(seed, { harm: harmOf(seed) }), `--seed ${seed} --trace`);
    for (let done = 0; done < awaitsBetweenSeeds && performance.now() < until; done += 1) {
      const { run, replay } = await eachAwait();
      total.add(run, replay);
    }
  }
  return total.outcome();
}

/** One run, and what happened in it. */
export async function replaySimulation(seed: number, dieAt: readonly number[]): Promise<Outcome> {
  const total = newTotal();
  const run = await (dieAt.length > 0 ? killedAt(seed, dieAt) : simulate(seed, { harm: harmOf(seed) }));
  for (const line of run.trace) console.log(line);
  total.add(run, `--seed ${seed}${dieAt.length > 0 ? ` --die-at ${dieAt.join(',')}` : ''} --trace`);
  return total.outcome();
}

function harmOf(seed: number): Harm {
  return { ...usualHarm, death: deaths[(seed - 1) % deaths.length]! };
}

/** @returns what makes the next run: await after await, then those of the next seed */
function killsAtEachAwait(firstSeed: number) {
  let seed = firstSeed;
  let at = 0;
  let awaits: number | undefined;
  return async (): Promise<{ readonly run: Run; readonly replay: string }> => {
    awaits ??= await awaitsIn(seed);
    at += 1;
    const dieAt = deathsFrom(at);
    const replay = `--seed ${seed} --die-at ${dieAt.join(',')} --trace`;
    const run = await killedAt(seed, dieAt);
    if (at >= awaits) [seed, at, awaits] = [seed + 1, 0, undefined];
    return { run, replay };
  };
}

function newTotal() {
  const figures = {
    runs: 0,
    crashes: 0,
    requests: 0,
    owed: 0,
    lost: 0,
    doubled: 0,
    outOfOrder: 0,
    notOwed: 0,
    stale: 0,
  };
  let firstFailure: Failure | undefined;
  return {
    add(run: Run, replay: string): void {
      figures.runs += 1;
      for (const name of counted) figures[name] += run[name];
      for (const name of breaches) figures[name] += run[name].length;
      if (breaches.every((name) => run[name].length === 0)) return;
      const { trace: _, ...found } = run;
      firstFailure ??= { replay, found };
    },
    outcome: (): Outcome => ({ figures, firstFailure }),
  };
}
