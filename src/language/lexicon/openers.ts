import type { Language } from '../../domain.ts';
import { fold } from '../fold.ts';
import { frontOf, stemOnce } from '../stem.ts';
import { plainSurface } from '../tokens.ts';
import type { CompiledPattern, Forms } from './grammar.ts';
import { nameKey, uninflectedNames } from './word.ts';

/** The languages in which a form of so many words, which people may type, begins with this one; in the order given. */
export type Openers = (word: string, words: number) => readonly Language[];

/** What the first words of forms look like, and in which languages. */
interface FirstWords {
  readonly exact: Map<string, Set<Language>>;
  readonly name: Map<string, Set<Language>>;
  readonly prefix: Map<string, Set<Language>>;
  readonly stem: Map<Language, Set<string>>;
  /** How words with one of these stems begin. */
  readonly front: Map<string, Set<Language>>;
}

/**
 * Nearly every typed word begins no form of any language. Finding that out by reading it in each would cost ten times
 * what the rest of the query does: here the languages share what they ask of a word, and it is stemmed only where a
 * form begins with the same letters. Remembers no word: what people type would push out what articles say.
 */
export function openersOf(
  languages: ReadonlyMap<Language, readonly Forms[]>,
  typeable: (pattern: CompiledPattern) => boolean,
): Openers {
  const inOrder = [...languages.keys()];
  const byLength = new Map<number, FirstWords>();
  for (const [language, all] of languages)
    for (const forms of all) noteFirstWords(byLength, forms, language, typeable);

  return (word, words) => {
    const first = byLength.get(words);
    if (!first) return [];
    const opened = languagesOf(plainSurface(word), first, inOrder);
    return opened.size === 0 ? [] : inOrder.filter((language) => opened.has(language));
  };
}

function noteFirstWords(
  byLength: Map<number, FirstWords>,
  { atoms, startingWith }: Forms,
  language: Language,
  typeable: (pattern: CompiledPattern) => boolean,
): void {
  const lengthsFor = (atom: number): ReadonlySet<number> =>
    new Set((startingWith.get(atom) ?? []).filter(typeable).map(lengthOf));
  const firstOf = (length: number): FirstWords => {
    const known = byLength.get(length) ?? {
      exact: new Map(),
      name: new Map(),
      prefix: new Map(),
      stem: new Map(),
      front: new Map(),
    };
    byLength.set(length, known);
    return known;
  };
  for (const kind of ['exact', 'name', 'prefix'] as const) {
    for (const [key, atom] of atoms[kind])
      for (const length of lengthsFor(atom)) file(firstOf(length)[kind], key, language);
  }
  for (const [key, atom] of atoms.stem) {
    for (const length of lengthsFor(atom)) {
      file(firstOf(length).stem, language, key);
      file(firstOf(length).front, frontOf(key, language), language);
    }
  }
}

function languagesOf(
  surface: string,
  first: FirstWords,
  languages: readonly Language[],
): ReadonlySet<Language> {
  const folded = fold(surface);
  const opened = new Set(first.exact.get(folded));
  for (let length = 1; length <= folded.length; length++)
    for (const language of first.prefix.get(folded.slice(0, length)) ?? []) opened.add(language);
  const key = nameKey(surface);
  for (const language of first.name.get(key) ?? []) opened.add(language);
  for (const language of languages)
    if (uninflectedNames(key, language).some((name) => first.name.get(name)?.has(language) === true))
      opened.add(language);
  for (let length = 0; length <= longestFront; length++)
    for (const language of first.front.get(folded.slice(0, length)) ?? [])
      if (first.stem.get(language)?.has(stemOnce(surface, language)) === true) opened.add(language);
  return opened;
}

const longestFront = 3;

/** In words: every step but the gaps. */
function lengthOf({ steps }: CompiledPattern): number {
  return steps.filter((step) => typeof step === 'object').length;
}

function file<K, V>(under: Map<K, Set<V>>, key: K, value: V): void {
  const there = under.get(key);
  if (there) there.add(value);
  else under.set(key, new Set([value]));
}
