/**
 * One short scenario, in which the bot is killed at its first await, then, in a run of its own, at its second, and so on
 * until there is none left: no place is missed because chance never struck it.
 */
import { seededRandom } from '../fakes/world.ts';
import { type Run, type Scenario, simulate } from './simulate.ts';

/** Alerts, a lost answer and reading back; what was told privately is public later, which is an edit. Three quarters of an hour. */
export const shortSeed = 309;
const short: Scenario = { days: 0.75 / 24, harm: { death: 0, fullDisk: 0, fault: 0.2 } };

/** How often it can be killed in the scenario of this seed. */
export async function awaitsIn(seed: number): Promise<number> {
  return (await simulate(seed, short)).awaits;
}

export function killedAt(seed: number, deaths: readonly number[]): Promise<Run> {
  return simulate(seed, { ...short, dieAt: deaths });
}

/** Killed there, and once more while it takes up what it left. */
export function deathsFrom(at: number): readonly number[] {
  return [at, at + 1 + Math.floor(seededRandom(at)() * recoveryAwaits)];
}

/** About so many awaits it takes to start on what is there. */
const recoveryAwaits = 60;
