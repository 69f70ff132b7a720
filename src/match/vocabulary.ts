/** Words that a person may have meant by one that nobody knows. */
import type { Language } from '../domain.ts';
import { fold } from '../language/fold.ts';
import { lexicon } from '../language/lexicon.ts';
import { languagesInLatin } from '../language/lexicon/entry.ts';
import { slipsAllowed, slipsBetween, typedLetters } from './distance.ts';
import { isNeighbour } from './keyboard.ts';
import { scriptOf } from './script.ts';

export interface Vocabulary {
  /** The nearest word, as it is written; undefined if none is near enough, or if it is among them itself. */
  readonly nearest: (typed: string) => string | undefined;
}

/** @param words the most likely first: of two that are equally near, that one is meant */
export function createVocabulary(words: Iterable<string>): Vocabulary {
  const byLength = new Map<number, Known[]>();
  const seen = new Set<string>();
  for (const written of words) {
    const folded = fold(written);
    if (seen.has(folded)) continue;
    seen.add(folded);
    const letters = typedLetters(folded);
    const same = byLength.get(letters.length) ?? [];
    same.push({ written, letters, script: scriptOf(folded), place: seen.size });
    byLength.set(letters.length, same);
  }

  return {
    nearest(typed) {
      const folded = fold(typed);
      if (seen.has(folded)) return undefined;
      const letters = typedLetters(folded);
      const script = scriptOf(folded);
      let best: { readonly known: Known; readonly cost: number } | undefined;
      for (const one of near(letters.length)) {
        if (one.script !== script) continue;
        const cost = costOf(letters, one.letters);
        if (cost === Number.POSITIVE_INFINITY || (best && best.cost < cost)) continue;
        if (!best || cost < best.cost || one.place < best.known.place) best = { known: one, cost };
      }
      return best?.known.written;
    },
  };

  function* near(length: number): Generator<Known> {
    const most = slipsAllowed(length);
    if (most === 0) return;
    for (let n = length - most; n <= length + most; n++) yield* byLength.get(n) ?? [];
  }
}

interface Known {
  readonly written: string;
  readonly letters: readonly string[];
  readonly script: string;
  /** In the order given. */
  readonly place: number;
}

/** Slips, and a little for one that fingers seldom make. Infinity if it is too many. */
function costOf(typed: readonly string[], known: readonly string[]): number {
  const most = Math.min(slipsAllowed(typed.length), slipsAllowed(Math.max(4, known.length)));
  const slips = slipsBetween(typed, known, most);
  if (slips === Number.POSITIVE_INFINITY) return slips;
  const [first = '', second = ''] = typed;
  // Whoever mistypes a word gets its first letter right, or hits the key beside it.
  const begins =
    first === known[0] || isNeighbour(first, known[0] ?? '') || (first === known[1] && second === known[0]);
  if (!begins) return Number.POSITIVE_INFINITY;
  if (!isUnlikely(typed, known)) return slips;
  // Of a short word it is another word: "cobol" and "cobot".
  return typed.length <= longestShort && isLatin.test(first) ? Number.POSITIVE_INFINITY : slips + 0.5;
}

const longestShort = 6;
const isLatin = /\p{Script=Latin}/u;

/** One letter for another that is far from it. */
function isUnlikely(typed: readonly string[], known: readonly string[]): boolean {
  if (typed.length !== known.length) return false;
  const wrong = typed.flatMap((letter, at) => (letter === known[at] ? [] : [at]));
  return wrong.length === 1 && !isNeighbour(typed[wrong[0] ?? 0] ?? '', known[wrong[0] ?? 0] ?? '');
}

/**
 * Names and concepts of the lexicon, for a reader of this language: what Spanish or Swedish call a thing would only be
 * mistaken for words of other languages. Made when somebody first types a word that nobody knows.
 */
export function lexiconVocabulary(language: Language): Vocabulary {
  const made = vocabularies.get(language) ?? createVocabulary(wordsFor(language));
  vocabularies.set(language, made);
  return made;
}

const vocabularies = new Map<Language, Vocabulary>();

function wordsFor(language: Language): readonly string[] {
  const latin: readonly Language[] = languagesInLatin;
  const read = (one: string): boolean => one === language || one === 'en' || !latin.includes(one);
  return [
    ...lexicon.map(({ name }) => name),
    ...lexicon.flatMap(({ forms }) =>
      Object.entries(forms).flatMap(([one, written]) => (read(one) ? plainForms(written) : [])),
    ),
  ];
}

/** Forms that are written as they stand (notation: `language/lexicon/entry.ts`). */
function plainForms(forms: string): readonly string[] {
  return forms
    .split(';')
    .map((form) => form.trim().replace(/^[^\p{L}\p{N}$.-]+/u, ''))
    .filter((form) => /^[\p{L}\p{N}$.][\p{L}\p{M}\p{N} .&'’+-]*$/u.test(form));
}
