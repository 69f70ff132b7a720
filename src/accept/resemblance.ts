/** What speaks for and against two reports being of one event, and how much. */
import type { Language } from '../domain.ts';
import type { Kept, KeptTrait } from './sketch.ts';
import {
  compare,
  type Comparison,
  count,
  depthOf,
  hoursBetween,
  isName,
  isTitleWord,
  isWord,
  leadInBoth,
  placeOf,
  type Report,
  type Tie,
} from './ties.ts';

/** Each is 0 where there is nothing of it; most are at most 1, sums of several at most 3. */
export interface Evidence {
  /** Shared names: rare ones before known ones, in titles before those in the text. */
  readonly names: number;
  /** The best of them, by where it stands in both. */
  readonly mainName: number;
  /** More names than one: a company has many events, a company and a town few. */
  readonly moreNames: number;
  readonly figures: number;
  readonly concept: number;
  /** A name, a figure and a concept, each in title or lead: who, what and how much agree. */
  readonly agreement: number;
  /** Stems in common, in one language. */
  readonly words: number;
  /** In one language, so few stems in common that the reports can hardly tell the same. */
  readonly fewWords: number;
  /** Neither a figure nor a concept in common: two reports on one man, whatever he did. */
  readonly onlyNames: number;
  /** Of the stems of either title, how many the other report has, on average. */
  readonly titleWords: number;
  /** Each title tells of a concept that the other report never mentions. */
  readonly otherConcept: number;
  /** One title does. */
  readonly newConcept: number;
  /** A title tells what comes of an affair, and the other report knows nothing of it. At most 2. */
  readonly development: number;
  /** The same, of the new report alone. */
  readonly aftermath: number;
  /** Both titles name what the other report never does. */
  readonly otherNames: number;
  /** Both give telling figures and share none. */
  readonly otherFigures: number;
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
  const { each: names, ...nameEvidence } = namesOf(comparison, rarity, sameLanguage);
  const { concepts, ...conceptEvidence } = conceptsOf(comparison);
  const words = sameLanguage ? wordShare(comparison, rarity) : 0;
  const titleWords = sameLanguage ? titleWordShare(comparison) : 0;
  const figures = ties.filter(isFigure);
  const hasFigure = figures.some(tells);
  const telling = sameLanguage ? concepts.filter(saysWhatHappened) : concepts;
  const onlyNames = !hasFigure && mostOf(telling.map(placeOf)) < leadInBoth;
  const hasName = names.some(isSure) || titleWords >= nameInTitles;
  return {
    ...nameEvidence,
    ...conceptEvidence,
    figures: diminishing(figures.map((tie) => (tie.mine.weight / 4) * rarity(tie.mine.hash) * depthOf(tie))),
    otherFigures: differ(comparison, isTelling) && figures.length === 0 ? 1 : 0,
    agreement: conceptEvidence.concept >= leadInBoth && hasFigure && hasName ? 1 : 0,
    words,
    titleWords,
    fewWords: sameLanguage ? Math.max(0, 1 - words / someWords) : 0,
    onlyNames: onlyNames ? (sameLanguage ? wanting(words + titleWords) : 0.5) : 0,
    days: Math.max(0, hoursBetween(mine.publishedHour, theirs.publishedHour) - graceHours) / 24,
    acrossLanguages: sameLanguage ? 0 : 1,
  };
}

function namesOf(
  { ties, alone, lacking }: Comparison,
  rarity: (hash: number) => number,
  sameLanguage: boolean,
) {
  const names = ties
    .filter(({ mine: { kind } }) => isName(kind))
    .map((tie) => nameTie(tie, rarity, sameLanguage));
  return {
    names: Math.min(mostOfNames, diminishing(names.map(({ strength }) => strength))),
    mainName: mostOf(names.map(({ strength, place }) => strength * place)),
    moreNames: names.filter(({ strength }) => strength > 0.5).length > 1 ? 1 : 0,
    otherNames: Math.min(share(alone, ties, isMainName), share(lacking, ties, isMainName)),
    each: names,
  };
}

