/** What speaks for and against two reports being of one event, and how much. */
import type { Language } from '../domain.ts';
import { hashOf } from './hash.ts';
import { happeningsOf, isBackground, isDevelopment } from './shared-happenings.ts';
import { namesOf } from './shared-names.ts';
import { diminishing, mostOf, sharePresent } from './shares.ts';
import type { Kept, KeptTrait } from './sketch.ts';
import { countedWeight, genreWeight, identifierWeight, isFigure, isName } from './trait.ts';
import {
  compare,
  type Comparison,
  count,
  depthOf,
  hoursBetween,
  isFigureTie,
  isTitleWord,
  isWord,
  leadInBoth,
  placeOf,
  placeWeights,
  type Report,
  tells,
  type Tie,
} from './ties.ts';

/** Each is 0 where there is nothing of it; most are at most 1, sums of several at most 3. */
export interface Evidence {
  /** Shared names: rare ones before known ones, in titles before those in the text. */
  readonly names: number;
  /** The best of them, by where it stands in both. */
  readonly mainName: number;
  /** Of the names of the report that has fewer, the share that the other one has too, titles before texts. */
  readonly nameShare: number;
  /** Whom each is about before all: 0 = neither names the other's, 1 = both do. */
  readonly subjects: number;
  readonly figures: number;
  /** As `nameShare`. */
  readonly figureShare: number;
  /** The same happening of the same one, by where either stands in both. */
  readonly whoAndWhat: number;
  /** In one language, so few stems in common that the reports can hardly tell the same. */
  readonly fewWords: number;
  /** Neither a figure nor a concept in common: two reports on one man, whatever he did. */
  readonly onlyNames: number;
  /** Each title tells of a concept that the other report never mentions. */
  readonly otherConcept: number;
  /** A title tells what comes of an affair, and the other report knows nothing of it. At most 2. */
  readonly development: number;
  /** The same, of the new report alone. */
  readonly aftermath: number;
  /** Both titles name what the other report never does. */
  readonly otherNames: number;
  /** The same of names that say little. */
  readonly otherCommon: number;
  /** Both titles name a place that the other report never does. */
  readonly otherPlaces: number;
  /**
   * They count the same, however much it is, of the same happening of the same one, and the titles name nobody, no place
   * and no development besides: a number that was corrected, far oftener than a second event.
   */
  readonly sameCount: number;
  /** The same, and a title says that it was another number before: 1 = the new one's, 1/4 = the other's. */
  readonly corrected: number;
  /** Both give telling figures and share none, nor what they count. */
  readonly otherFigures: number;
  /** Each names one thing by its number, and it is not the same: two flaws of one product. */
  readonly otherIdentifiers: number;
  /** What happened and how much is in the title or first paragraph of one of them at most: the other's background. */
  readonly background: number;
  /** One is an opinion, a review or a round-up, and the other is not. */
  readonly otherGenre: number;
  readonly days: number;
  readonly acrossLanguages: number;
}

/**
 * @param ties of the two, as of `tiesOf`
 * @param rarity of a trait's hash among the stories it is compared with: 1 = in hardly any, towards 0 = in many
 */
export function evidenceOf(
  mine: Report,
  theirs: Kept & { readonly language: Language },
  ties: readonly Tie[],
  rarity: (hash: number) => number,
): Evidence {
  const comparison = compare(mine, theirs, ties);
  const sameLanguage = mine.language === theirs.language;
  const nameEvidence = namesOf(comparison, rarity, sameLanguage);
  const { concepts, ...conceptEvidence } = happeningsOf(comparison);
  const whoAndWhat = nameEvidence.mainName * mostOf(concepts.filter(isMain).map(placeOf));
  const ofOneAffair =
    whoAndWhat >= leastWhoAndWhat &&
    ties.some(isOfBothTitles) &&
    nameEvidence.otherNames === 0 &&
    nameEvidence.otherPlaces === 0 &&
    conceptEvidence.development <= (differ(comparison, isCorrection, 'one of them') ? 1 : 0);
  const words = sameLanguage ? wordShare(comparison, rarity) : 0;
  const titleWords = sameLanguage ? titleWordShare(comparison) : 0;
  const hasFigure = ties.filter(isFigureTie).some(tells);
  const telling = sameLanguage ? concepts.filter(saysWhatHappened) : concepts;
  const onlyNames = !hasFigure && mostOf(telling.map(placeOf)) < leadInBoth;
  return {
    ...nameEvidence,
    ...conceptEvidence,
    ...figuresOf(comparison, rarity, ofOneAffair),
    whoAndWhat,
    fewWords: sameLanguage ? Math.max(0, 1 - words / someWords) : 0,
    onlyNames: onlyNames ? (sameLanguage ? wanting(words + titleWords) : 0.5) : 0,
    background: isBackground(comparison) ? 1 : 0,
    otherGenre: differ(comparison, isGenre, 'one of them') ? 1 : 0,
    days: Math.max(0, hoursBetween(mine.publishedHour, theirs.publishedHour) - graceHours) / 24,
    acrossLanguages: sameLanguage ? 0 : 1,
  };
}

