/** What stands behind `source:`, `lang:`, `author:` and `tag:`, read once. */
import type { Language, QueryField } from '../domain.ts';
import { meantBy } from './meant-by.ts';
import { languageCode } from './language-code.ts';
import { glue, hyphenate, type PlainWord, plainWords } from './plain-words.ts';

export type FieldValue =
  | { readonly field: 'lang'; readonly language: Language }
  /** A host and those under it ("theverge.com"), or all of a country's (".fr"). */
  | { readonly field: 'source'; readonly host: string }
  | {
      readonly field: 'source' | 'author' | 'tag';
      readonly words: readonly PlainWord[];
      /** Of a tag: the lexicon entry that it names, however it is written. */
      readonly entry?: string | undefined;
    };

/** @returns undefined for what is no language, or has no word */
export function readFieldValue(field: QueryField, text: string): FieldValue | undefined {
  if (field === 'lang') {
    const language = languageCode(text);
    return language === undefined ? undefined : { field, language };
  }
  const words = plainWords(text);
  const [only, ...more] = words;
  // What else is typed with it may be no word at all.
  const named = only && more.length === 0 ? hostIn(only.folded) : undefined;
  const host = field === 'source' ? (hostIn(text) ?? named) : undefined;
  if (host !== undefined) return { field: 'source', host };
  if (words.length === 0) return undefined;
  return { field, words, entry: field === 'tag' ? meantBy(text)?.id : undefined };
}

/** Written so that equal values are written alike, and read back as they are. */
export function canonicalValue(field: QueryField, text: string): string {
  const value = readFieldValue(field, text);
  if (value === undefined) return '';
  if ('language' in value) return value.language;
  if ('host' in value) return value.host;
  const name = value.entry === undefined ? undefined : meantBy(text)?.name;
  if (name === undefined) {
    const plain = hyphenate(value.words);
    // With hyphens, "Node.js Weekly" would be an address.
    return field === 'source' && hostIn(plain) !== undefined ? `"${glue(value.words, ' ')}"` : plain;
  }
  return /\s/.test(name) ? `"${name}"` : name;
}

/** Words written as one, by which a name and an address meet: "The Verge" and theverge.com. */
export function compact(words: readonly PlainWord[]): string {
  return glue(words, '');
}

/**
 * An address as people give it: with or without scheme, "www." and path. A name without a dot is none, nor is a number.
 */
export function hostIn(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^[a-z]{3,5}:\/\//i, '')
    .replace(/[/?#].*$/s, '');
  const country = /^\.([a-z]{2,63})$/i.exec(bare)?.[1];
  if (country !== undefined) return `.${country.toLowerCase()}`;
  if (!/^[^\s@:]+\.[\p{L}\p{N}-]*\p{L}[\p{L}\p{N}-]*(?::\d+)?$/u.test(bare)) return undefined;
  const host = URL.parse(`http://${bare}`)?.hostname.replace(/^www\./, '');
  return host !== undefined && /^[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(host) ? host : undefined;
}
