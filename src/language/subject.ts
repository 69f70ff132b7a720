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
  /** How much of what speaks for technology is said in passing: "uses software by SAP" in an article on chocolate. */
  readonly inPassing: number;
  /** It is on who makes games. */
  readonly onGames: boolean;
  /** The article's length in words. */
  readonly length: number;
}

/** @param named names that were found to mean their entry, with their mentions */
export function subjectOf(
  signs: Signs,
  mentions: readonly Mention[],
  named: ReadonlyMap<string, readonly Mention[]>,
  reads: readonly Read[],
): Subject {
  const concepts = mentions.filter(
    ({ kind, role, entry, first }) =>
      kind === 'concept' &&
      first < head &&
      !entry.startsWith('+') &&
      (role === 'sure' || ((role === 'general' || role === 'certain') && technicalConcepts.has(entry))),
  );
  const names = [...named.keys()].filter((entry) => !namesOfOtherTrades.has(entry));
  const behind = secondSentence(reads);
  const spoken = [...concepts, ...names.flatMap((entry) => named.get(entry) ?? [])];
  const passing = opensWithTechnology(spoken, behind, reads)
    ? []
    : names
        .map((entry) => named.get(entry) ?? [])
        .filter((own) => isInPassing(own, behind, reads))
        .flatMap(([mention]) => mention?.first ?? []);
  return {
    ...signs,
    technical: new Set([...concepts.map(({ entry }) => entry), ...names]),
    inPassing: passing.length + weightOfWordsOnlyIn(passing, signs, reads),
    onGames: signs.games > 0 || names.some((entry) => namesOfGames.has(entry)),
    length: lengthInWords(reads),
  };
}

/** Whether the title or the first sentence has anything of technology: then what stands further down is no accident. */
function opensWithTechnology(spoken: readonly Mention[], behind: number, reads: readonly Read[]): boolean {
  const sign = technology.sign ?? 0;
  return (
    spoken.some(({ first }) => first < behind) ||
    reads.slice(0, behind).some(({ word }) => (word.signs & sign) !== 0)
  );
}

/** Named once, behind the title and the first sentence, and its sentence does not begin with it. */
function isInPassing(
  [mention, ...more]: readonly Mention[],
  behind: number,
  reads: readonly Read[],
): boolean {
  if (!mention || more.length > 0 || mention.first < behind) return false;
  return reads[mention.first]?.breakBefore !== 'sentence';
}

/** Where the second sentence of the text begins. */
function secondSentence(reads: readonly Read[]): number {
  const text = reads.findIndex(({ field }) => field === 'text');
  const second = reads.findIndex(
    ({ breakBefore }, at) => text >= 0 && at > text && breakBefore === 'sentence',
  );
  return second < 0 ? reads.length : second;
}

/** What single words speak for technology that stand in the sentences of these tokens and nowhere else. */
function weightOfWordsOnlyIn(tokens: readonly number[], { words }: Signs, reads: readonly Read[]): number {
  if (tokens.length === 0) return 0;
  const inside = new Set(tokens.flatMap((token) => sentenceOf(token, reads)));
  const elsewhereToo = new Set(
    reads.slice(0, head).flatMap(({ word }, at) => (word.signs === 0 || inside.has(at) ? [] : word.stem)),
  );
  let weight = 0;
  for (const stem of new Set([...inside].map((at) => reads[at]?.word.stem ?? ''))) {
    const signs = elsewhereToo.has(stem) ? 0 : (words.get(stem) ?? 0);
    if ((signs & (technology.sign ?? 0)) !== 0) weight += 1;
    if ((signs & (sharedWithTechnology.sign ?? 0)) !== 0) weight += weightOfShared;
  }
  return weight;
}

/** The tokens of the sentence that one stands in. */
function sentenceOf(token: number, reads: readonly Read[]): readonly number[] {
  const isFirst = (at: number): boolean => reads[at]?.breakBefore === 'sentence';
  let [first, last] = [token, token];
  while (first > 0 && !isFirst(first)) first -= 1;
  while (last + 1 < reads.length && !isFirst(last + 1)) last += 1;
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
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
  const { technical, inPassing, business, elsewhere: other, trades, onGames, length } = subject;
  const signs = signsBesides(mentions, subject, reads) + technical.size - (technical.has(entry) ? 1 : 0);
  const weightOfOthers = (onGames ? weightOfOtherInGames : weightOfOther) * other + weightOfOther * against;
  // Its own words are technology's, if nothing speaks for another sense: they need only keep up with anything else.
  if (technicalConcepts.has(entry))
    return (against === 0 ? 1 : 0) + (certain ? 1 : 0) + signs + weightOfBusiness * business > weightOfOthers;
  const speaksAgainst = weightOfOthers + weightOfTrade * trades;
  if (speaksAgainst === 0) return certain || signs > 0 || business > 1 || length <= briefWords;
  // Where something else is spoken of, who is named in passing does not decide what the article is from.
  const told = signs - inPassing;
  return told > speaksAgainst && (length <= briefWords || told * wordsForEachSign >= length);
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
