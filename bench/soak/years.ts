/** Two hundred virtual days each, of a bot that deletes what is old. */
import { liveForYears } from '../../test/simulate/years.ts';
import type { Failure, Outcome } from './outcome.ts';

export async function soakYears(runs: number, firstSeed: number): Promise<Outcome> {
  const figures = { runs: 0, crashes: 0, owed: 0, lost: 0, doubled: 0 };
  let firstFailure: Failure | undefined;
  for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
    const { owed, crashes, lost, doubled } = await liveForYears(seed);
    figures.runs += 1;
    figures.crashes += crashes;
    figures.owed += owed;
    figures.lost += lost.length;
    figures.doubled += doubled.length;
    if (lost.length + doubled.length > 0)
      firstFailure ??= { replay: `--years 1 --seed ${seed}`, found: { lost, doubled } };
  }
  return { figures, firstFailure };
}