/** Of `whoAndWhat`: the happening in title and lead, and a name that is doubtful. */
const leastWhoAndWhat = 0.2;

function figuresOf(comparison: Comparison, rarity: (hash: number) => number, ofOneAffair: boolean) {
  const figures = comparison.ties.filter(isFigureTie);
  const sameCount = ofOneAffair && comparison.ties.some(({ mine }) => isCounted(mine));
  const identified = figures.some(({ mine }) => isIdentifier(mine));
  return {
    figures: diminishing(figures.map((tie) => (tie.mine.weight / 4) * rarity(tie.mine.hash) * depthOf(tie))),
    figureShare: sharePresent(comparison, weightOfFigure),
    sameCount: sameCount ? 1 : 0,
    corrected: sameCount ? correctionIn(comparison) : 0,
    otherFigures: !sameCount && differ(comparison, isTelling) && figures.length === 0 ? 1 : 0,
    otherIdentifiers: differ(comparison, isIdentifier) && !identified ? 1 : 0,
  };
}

function isOfBothTitles(tie: Tie): boolean {
  return isName(tie.mine) && tie.mine.kind !== 'common' && placeOf(tie) === 1;
}

function isCounted({ kind, weight }: KeptTrait): boolean {
  return kind === 'figure' && weight === countedWeight;
}

/** Of the other's only `development` is held against the two, which weighs a quarter of what both do (`weigh.ts`). */
function correctionIn({ alone, lacking }: Comparison): number {
  if (alone.some(isCorrection)) return 1;
  return lacking.some(isCorrection) ? 1 / 4 : 0;
}

/** "More than first reported", "revised". */
function isCorrection(trait: KeptTrait): boolean {
  return trait.hash === correction && isDevelopment(trait);
}

const correction = hashOf('%revision');

function isMain({ mine: { weight } }: Tie): boolean {
  return weight === 0;
}

/** What either has alone, or only one of them. */
function differ(
  { alone, lacking }: Comparison,
  wanted: (trait: KeptTrait) => boolean,
  who: 'both' | 'one of them' = 'both',
): boolean {
  return who === 'both'
    ? alone.some(wanted) && lacking.some(wanted)
    : alone.some(wanted) || lacking.some(wanted);
}

function isIdentifier({ kind, place, weight }: KeptTrait): boolean {
  return kind === 'figure' && weight === identifierWeight && place !== 'body';
}

function isGenre({ kind, weight }: KeptTrait): boolean {
  return kind === 'later' && weight === genreWeight;
}

function weightOfFigure(trait: KeptTrait): number {
  return isFigure(trait) ? trait.weight * placeWeights[trait.place] : 0;
}

/** 1 where two reports share the words any two on one man share, 0 where they say the same in much the same words. */
function wanting(sharedWords: number): number {
  return Math.min(1, Math.max(0, (0.91 - sharedWords) / 0.35));
}

/** Outlets of one day tell one event. */
const graceHours = 12;

function wordShare({ ties, words }: Comparison, rarity: (hash: number) => number): number {
  const shared = ties.filter((tie) => isWord(tie.mine)).reduce((sum, tie) => sum + rarity(tie.mine.hash), 0);
  return shared / Math.max(leastWords, Math.min(words.mine, words.theirs));
}

function titleWordShare({ ties, titleWords }: Comparison): number {
  const mine = count(
    ties.map((tie) => tie.mine),
    isTitleWord,
  );
  const theirs = count(
    ties.map((tie) => tie.theirs),
    isTitleWord,
  );
  return (
    (mine / Math.max(leastTitle, titleWords.mine) + theirs / Math.max(leastTitle, titleWords.theirs)) / 2
  );
}

const leastTitle = 4;

const someWords = 0.25;

/** Two titles without a text share a few words soon. */
const leastWords = 12;

/** An inquiry that is mentioned is what weeks of reports are about. */
function saysWhatHappened(tie: Tie): boolean {
  return tie.mine.weight === 0 && (tie.mine.kind === 'concept' || placeOf(tie) === 1);
}

function isTelling(trait: KeptTrait): boolean {
  return isFigure(trait) && trait.place !== 'body' && trait.weight >= 2;
}
