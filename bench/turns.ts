/** What one kind of work took beside its baseline, in milliseconds for one turn; medians. */
export interface Compared {
  readonly oursMs: number;
  readonly baselineMs: number;
  /** Of the pairs, each of which shared its moment of a busy machine: more to be trusted than both times. */
  readonly ratio: number;
  readonly turns: number;
}

/** One turn of some work. @returns the milliseconds that count */
export type Turn = (turn: number) => number | Promise<number>;

/**
 * Lets two kinds of work take turns (A B A B …) for about `budgetMs`, at least three times each. The first turn of
 * both is not counted: it compiles.
 */
export async function inTurns(ours: Turn, baseline: Turn, budgetMs: number): Promise<Compared> {
  await ours(0);
  await baseline(0);
  const pairs: Array<{ readonly ours: number; readonly baseline: number }> = [];
  const end = performance.now() + budgetMs;
  while (pairs.length < leastTurns || performance.now() < end) {
    const turn = pairs.length + 1;
    pairs.push({ ours: await ours(turn), baseline: await baseline(turn) });
  }
  return {
    oursMs: median(pairs.map((pair) => pair.ours)),
    baselineMs: median(pairs.map((pair) => pair.baseline)),
    ratio: median(pairs.map((pair) => pair.ours / pair.baseline)),
    turns: pairs.length,
  };
}

const leastTurns = 3;

/** The milliseconds some work takes. What it gives is kept until it is done, so that none of it can be left out. */
export function timed(work: () => unknown): number {
  const start = performance.now();
  kept = work();
  return performance.now() - start;
}

export let kept: unknown;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
