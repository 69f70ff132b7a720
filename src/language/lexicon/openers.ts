import type { Language } from '../../domain.ts';
import { fold } from '../fold.ts';
import { frontOf, stemOnce } from '../stem.ts';
import { plainSurface } from '../tokens.ts';
import type { LexiconEntry } from './entry.ts';
import { metBy } from './grammar.ts';
import { openingsOf } from './pattern.ts';
import { nameKey, uninflectedNames } from './word.ts';

/**
 * Of some languages, those in which forms of as many words begin with the first of these. Where only forms of all
 * languages do, it is the first, and those that know one of the words as an inflected name.
 */
export type Openers = (words: readonly string[], languages: readonly Language[]) => readonly Language[];

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
 * what the rest of the query does, and all their grammars in memory: here only the first words of forms are read, the
 * languages share what they ask of a word, and it is stemmed only where a form begins with the same letters. Remembers
 * no word: what people type would push out what articles say.
 * @param isSharedName whether a form of all languages has this name anywhere, by its `nameKey`
 */
export function openersOf(entries: readonly LexiconEntry[], isSharedName: (key: string) => boolean): Openers {
  const byLength = new Map<number, FirstWords>();
  const noted = new Set<Language>();

  return (words, languages) => {
    for (const language of [inAll, ...languages]) note(language);
    const surfaces = words.map(plainSurface);
    const first = byLength.get(words.length);
    if (!first) return [];
    const opened = languagesOf(surfaces[0] ?? '', first, languages);
    if (opened.size === 0) return [];
    const inflects = (language: Language): boolean =>
      surfaces.some((surface) => uninflectedNames(nameKey(surface), language).some(isSharedName));
    return languages.filter(
      (language, at) => opened.has(language) || (opened.has(inAll) && (at === 0 || inflects(language))),
    );
  };

  function note(language: Language): void {
    if (noted.has(language)) return;
    noted.add(language);
    for (const entry of entries) noteFirstWords(byLength, entry, language);
  }
}

/** As in `LexiconEntry.forms`. */
const inAll: Language = 'any';

function noteFirstWords(byLength: Map<number, FirstWords>, entry: LexiconEntry, language: Language): void {
  for (const { atom, words } of openingsOf(entry, entry.forms[language] ?? '', language)) {
    const first = byLength.get(words) ?? {
      exact: new Map(),
      name: new Map(),
      prefix: new Map(),
      stem: new Map(),
      front: new Map(),
    };
    byLength.set(words, first);
    const { kind, key } = metBy(atom, language);
    if (kind === 'stem') {
      file(first.stem, language, key);
      file(first.front, frontOf(key, language), language);
    } else file(first[kind], key, language);
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
  for (const language of languages) {
    const known = uninflectedNames(key, language).map((name) => first.name.get(name));
    if (known.some((has) => has?.has(language) === true || has?.has(inAll) === true)) opened.add(language);
  }
  for (let length = 0; length <= longestFront; length++)
    for (const language of first.front.get(folded.slice(0, length)) ?? [])
      if (first.stem.get(language)?.has(stemOnce(surface, language)) === true) opened.add(language);
  return opened;
}

const longestFront = 3;

function file<K, V>(under: Map<K, Set<V>>, key: K, value: V): void {
  const there = under.get(key);
  if (there) there.add(value);
  else under.set(key, new Set([value]));
}
