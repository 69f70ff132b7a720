/**
 * Which story an article belongs to: the one whose first article has the same text, or tells the same event in other
 * words or another language. A wrong answer "yes" swallows somebody's alert, a wrong "no" only means a second one: when
 * in doubt, a story of its own.
 */
import type { Common, Language, Spread, StoryChoice, StorySketch } from '../domain.ts';
import { copiedShare } from './copied-text.ts';
import { evidenceOf } from './resemblance.ts';
import { copyHashesIn, type Kept, readSketch, type Sketched } from './sketch.ts';
import { contradict, type Report, reportOf, type Tie, tiesOf } from './ties.ts';
import { isName, isUnsaid, type Trait } from './trait.ts';
import { laterScore, oneEventScore } from './weigh.ts';

const windowHours = 72;

/**
 * @param spread absent: the candidates are a fair sample of all stories
 * @returns the story to join or to follow, and why; undefined: it has to do with none
 */
export function chooseStory(
  article: Told,
  candidates: readonly StorySketch[],
  spread: Spread = { newest: candidates.length, stories: candidates.length, having: new Map() },
): StoryChoice | undefined {
  return chooserFor(article, candidates.slice(0, spread.newest))(candidates, spread);
}

type Told = Sketched & { readonly language: Language };

/**
 * @param sample by which is told how common it is what two reports share
 * @returns chooses as `chooseStory` does; what was once compared with the article is not compared again
 */
export function chooserFor(
  article: Told,
  sample: readonly StorySketch[],
): (candidates: readonly StorySketch[], spread: Omit<Spread, 'newest'>) => StoryChoice | undefined {
  const own = readSketch(article.sketch);
  if (own === undefined) return () => undefined;
  const report = reportOf(article.language, own.publishedHour, article.traits);
  const read = new Map<StorySketch, Near | undefined>();
  const compared = new Map<Near, readonly Tie[]>();
  const near = (candidates: readonly StorySketch[]): readonly Near[] =>
    candidates.flatMap((candidate) => read.getOrInsertComputed(candidate, nearOf) ?? []);
  const tie = (story: Near): readonly Tie[] =>
    compared.getOrInsertComputed(story, (it) => tiesOf(report, it));
  let common: Sampled | undefined;
  return (candidates, spread) => {
    const stories = near(candidates);
    const same = sameText(article, own, stories);
    if (same !== undefined) return same;
    common ??= countIn(near(sample).map(tie));
    return sameAffair(report, stories, tie, rarityAmong(common, spread), crowdOf(spread));
  };
}

function nearOf({ storyId, language, sketch }: StorySketch): Near | undefined {
  const kept = readSketch(sketch);
  return kept && { storyId, language, ...kept };
}

function inTime(own: Dated, kept: Dated): boolean {
  return Math.abs(kept.publishedHour - own.publishedHour) <= windowHours;
}

type Dated = Pick<Kept, 'publishedHour'>;

interface Near extends Kept {
  readonly storyId: number;
  readonly language: Language;
}

function sameText(
  { language }: { readonly language: Language },
  own: Kept,
  near: readonly Near[],
): StoryChoice | undefined {
  const hashes = copyHashesIn(own);
  if (hashes.length === 0) return undefined;
  const alike = near
    .filter((story) => inTime(own, story) && mayBeEqual(story.language, language))
    .map((story) => ({ storyId: story.storyId, score: copiedShare(hashes, copyHashesIn(story)) }));
  const best = bestOf(alike);
  return best && { kind: 'joins', storyId: best.storyId, reason: { kind: 'same text' } };
}

function mayBeEqual(a: Language, b: Language): boolean {
  return a === b || a === 'und' || b === 'und';
}

