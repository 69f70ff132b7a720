import { fold } from './fold.ts';
import type { Mention, Read } from './mentions.ts';

interface Article {
  readonly title: string;
  readonly text: string;
}

/**
 * Whether a mention is an acronym that the article itself says is short for something else: "AWS (Abwasserwerke Süd)",
 * "Amnesty International (AI)". What it stands for elsewhere, it stands for in the whole article.
 * @param met everything that was met: what is spelled out as one of the entry's own forms is the entry
 */
export function abbreviatedOtherwise(
  article: Article,
  reads: readonly Read[],
  met: readonly Mention[],
): (mention: Mention) => boolean {
  if (!brackets.test(article.title) && !brackets.test(article.text)) return () => false;
  const taken = new Set<string>();
  for (const mention of met) {
    const acronym = acronymIn(mention, reads);
    if (acronym === undefined || taken.has(keyOf(mention, acronym))) continue;
    const stretch = spelledOut(article, acronym);
    if (stretch && !met.some((other) => other.entry === mention.entry && isWithin(other, stretch, reads)))
      taken.add(keyOf(mention, acronym));
  }
  return (mention) => {
    const acronym = acronymIn(mention, reads);
    return acronym !== undefined && taken.has(keyOf(mention, acronym));
  };
}

const brackets = /[(（]/;
const acronymShape = /^\p{Lu}{2,5}$/u;

/** Longer acronyms of concepts ("IPO", "PHK") are spelled out in words that the lexicon need not know. */
function acronymIn({ kind, first, last }: Mention, reads: readonly Read[]): Read | undefined {
  const read = reads[first];
  if (!read || first !== last || !read.casing || !acronymShape.test(read.surface)) return undefined;
  return kind === 'name' || read.surface.length === 2 ? read : undefined;
}

function keyOf({ entry }: Mention, { surface }: Read): string {
  return `${entry} ${surface}`;
}

interface Stretch {
  readonly field: Read['field'];
  readonly from: number;
  readonly to: number;
}

/** UTF-16 units in which an acronym is spelled out, at most. */
const longest = 80;
const behind = /^\s?[(（]([^()（）,;]{3,80})[)）]/;
const inBrackets = /[(（]$/;
/** Of what an acronym is short for: more could be tried in too many ways. */
const mostWords = 10;

function spelledOut(article: Article, { field, start, end, surface }: Read): Stretch | undefined {
  const text = article[field];
  const [whole = '', inside] = behind.exec(text.slice(end, end + longest)) ?? [];
  if (inside !== undefined && spells(surface, wordsOf(inside)))
    return { field, from: end, to: end + whole.length };
  const before = text.slice(Math.max(0, start - longest), start);
  if (!inBrackets.test(before) || !/^[)）]/.test(text.slice(end))) return undefined;
  const words = wordsOf(before);
  for (let count = 2; count <= Math.min(words.length, surface.length * 2); count++)
    if (spells(surface, words.slice(-count))) return { field, from: start - longest, to: start };
  return undefined;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\p{L}+/gu) ?? [];
}

/** The initials of all words with a capital, in their order, and letters within them: a compound has several. */
function spells(acronym: string, words: readonly string[]): boolean {
  const letters = fold(acronym);
  const from = (letter: number, word: number): boolean => {
    const written = words[word];
    if (written === undefined) return letter === letters.length;
    if (word > 0 && /^\p{Ll}/u.test(written) && from(letter, word + 1)) return true;
    const folded = fold(written);
    if (folded[0] !== letters[letter]) return false;
    let [next, at] = [letter + 1, 1];
    while (true) {
      if (from(next, word + 1)) return true;
      at = folded.indexOf(letters[next] ?? '\n', at) + 1;
      if (at === 0) return false;
      next += 1;
    }
  };
  return words.length > 1 && words.length <= mostWords && from(0, 0);
}

function isWithin({ first, last }: Mention, { field, from, to }: Stretch, reads: readonly Read[]): boolean {
  const [begin, end] = [reads[first], reads[last]];
  return begin?.field === field && begin.start >= from && (end?.end ?? 0) <= to;
}