function conceptsOf({ ties, alone, lacking }: Comparison) {
  const concepts = ties.filter(isHappening);
  const news = [alone, lacking].filter((traits) => traits.some(isMainConcept)).length;
  const aftermath = developments(alone, ties, (tie) => tie.theirs);
  return {
    concept: mostOf(concepts.map(placeOf)),
    otherConcept: concepts.length === 0 && news === 2 ? 1 : 0,
    newConcept: news / 2,
    aftermath,
    development: Math.max(
      aftermath,
      developments(lacking, ties, (tie) => tie.mine),
    ),
    concepts,
  };
}

function mostOf(values: readonly number[]): number {
  return Math.max(0, ...values);
}

function isFigure({ mine: { kind } }: Tie): boolean {
  return kind === 'figure';
}

function differ({ alone, lacking }: Comparison, wanted: (trait: KeptTrait) => boolean): boolean {
  return alone.some(wanted) && lacking.some(wanted);
}

/** Of some scripts no name can be seen as one; titles that share so much share it too. */
const nameInTitles = 0.4;

function isSure({ strength, place }: { readonly strength: number; readonly place: number }): boolean {
  return strength >= 0.5 && place >= leadInBoth;
}

function tells(tie: Tie): boolean {
  return tie.mine.weight > 0 && depthOf(tie) === 1;
}

/** 1 where two reports share the words any two on one man share, 0 where they say the same in much the same words. */
function wanting(sharedWords: number): number {
  return Math.min(1, Math.max(0, (0.91 - sharedWords) / 0.35));
}

/** Outlets of one day tell one event. */
const graceHours = 12;

/** Long reports on one man name the same people, whatever he did. */
const mostOfNames = 2.2;

function nameTie({ mine, theirs }: Tie, rarity: (hash: number) => number, sameLanguage: boolean) {
  const doubtful = mine.kind === 'doubtful' && theirs.kind === 'doubtful';
  // A word that two languages write alike is hardly a noun of both.
  const strength = doubtful && !sameLanguage ? 0.6 : (strengths[mine.kind]?.[theirs.kind] ?? 0);
  const part = mine.joined === true ? 0.5 : 1;
  return {
    strength: strength * part * rarity(mine.hash) * depthOf({ mine, theirs }),
    place: placeOf({ mine, theirs }),
  };
}

/** What a name says, by how sure either report is that it is one. */
const strengths: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  rare: { rare: 1, doubtful: 0.8, known: 0.6, common: 0.12 },
  known: { rare: 0.6, doubtful: 0.6, known: 0.6, common: 0.12 },
  doubtful: { rare: 0.8, doubtful: 0.35, known: 0.6, common: 0.12 },
  common: { rare: 0.12, doubtful: 0.12, known: 0.12, common: 0.12 },
};

/** The second of a kind says less than the first: given name and family name are one person. */
function diminishing(values: readonly number[]): number {
  return values.toSorted((a, b) => b - a).reduce((sum, value, at) => sum + value * (shares[at] ?? 0.2), 0);
}

const shares = [1, 0.7, 0.5, 0.35, 0.25];

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

function isMainName({ kind, place }: KeptTrait): boolean {
  return place === 'title' && (kind === 'rare' || kind === 'known');
}

function isMainConcept({ kind, place }: KeptTrait): boolean {
  return place === 'title' && kind === 'concept';
}

/** What the lexicon or we know to have happened; that it was days after something says nothing of what. */
function isHappening({ mine: { kind, weight } }: Tie): boolean {
  return kind === 'concept' || (kind === 'later' && weight === 0);
}

/** An inquiry that is mentioned is what weeks of reports are about. */
function saysWhatHappened(tie: Tie): boolean {
  return tie.mine.weight === 0 && (tie.mine.kind === 'concept' || placeOf(tie) === 1);
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

function isDevelopment({ kind, place, weight }: KeptTrait): boolean {
  return kind === 'later' && (place === 'title' || (weight === 1 && place === 'lead'));
}

function isTelling({ kind, place, weight }: KeptTrait): boolean {
  return kind === 'figure' && place !== 'body' && weight >= 2;
}

/** How many of the traits in question are alone. */
function share(
  alone: readonly KeptTrait[],
  ties: readonly Tie[],
  inQuestion: (trait: KeptTrait) => boolean,
): number {
  const lonely = alone.filter(inQuestion).length;
  const tied = ties.filter((tie) => inQuestion(tie.mine) || inQuestion(tie.theirs)).length;
  return lonely === 0 ? 0 : lonely / (lonely + tied);
}
