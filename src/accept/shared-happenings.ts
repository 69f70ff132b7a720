/** What it says of two reports that they tell the same happening, or what comes of it, or only mention it. */
import type { KeptTrait } from './sketch.ts';
import { type Comparison, count, isFigureTie, isTitleWord, placeOf, tells, type Tie } from './ties.ts';
import { genreWeight, isFigure } from './trait.ts';

export function happeningsOf(comparison: Comparison) {
  const { ties, alone, lacking } = comparison;
  const concepts = ties.filter(isHappening);
  const news = [alone, lacking].filter((traits) => traits.some(isMainConcept)).length;
  const aftermath = isRetold(comparison) ? 0 : developments(alone, ties, (tie) => tie.theirs);
  return {
    otherConcept: concepts.length === 0 && news === 2 ? 1 : 0,
    aftermath,
    development: Math.max(
      aftermath,
      developments(lacking, ties, (tie) => tie.mine),
    ),
    concepts,
  };
}

/** The title says all that the other one does, its figure too, and nothing else has happened: the article was written on. */
function isRetold({ ties, alone, titleWords }: Comparison): boolean {
  const title = ties.filter(({ mine, theirs }) => isTitle(mine) && isTitle(theirs));
  return (
    titleWords.theirs > 0 &&
    count(
      title.map(({ theirs }) => theirs),
      isTitleWord,
    ) === titleWords.theirs &&
    title.some((tie) => isFigureTie(tie) && tells(tie)) &&
    !alone.some(
      (trait) => opens(trait) && trait.weight === 0 && (trait.kind === 'concept' || trait.kind === 'later'),
    )
  );
}

function isMainConcept({ kind, place }: KeptTrait): boolean {
  return place === 'title' && kind === 'concept';
}

/** What the lexicon or we know to have happened; that it was days after something says nothing of what. */
function isHappening({ mine: { kind, weight } }: Tie): boolean {
  return kind === 'concept' || (kind === 'later' && weight === 0);
}

/**
 * What a title tells of the aftermath: each counts where the other report has nothing of it, half where it mentions it in
 * passing ("no patch yet"), and a third where both titles tell of another one that they share.
 */
function developments(
  alone: readonly KeptTrait[],
  ties: readonly Tie[],
  otherOf: (tie: Tie) => KeptTrait,
): number {
  const shared = ties.filter(({ mine }) => mine.kind === 'later' && mine.weight === 0);
  const passing = shared.filter(
    (tie) => otherOf(tie).place !== 'title' && [tie.mine, tie.theirs].some(({ place }) => place === 'title'),
  );
  const sum = count(alone, isDevelopment) + passing.length / 2;
  return Math.min(2, sum) * (shared.some((tie) => placeOf(tie) === 1) ? 1 / 3 : 1);
}

export function isDevelopment({ kind, place, weight }: KeptTrait): boolean {
  return (
    kind === 'later' && weight !== genreWeight && (place === 'title' || (weight === 1 && place !== 'body'))
  );
}

/**
 * One of them tells, below its first paragraph, of what the other opens with, and opens with something else that the
 * other one knows nothing of. A figure may be equal by chance where the titles tell of two things.
 */
export function isBackground(comparison: Comparison): boolean {
  return (
    mentionsOnly(comparison, tellsEvent, opens) ||
    mentionsOnly(comparison, ({ kind, weight }) => kind === 'concept' && weight === 0, isTitle)
  );
}

function mentionsOnly(
  { ties, alone, lacking }: Comparison,
  wanted: (trait: KeptTrait) => boolean,
  isOwn: (trait: KeptTrait) => boolean,
): boolean {
  const shared = ties.filter(({ mine }) => wanted(mine));
  const isTold = shared.some(({ mine }) => opens(mine));
  const isKnown = shared.some(({ theirs }) => opens(theirs));
  const is = (trait: KeptTrait): boolean => wanted(trait) && isOwn(trait);
  if (isKnown && !isTold) return alone.some(is) && shared.some(({ theirs }) => is(theirs));
  return isTold && !isKnown && lacking.some(is) && shared.some(({ mine }) => is(mine));
}

function isTitle({ place }: KeptTrait): boolean {
  return place === 'title';
}

function tellsEvent({ kind, weight }: KeptTrait): boolean {
  return isFigure({ kind, weight }) ? weight > 0 : kind === 'concept' || (kind === 'later' && weight === 0);
}

function opens({ place }: KeptTrait): boolean {
  return place === 'title' || place === 'lead';
}
