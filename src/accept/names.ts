/** What a text calls by name: things the lexicon knows, countries, and whatever its writing shows to be a name. */
import type { Analysis } from '../language/analyze.ts';
import { fold } from '../language/fold.ts';
import { isFunctionWord } from '../language/function-words.ts';
import { lexiconEntry } from '../language/lexicon.ts';
import type { Read } from '../language/mentions.ts';
import { isCalendarWord, isCommonName } from './common-names.ts';
import { nameKey } from './name-key.ts';
import { longestPlace, type Place, placeOf } from './places.ts';
import { subjects } from './subjects.ts';

export interface Name {
  /** Equal for all spellings and inflections that we can see through. */
  readonly key: string;
  readonly written: string;
  /**
   * `rare`: written as a name, and no name that all news share. `known`: of the lexicon; big companies are named every
   * day. `doubtful`: a capital that may have other reasons (a sentence begins, German). `common`: says little.
   */
  readonly sort: 'rare' | 'known' | 'doubtful' | 'common';
  /** Number of its first token. */
  readonly at: number;
  /** It stands behind another name: a family name, the second word of a company's. */
  readonly joined: boolean;
  readonly place?: Place;
}

/** No name that matters comes up for the first time behind these. */
const readTokens = 400;

/** In the order of the text, each key once. */
export function namesIn(analysis: Analysis): readonly Name[] {
  const reads = analysis.reads.slice(0, readTokens);
  const taken = new Set<number>();
  const names = [...lexiconNames(analysis, taken), ...placesIn(analysis, reads, taken)];
  names.push(...writtenNames(analysis, reads, taken));
  const best = new Map<string, Name>();
  for (const name of names.toSorted((a, b) => a.at - b.at)) {
    const before = best.get(name.key);
    if (before === undefined) best.set(name.key, name);
    // Once seen in the middle of a sentence, its capital is sure.
    else if (before.sort === 'doubtful' && name.sort === 'rare')
      best.set(name.key, { ...before, sort: 'rare' });
  }
  return [...best.values()];
}

/** @param taken gains the tokens of all mentions, concepts too: "Ransomware" at the start of a line is no name */
function lexiconNames(analysis: Analysis, taken: Set<number>): readonly Name[] {
  const names: Name[] = [];
  for (const { entry, mentions } of analysis.meanings.values()) {
    if (subjects.has(entry)) continue;
    for (const { first, last, gaps } of mentions)
      for (let at = first; at <= last; at += 1) if (gaps?.includes(at) !== true) taken.add(at);
    const known = lexiconEntry(entry);
    const first = mentions[0];
    if (known?.kind !== 'name' || first === undefined) continue;
    names.push({
      key: knownKey(known.name),
      written: known.name,
      sort: 'known',
      at: first.first,
      joined: false,
    });
  }
  return names;
}

/** Of one word: that of the word itself, for a report in which the lexicon is not sure of its sense. */
function knownKey(name: string): string {
  return /\s/.test(name) ? `@${fold(name)}` : nameKey(fold(name));
}

function placesIn(analysis: Analysis, reads: readonly Read[], taken: Set<number>): readonly Name[] {
  const names: Name[] = [];
  for (let at = 0; at < reads.length; at += 1) {
    if (taken.has(at) || !mayBeginPlace(reads[at])) continue;
    const found = placeAt(reads, at, analysis.language);
    if (found === undefined) continue;
    const { place, last } = found;
    for (let word = at; word <= last; word += 1) taken.add(word);
    const written = writtenFrom(analysis, reads, at, last);
    names.push({ key: placeKey(place.code), written, sort: place.sort, at, joined: false, place });
    at = last;
  }
  return names;
}

export function placeKey(code: string): string {
  return `&${code}`;
}

function mayBeginPlace(read: Read | undefined): boolean {
  return read !== undefined && read.shape !== 'number' && (!read.casing || read.shape !== 'lower');
}

function placeAt(
  reads: readonly Read[],
  at: number,
  language: string,
): { readonly place: Place; readonly last: number } | undefined {
  const unspaced = reads[at]?.shape === 'one';
  for (let length = unspaced ? 2 * longestPlace : longestPlace; length > (unspaced ? 1 : 0); length -= 1) {
    const words = reads.slice(at, at + length);
    if (words.length < length || words.slice(1).some(beginsAnew)) continue;
    const folded = words.map((read) => read.word.folded).join(unspaced ? '' : ' ');
    const place = placeOf(folded, language, length === 1 ? reads[at]?.word.stem : undefined);
    if (place !== undefined) return { place, last: at + length - 1 };
  }
  return undefined;
}

/** The full stop in "EE. UU." ends nothing. */
function beginsAnew({ breakBefore, shape, surface }: Read): boolean {
  return breakBefore !== 'none' && !(shape === 'UPPER' && surface.length === 2);
}

function writtenNames(
  analysis: Analysis,
  reads: readonly Read[],
  taken: ReadonlySet<number>,
): readonly Name[] {
  const { language, titleTokens } = analysis;
  const small = new Set(reads.filter((read) => read.shape === 'lower').map((read) => read.word.folded));
  const capitalTitle = hasCapitalTitle(reads.slice(0, titleTokens));
  const names: Name[] = [];
  let before = -2;
  for (const [at, read] of reads.entries()) {
    if (taken.has(at)) continue;
    const inside = at < titleTokens && capitalTitle ? 'doubtful' : undefined;
    const sort = sortOf(read, small, language);
    if (sort === undefined) continue;
    const key = nameKey(read.word.folded);
    const joined = before === at - 1 && read.breakBefore === 'none';
    // German writes all nouns so, and a sentence begins with any word.
    if (sort !== 'doubtful') before = at;
    names.push({ key, written: read.surface, sort: sort === 'rare' ? (inside ?? sort) : sort, at, joined });
  }
  return names;
}

/** English and American headlines Write Most Words Like This: there a capital tells nothing. */
function hasCapitalTitle(title: readonly Read[]): boolean {
  const words = title.filter((read) => read.surface.length > 3 && /\p{L}/u.test(read.surface));
  return words.length >= 4 && words.filter((read) => read.shape === 'lower').length <= words.length / 4;
}

function sortOf(read: Read, small: ReadonlySet<string>, language: string): Name['sort'] | undefined {
  const { surface, shape, word } = read;
  if (surface.length < 2 || shape === 'number' || shape === 'one') return undefined;
  // iPhone, A320, 5G: no word of any language is written so.
  if (/\p{N}/u.test(surface)) return /\p{Lu}/u.test(surface) ? 'rare' : undefined;
  if (/\p{Ll}\p{Lu}/u.test(surface)) return 'rare';
  if (shape === 'uncased') return katakana.test(surface) && surface.length >= 4 ? 'doubtful' : undefined;
  if (shape === 'lower' || !read.casing) return undefined;
  if (isCalendarWord(word.folded) || isFunctionWord(surface, language) || small.has(word.folded))
    return undefined;
  if (isCommonName(word.folded)) return 'common';
  if (shape === 'UPPER') return surface.length > 3 ? 'rare' : 'doubtful';
  if (surface.length < 3) return undefined;
  return read.breakBefore === 'sentence' || language === 'de' ? 'doubtful' : 'rare';
}

const katakana = /^[\p{Script=Katakana}ー]+$/u;

function writtenFrom(analysis: Analysis, reads: readonly Read[], first: number, last: number): string {
  const [from, to] = [reads[first], reads[last]];
  if (from === undefined || to === undefined || from.field !== to.field) return from?.surface ?? '';
  return analysis[from.field].slice(from.start, to.end);
}
