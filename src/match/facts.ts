/** What is known of an article besides its words: what `source:`, `lang:`, `author:` and `tag:` ask for. */
import type { Draft } from '../domain.ts';
import { longestSearchTerm } from '../language/analyze.ts';
import { meantBy } from './meant-by.ts';
import { stem, stemsOf } from '../language/stem.ts';
import { compact, type FieldValue, hostIn } from './field-value.ts';
import { oneCode } from './language-code.ts';
import { type PlainWord, plainWords } from './plain-words.ts';

export type FactSource = Pick<Draft, 'url' | 'outlet' | 'author' | 'tags' | 'language'>;

export interface Facts {
  readonly of: FactSource;
  /** Search terms by which articles with a fact are found: "source:theverge.com", "lang:fr", "author:doe", "tag:@ai". */
  readonly terms: ReadonlySet<string>;
  readonly words: Readonly<Record<'source' | 'author' | 'tag', ReadonlyArray<readonly PlainWord[]>>>;
}

/** Of an article of which nothing is known but its words. */
export const noFacts: Facts = {
  of: { outlet: '', language: 'und' },
  terms: new Set(),
  words: { source: [], author: [], tag: [] },
};

export function factsOf(article: FactSource): Facts {
  const words = {
    source: [plainWords(article.outlet)],
    author: article.author === undefined ? [] : [plainWords(article.author)],
    tag: (article.tags ?? []).map(plainWords),
  };
  const terms = new Set<string>([
    `lang:${languageOf(article)}`,
    ...hostsOf(article).flatMap(hostTerms),
    ...words.source.flatMap((outlet) =>
      [compact(outlet), ...outlet.map(({ folded }) => folded)].map(nameTerm),
    ),
    ...words.author.flatMap((author) => author.map(({ folded }) => `author:${folded}`)),
    ...(article.tags ?? []).flatMap((tag) => meantBy(tag)?.id ?? []).map((entry) => `tag:@${entry}`),
    ...words.tag.flatMap((tag) =>
      tag.flatMap(({ surface, folded }) => [folded, stem(surface, article.language, folded)]).map(tagTerm),
    ),
  ]);
  return {
    of: article,
    terms: new Set([...terms].filter((term) => term.length <= longestSearchTerm)),
    words,
  };
}

export function hasFact(value: FieldValue, { of, terms, words }: Facts): boolean {
  if ('language' in value) return terms.has(`lang:${value.language}`);
  if ('host' in value) return terms.has(`source:${value.host}`);
  switch (value.field) {
    case 'source':
      return (
        terms.has(nameTerm(compact(value.words))) || words.source.some((outlet) => holds(outlet, value.words))
      );
    case 'author':
      return words.author.some((author) => holds(author, value.words));
    case 'tag':
      return (
        (value.entry !== undefined && terms.has(`tag:@${value.entry}`)) ||
        words.tag.some((tag) => holds(tag, value.words, of.language))
      );
  }
}

/** Terms of which an article with this fact has at least one. */
export function termsOfValue(value: FieldValue): readonly string[] {
  if ('language' in value) return [`lang:${value.language}`];
  if ('host' in value) return [`source:${value.host}`];
  const longest = value.words.reduce((best, one) => (one.folded.length > best.folded.length ? one : best));
  switch (value.field) {
    case 'source':
      return [...new Set([compact(value.words), longest.folded])].map(nameTerm);
    case 'author':
      return [`author:${longest.folded}`];
    case 'tag': {
      const spelled = new Set([longest.folded, ...stemsOf(longest.surface)]);
      return [...(value.entry === undefined ? [] : [`tag:@${value.entry}`]), ...[...spelled].map(tagTerm)];
    }
  }
}

/** The host of its address, without "www."; of a pasted page that has none, its outlet may be one. */
export function hostsOf({ url, outlet }: FactSource): readonly string[] {
  return [url, outlet].flatMap((named) =>
    named === undefined || /\s/.test(named) ? [] : (hostIn(named) ?? []),
  );
}

function languageOf({ language }: FactSource): string {
  return /^[a-z]{2,3}$/.test(language) ? oneCode(language) : 'und';
}

/** The host, those above it, its country, and the names in it: "theverge" of "www.theverge.com". */
function hostTerms(host: string): readonly string[] {
  const labels = host.split('.');
  const above = labels.slice(0, -1).map((_, at) => labels.slice(at).join('.'));
  const named = labels.slice(0, -1).map((label) => nameTerm(label.replaceAll('-', '')));
  return [...above.map((one) => `source:${one}`), `source:.${labels.at(-1)}`, ...named];
}

function nameTerm(name: string): string {
  return `source:=${name}`;
}

function tagTerm(word: string): string {
  return `tag:${word}`;
}

/** Whether the words stand in it, next to each other. @param inflected in this language, where they may be inflected */
function holds(text: readonly PlainWord[], words: readonly PlainWord[], inflected?: string): boolean {
  const same = (a: PlainWord, b: PlainWord): boolean =>
    a.folded === b.folded ||
    (inflected !== undefined &&
      stem(a.surface, inflected, a.folded) === stem(b.surface, inflected, b.folded));
  return text.some((_, at) =>
    words.every((word, n) => {
      const there = text[at + n];
      return there !== undefined && same(there, word);
    }),
  );
}
