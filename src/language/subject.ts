import { businessContext } from './lexicon/context.ts';
import type { LexiconEntry } from './lexicon/entry.ts';
import {
  elsewhere,
  gamesTrade,
  namesOfGames,
  namesOfOtherTrades,
  otherTrades,
  sharedWithTechnology,
  technicalConcepts,
  technology,
} from './lexicon/subjects.ts';
import type { Mention, Read } from './mentions.ts';

/** What an article's words are from: how many distinct ones are a sign of each subject. */
export interface Signs {
  readonly business: number;
  readonly technology: number;
  /** Of technology as of other trades. */
  readonly shared: number;
  readonly elsewhere: number;
  readonly trades: number;
  /** Of who makes games. */
  readonly games: number;
  /** Stems of single words that are signs, with the bits of their subjects. */
  readonly words: ReadonlyMap<string, number>;
}

/** What an article is from it shows at its beginning; further down it may come to speak of anything. */
const head = 150;

/** @param readings the article's words, as each language it is read with knows them */
export function signsIn(
  mentions: readonly Mention[],
  reads: readonly Read[],
  readings: ReadonlyArray<readonly Read[]>,
): Signs {
  const words = new Map<string, number>();
  for (const reading of readings)
    for (const { word } of reading.slice(0, head))
      if (word.signs !== 0) words.set(word.stem, (words.get(word.stem) ?? 0) | word.signs);
  const counted = ({ id, sign = 0 }: LexiconEntry): number => {
    const phrases = mentions.filter(({ entry, first }) => entry === id && first < head);
    let count = new Set(phrases.map(({ first }) => reads[first]?.word.stem)).size;
    for (const signs of words.values()) if ((signs & sign) !== 0) count += 1;
    return count;
  };
  return {
    business: counted(businessContext),
    technology: counted(technology),
    shared: counted(sharedWithTechnology),
    elsewhere: counted(elsewhere),
    trades: counted(otherTrades),
    games: counted(gamesTrade),
    words,
  };
}

export interface Subject extends Signs {
  /** Entries met that are technology wherever they stand: names, "malware", "data breach". */
  readonly technical: ReadonlySet<string>;
  /** It is on who makes games. */
  readonly onGames: boolean;
  /** The article's length in words. */
  readonly length: number;
}

/** @param named names that were found to mean their entry */
export function subjectOf(
  signs: Signs,
  mentions: readonly Mention[],
  named: Iterable<string>,
  reads: readonly Read[],
): Subject {
  const concepts = mentions.filter(
    ({ kind, role, entry, first }) =>
      kind === 'concept' &&
      first < head &&
      !entry.startsWith('+') &&
      (role === 'sure' || ((role === 'general' || role === 'certain') && technicalConcepts.has(entry))),
  );
  const names = [...named].filter((entry) => !namesOfOtherTrades.has(entry));
  return {
    ...signs,
    technical: new Set([...concepts.map(({ entry }) => entry), ...names]),
    onGames: signs.games > 0 || names.some((entry) => namesOfGames.has(entry)),
    length: lengthInWords(reads),
  };
}

/** Two characters of scripts without spaces make a word. */
function lengthInWords(reads: readonly Read[]): number {
  return reads.slice(0, head).reduce((length, { shape }) => length + (shape === 'one' ? 0.5 : 1), 0);
}

/** Words of other subjects weigh more: hardly any article on something else is without a word of technology. */
const weightOfOther = 1.5;
const weightOfTrade = 0.5;
/** What a game is about ("football", "soldiers") is no other subject. */
const weightOfOtherInGames = 0.1;
const weightOfShared = 0.5;
const weightOfBusiness = 0.5;
/** Up to here an article is a headline with a line or two, in which no word may speak either way. */
const briefWords = 36;
/** Where other trades are spoken of, a longer one has a word of technology for so many words, or is not about it. */
const wordsForEachSign = 75;

/**
 * Whether what happens everywhere happens in technology here.
 * @param mentions those of the entry
 * @param against distinct words of its other senses
 * @param certain one of them tells so much that no word need speak for it, where none speaks against
 */
export function isFromTechnology(
  entry: string,
  mentions: readonly Mention[],
  against: number,
  subject: Subject,
  reads: readonly Read[],
  certain = false,
): boolean {
  const { technical, business, elsewhere: other, trades, onGames, length } = subject;
  const signs = signsBesides(mentions, subject, reads) + technical.size - (technical.has(entry) ? 1 : 0);
  const weightOfOthers = (onGames ? weightOfOtherInGames : weightOfOther) * other + weightOfOther * against;
  // Its own words are technology's, if nothing speaks for another sense: they need only keep up with anything else.
  if (technicalConcepts.has(entry))
    return (against === 0 ? 1 : 0) + (certain ? 1 : 0) + signs + weightOfBusiness * business > weightOfOthers;
  const speaksAgainst = weightOfOthers + weightOfTrade * trades;
  if (speaksAgainst === 0) return certain || signs > 0 || business > 1 || length <= briefWords;
  return signs > speaksAgainst && (length <= briefWords || signs * wordsForEachSign >= length);
}

/**
 * How much words of technology speak for it. Single words that are the entry itself ("the cloud", "a chip") cannot speak
 * for their own sense.
 */
function signsBesides(
  mentions: readonly Mention[],
  { technology: technical, shared, games, words }: Subject,
  reads: readonly Read[],
): number {
  const single = mentions.filter(({ first, last }) => first === last);
  const stems = [...new Set(single.map(({ first }) => reads[first]?.word.stem ?? ''))];
  const own = ({ sign = 0 }: LexiconEntry): number =>
    stems.filter((stem) => ((words.get(stem) ?? 0) & sign) !== 0).length;
  const ofGames = games > 0 ? 1 : 0;
  return technical - own(technology) + ofGames + weightOfShared * (shared - own(sharedWithTechnology));
}

/**
 * Where an article shows that it is from elsewhere: the words, at its beginning, that speak against technology.
 * @param met everything that was met in it
 */
export function spansElsewhere(
  met: readonly Mention[],
  reads: readonly Read[],
): ReadonlyArray<Pick<Mention, 'first' | 'last'>> {
  const outside = (elsewhere.sign ?? 0) | (otherTrades.sign ?? 0);
  const words = reads.slice(0, head).flatMap(({ word }, at) => ((word.signs & outside) === 0 ? [] : [at]));
  const phrases = met.filter(
    ({ entry, first }) => first < head && (entry === elsewhere.id || entry === otherTrades.id),
  );
  return [...words.map((at) => ({ first: at, last: at })), ...phrases].toSorted((a, b) => a.first - b.first);
}
