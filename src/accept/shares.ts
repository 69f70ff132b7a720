/** How much of what two reports have they share. */
import type { KeptTrait } from './sketch.ts';
import type { Comparison, Tie } from './ties.ts';

export function mostOf(values: readonly number[]): number {
  return Math.max(0, ...values);
}

/** The second of a kind says less than the first: given name and family name are one person. */
export function diminishing(values: readonly number[]): number {
  return values.toSorted((a, b) => b - a).reduce((sum, value, at) => sum + value * (shares[at] ?? 0.2), 0);
}

const shares = [1, 0.7, 0.5, 0.35, 0.25];

/** Of the report that has less of it, the share that the other one has too. */
export function sharePresent(
  { mine, theirs, ties }: Comparison,
  weigh: (trait: KeptTrait) => number,
): number {
  const sum = (traits: readonly KeptTrait[]): number => traits.reduce((all, trait) => all + weigh(trait), 0);
  const shared = Math.min(sum(ties.map((tie) => tie.mine)), sum(ties.map((tie) => tie.theirs)));
  const least = Math.min(sum(mine), sum(theirs));
  return least === 0 ? 0 : shared / least;
}

/** How many of the traits in question are alone. */
export function share(
  alone: readonly KeptTrait[],
  ties: readonly Tie[],
  inQuestion: (trait: KeptTrait) => boolean,
): number {
  const lonely = alone.filter(inQuestion).length;
  const tied = ties.filter((tie) => inQuestion(tie.mine) || inQuestion(tie.theirs)).length;
  return lonely === 0 ? 0 : lonely / (lonely + tied);
}
