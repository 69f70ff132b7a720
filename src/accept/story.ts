/**
 * Which story an article belongs to: the one whose first article has the same text, or tells the same event in other
 * words or another language. A wrong answer "yes" swallows somebody's alert, a wrong "no" only means a second one: when
 * in doubt, a story of its own.
 */
import type { Language, StorySketch } from '../domain.ts';
import { copiedShare } from './copied-text.ts';
import { type Evidence, evidenceOf, reportOf, type Tie, tiesOf } from './resemblance.ts';
import { copyHashesIn, type Kept, readSketch, type Sketched } from './sketch.ts';

export interface Choice {
  readonly storyId: number;
  readonly reason: StoryReason;
}

/** Why an article joined its story, in its own words. */
export type StoryReason =
  | { readonly kind: 'same text' }
  | {
      readonly kind: 'same event';
      readonly names: readonly string[];
      readonly figures: readonly string[];
      readonly concepts: readonly string[];
    };

/**
 * Logits, as of a logistic regression. They began as one, fitted on `test/accept/stories/tuned.jsonl`, and were rounded
 * and corrected where 80 articles are too few to tell: words and concepts against English news of several years.
 */
const weights: Readonly<Record<keyof Evidence, number>> = {
  names: 1.9,
  mainName: 0.9,
  moreNames: 1.6,
  figures: 1.9,
  concept: 0.2,
  agreement: 2.3,
  words: 0.5,
  titleWords: 0.4,
  onlyNames: -4.0,
  fewWords: -2.5,
  otherConcept: -1.4,
  newConcept: -0.7,
  development: -4.8,
  otherNames: -1.6,
  otherFigures: -1.6,
  days: -3.2,
  acrossLanguages: 1.0,
};
/** Of any two reports of three days, hardly any are of one event. */
const prior = -4.4;
/** Between the last pair that should be joined without doubt and the first follow-up that should not (0.1). */
const enough = 0.2;

const windowHours = 72;

/** @returns the story to join and why; undefined opens a new one */
export function chooseStory(
  article: Sketched & { readonly language: Language },
  candidates: readonly StorySketch[],
): Choice | undefined {
  const own = readSketch(article.sketch);
  if (own === undefined) return undefined;
  const near: Near[] = [];
  for (const { storyId, language, sketch } of candidates) {
    const kept = readSketch(sketch);
    if (kept !== undefined && Math.abs(kept.publishedHour - own.publishedHour) <= windowHours)
      near.push({ storyId, language, ...kept });
  }
  return sameText(article, own, near) ?? sameEvent(article, own, near);
}

interface Near extends Kept {
  readonly storyId: number;
  readonly language: Language;
}

function sameText(
  { language }: { readonly language: Language },
  own: Kept,
  near: readonly Near[],
): Choice | undefined {
  const hashes = copyHashesIn(own);
  if (hashes.length === 0) return undefined;
  const alike = near
    .filter((story) => mayBeEqual(story.language, language))
    .map((story) => ({ storyId: story.storyId, score: copiedShare(hashes, copyHashesIn(story)) }))
    .filter(({ score }) => score > 0);
  const best = bestOf(alike);
  return best && { storyId: best.storyId, reason: { kind: 'same text' } };
}

function mayBeEqual(a: Language, b: Language): boolean {
  return a === b || a === 'und' || b === 'und';
}

function sameEvent(
  { traits, language }: Sketched & { readonly language: Language },
  own: Kept,
  near: readonly Near[],
): Choice | undefined {
  const report = reportOf(language, own.publishedHour, traits);
  const tied = near.map((story) => ({ story, ties: tiesOf(report, story) }));
  const rarity = rarityAmong(tied.map(({ ties }) => ties));
  const alike = tied
    .filter(({ ties }) => telling(ties) >= leastTies)
    .map(({ story, ties }) => ({
      storyId: story.storyId,
      ties,
      score: scoreOf(evidenceOf(report, story, ties, rarity)),
    }))
    .filter(({ score }) => score >= enough);
  const best = bestOf(alike);
  return best && { storyId: best.storyId, reason: reasonOf(best.ties) };
}

/** Besides words. Fewer cannot be enough, and most stories have none. */
const leastTies = 2;

function telling(ties: readonly Tie[]): number {
  return ties.reduce((sum, { mine: { kind } }) => sum + (kind === 'word' ? 0 : 1), 0);
}

function scoreOf(evidence: Evidence): number {
  let score = prior;
  for (const kind of Object.keys(weights) as Array<keyof Evidence>) score += weights[kind] * evidence[kind];
  return score;
}

/** A name that every twentieth story has says a quarter of what a rare one says. */
function rarityAmong(tied: ReadonlyArray<readonly Tie[]>): (hash: number) => number {
  if (tied.length < leastForRarity) return () => 1;
  const stories = new Map<number, number>();
  for (const ties of tied)
    for (const { mine } of ties) stories.set(mine.hash, (stories.get(mine.hash) ?? 0) + 1);
  return (hash) => {
    const share = (stories.get(hash) ?? 0) / tied.length;
    if (share <= rareShare) return 1;
    return Math.max(0.25, 1 - 0.75 * (Math.log(share / rareShare) / Math.log(commonShare / rareShare)));
  };
}

const leastForRarity = 100;
const rareShare = 0.01;
const commonShare = 0.05;

function reasonOf(ties: readonly Tie[]): StoryReason {
  const written = (wanted: (kind: string) => boolean): readonly string[] => [
    ...new Set(ties.filter(({ mine }) => wanted(mine.kind)).map(({ mine }) => mine.written)),
  ];
  return {
    kind: 'same event',
    names: written((kind) => ['rare', 'known', 'doubtful', 'common'].includes(kind)),
    figures: written((kind) => kind === 'figure'),
    concepts: written((kind) => kind === 'concept'),
  };
}

/** Tied to two, the older one wins: its alert is the one that people have seen. */
function bestOf<T extends { readonly storyId: number; readonly score: number }>(
  alike: readonly T[],
): T | undefined {
  return alike.toSorted((a, b) => b.score - a.score || a.storyId - b.storyId)[0];
}