/** Of the stories that share something with the article, the likest; or else the one it follows most likely. */
function sameAffair(
  report: Report,
  near: readonly Near[],
  tie: (story: Near) => readonly Tie[],
  rarity: (hash: number) => number,
  crowd: number,
): StoryChoice | undefined {
  const close = near
    .map((story) => ({ story, storyId: story.storyId, ties: tie(story) }))
    .filter(({ story, ties }) => telling(ties) >= leastTies && inTime(report, story))
    .map((one) => ({ ...one, evidence: evidenceOf(report, one.story, one.ties, rarity) }));
  const same = bestOf(
    close
      // Nobody who heard of layoffs knows that they are denied.
      .filter(({ story }) => !contradict(report, story))
      .map((one) => ({ ...one, score: oneEventScore(one.evidence) - crowd })),
  );
  if (same !== undefined)
    return {
      kind: 'joins',
      storyId: same.storyId,
      reason: { kind: 'same event', ...commonOf(same.ties) },
    };
  const earlier = bestOf(
    close
      .filter(({ story }) => mayBeLater(report, story))
      .map((one) => ({ ...one, score: laterScore(one.evidence) - crowd })),
  );
  return (
    earlier && {
      kind: 'follows',
      storyId: earlier.storyId,
      reason: {
        kind: 'later development',
        ...commonOf(earlier.ties),
        news: newsOf(report.traits, earlier.ties),
      },
    }
  );
}

/**
 * In logits: the more stories there are, the more of them are like the article by chance. Half of what independent chances
 * would ask for: of 4,000 English news of many years taken as of 72 hours it drops 9 joins of 22, one or two of them
 * right; all of it would cost a quarter of the invented reports that belong together.
 */
function crowdOf({ stories }: Pick<Spread, 'stories'>): number {
  return Math.log(Math.max(1, stories / storiesWeighed)) / 2;
}

/** Among so many the weights (`weigh.ts`) were chosen. */
const storiesWeighed = 300;

/** Within what clocks of outlets differ by, and at midnight UTC at any hour of that day. */
function mayBeLater(own: Dated, story: Dated): boolean {
  return story.publishedHour <= own.publishedHour + (own.publishedHour % 24 === 0 ? 23 : 3);
}

/** Besides words. Fewer cannot be enough, and most stories have none. */
const leastTies = 2;

function telling(ties: readonly Tie[]): number {
  return ties.reduce((sum, { mine }) => sum + (mine.kind === 'word' || isUnsaid(mine) ? 0 : 1), 0);
}

/** How many stories there are in a sample, and how many of them share each hash with the report. */
interface Sampled {
  readonly stories: number;
  readonly having: ReadonlyMap<number, number>;
}

function countIn(sample: ReadonlyArray<readonly Tie[]>): Sampled {
  const having = new Map<number, number>();
  for (const ties of sample)
    for (const { mine } of ties) having.set(mine.hash, (having.get(mine.hash) ?? 0) + 1);
  return { stories: sample.length, having };
}

/**
 * A name that every twentieth story has says a quarter of what a rare one says. What was counted among all stories is
 * taken from there, the rest (words) from the sample.
 */
function rarityAmong(sample: Sampled, all: Omit<Spread, 'newest'>): (hash: number) => number {
  if (all.stories < leastForRarity) return () => 1;
  return (hash) => {
    const counted = all.having.get(hash);
    const share =
      counted === undefined
        ? (sample.having.get(hash) ?? 0) / Math.max(1, sample.stories)
        : counted / all.stories;
    if (share <= rareShare) return 1;
    return Math.max(0.25, 1 - 0.75 * (Math.log(share / rareShare) / Math.log(commonShare / rareShare)));
  };
}

const leastForRarity = 100;
const rareShare = 0.01;
const commonShare = 0.05;

function commonOf(ties: readonly Tie[]): Common {
  const said = ties.map(({ mine }) => mine).filter((trait) => !isUnsaid(trait));
  const written = (wanted: (trait: Trait) => boolean): readonly string[] => [
    ...new Set(said.filter(wanted).map((trait) => trait.written)),
  ];
  return {
    names: written(isName),
    figures: written(({ kind }) => kind === 'figure'),
    concepts: written(({ kind }) => kind === 'concept'),
  };
}

function newsOf(traits: readonly Trait[], ties: readonly Tie[]): readonly string[] {
  const known = new Set(ties.map(({ mine }) => mine.hash));
  return traits
    .filter(
      ({ kind, weight, hash, place }) =>
        kind === 'later' && weight === 0 && place !== 'body' && !known.has(hash),
    )
    .map(({ written }) => written);
}

/** Tied to two, the older one wins: its alert is the one that people have seen. */
function bestOf<T extends { readonly storyId: number; readonly score: number }>(
  alike: readonly T[],
): T | undefined {
  return alike
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.storyId - b.storyId)[0];
}
