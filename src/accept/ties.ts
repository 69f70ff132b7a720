/** Two reports side by side: what they share, and what either has alone. */
import type { Language } from '../domain.ts';
import { hashOf } from './hash.ts';
import { hashIn, type Kept, type KeptTrait, traitIn } from './sketch.ts';
import { isFigure, type Place, type Trait } from './trait.ts';

/** The new report, made ready to be compared with many. */
export interface Report {
  readonly language: Language;
  readonly publishedHour: number;
  readonly traits: readonly Trait[];
  /** Whose traits have this hash. Signed: integers of 32 bits are the keys that a Map finds fastest. */
  readonly byHash: ReadonlyMap<number, Trait>;
  /** 1 where some trait's hash has these low bits: most of others' need no look at the Map. */
  readonly mayHave: Uint8Array;
  /** Hashes of what its title and lead deny, and of the denials of what they tell. */
  readonly opposites: ReadonlySet<number>;
}

export interface Tie {
  readonly mine: Trait;
  readonly theirs: KeptTrait;
}

export function reportOf(language: Language, publishedHour: number, traits: readonly Trait[]): Report {
  const mayHave = new Uint8Array(lowBits + 1);
  for (const { hash } of traits) mayHave[hash & lowBits] = 1;
  const byHash = new Map(traits.map((trait) => [trait.hash | 0, trait]));
  const opposites = new Set(
    traits.flatMap(({ opposite, place }) => (opposite === undefined || place === 'body' ? [] : opposite | 0)),
  );
  return { language, publishedHour, traits, byHash, mayHave, opposites };
}

const lowBits = 0xfff;

/** What the new report and an older one have in common. */
export function tiesOf(mine: Report, { sketch, traitsFrom }: Kept): readonly Tie[] {
  const ties: Tie[] = [];
  for (let at = traitsFrom; at < sketch.length; at += 1) {
    const bits = sketch[at] ?? 0;
    const hash = hashIn(bits) | 0;
    if (mine.mayHave[hash & lowBits] === 0) continue;
    const own = mine.byHash.get(hash);
    if (own !== undefined) ties.push({ mine: own, theirs: traitIn(bits) });
  }
  return ties;
}

/** Whether one of them denies what the other one tells: in so many words, or because its title is a denial alone. */
export function contradict({ opposites, byHash }: Report, { sketch, traitsFrom }: Kept): boolean {
  const own = byHash.get(denial);
  const other = sketch.slice(traitsFrom).find((bits) => (hashIn(bits) | 0) === denial);
  if (own === undefined && other !== undefined && traitIn(other).place === 'title') return true;
  if (other === undefined && own?.place === 'title') return true;
  if (opposites.size === 0) return false;
  return sketch
    .slice(traitsFrom)
    .some((bits) => opposites.has(hashIn(bits) | 0) && traitIn(bits).place !== 'body');
}

const denial = hashOf('%denial') | 0;

export interface Comparison {
  readonly mine: readonly KeptTrait[];
  readonly theirs: readonly KeptTrait[];
  readonly ties: readonly Tie[];
  readonly alone: readonly KeptTrait[];
  readonly lacking: readonly KeptTrait[];
  /** How many words either report is known by, and how many of its title. */
  readonly words: { readonly mine: number; readonly theirs: number };
  readonly titleWords: { readonly mine: number; readonly theirs: number };
}

export function compare(mine: Report, { sketch, traitsFrom }: Kept, ties: readonly Tie[]): Comparison {
  const tied = new Set(ties.map((tie) => tie.mine.hash));
  const theirs = sketch.slice(traitsFrom).map(traitIn);
  return {
    mine: mine.traits,
    theirs,
    ties,
    alone: mine.traits.filter((trait) => !tied.has(trait.hash)),
    lacking: theirs.filter((trait) => !tied.has(trait.hash)),
    words: { mine: count(mine.traits, isWord), theirs: count(theirs, isWord) },
    titleWords: { mine: count(mine.traits, isTitleWord), theirs: count(theirs, isTitleWord) },
  };
}

export function count(traits: readonly KeptTrait[], wanted: (trait: KeptTrait) => boolean): number {
  return traits.filter(wanted).length;
}

export function isWord({ kind }: KeptTrait): boolean {
  return kind === 'word';
}

export function isTitleWord({ kind, place }: KeptTrait): boolean {
  return kind === 'word' && place === 'title';
}

/** At midnight UTC it was a day that was given, not a moment: any of its hours may be meant. */
export function hoursBetween(a: number, b: number): number {
  const [first, last] = a <= b ? [a, b] : [b, a];
  return Math.max(0, last - first - (first % 24 === 0 ? 23 : 0));
}

export function placeOf({ mine, theirs }: Tie): number {
  return placeWeights[mine.place] * placeWeights[theirs.place];
}

/** Of `placeOf`: it stands in both titles or leads. */
export const leadInBoth = 0.36;
/** What a title says counts for more than what stands deep in the text. */
export const placeWeights: Readonly<Record<Place, number>> = {
  title: 1,
  lead: 0.6,
  below: 0.6,
  body: 0.3,
};

/** Background is printed again for weeks. */
export function depthOf({ mine, theirs }: Tie): number {
  return (mine.place === 'body' ? 0.5 : 1) * (theirs.place === 'body' ? 0.5 : 1);
}

export function isFigureTie({ mine }: Tie): boolean {
  return isFigure(mine);
}

/** A figure that says something, and not deep in a text. */
export function tells(tie: Tie): boolean {
  return tie.mine.weight > 0 && depthOf(tie) === 1;
}
