/** What a query rings for, in a person's language, so that one sees whether it is what was meant. */
import type { Language, Query, QueryLeaf, QueryNode } from '../domain.ts';
import { fold } from '../language/fold.ts';
import { lexiconLanguages } from '../language/lexicon/entry.ts';
import { alsoWritten } from '../match/also-written.ts';
import { meantBy } from '../match/meant-by.ts';
import type { ParaphraseTexts } from '../messages/query-texts.ts';
import type { Texts } from '../messages/texts.ts';
import { languageCode } from '../match/language-code.ts';
import { shorten } from './shorten.ts';

/** In UTF-16 units: a query of 50 parts is better read as it was typed. */
const longest = 300;
const mostSpellings = 3;

export function paraphrase({ node }: Query, { query, language }: Texts): string {
  const words = query.says;
  const said = saidAlone(node, words, language) ?? sayWhole(node, words);
  return shorten(words.rings(said, isKnownInAll(node) ? lexiconLanguages.length : undefined), longest);
}

/** One known thing has room for its other names. */
function saidAlone(node: QueryNode, words: ParaphraseTexts, language: Language): string | undefined {
  if (node.kind !== 'term') return undefined;
  const entry = meantBy(node.text);
  const also = entry === undefined ? [] : alsoWritten(entry, node.text, language, mostSpellings);
  return also.length === 0 ? undefined : words.also(say(node, words), also);
}

function say(node: QueryNode, words: ParaphraseTexts): string {
  switch (node.kind) {
    case 'all':
      return sayAll(node.parts, words);
    case 'any':
      return words.any(node.parts.map((part) => sayWhole(part, words)));
    case 'not':
      return words.but([sayWhole(node.part, words)]);
    case 'field':
      return sayField(node, words);
    case 'term':
    case 'exact':
    case 'prefix':
      return sayWords(node, words);
  }
}

/** First what it is about, then where it is from, then what it must not be. */
function sayAll(parts: readonly QueryNode[], words: ParaphraseTexts): string {
  const about = parts.filter(({ kind }) => kind !== 'field' && kind !== 'not');
  const from = parts.filter((part) => part.kind === 'field').map((part) => sayField(part, words));
  const without = parts.filter((part) => part.kind === 'not').map(({ part }) => sayWhole(part, words));
  const wanted = about.map((part) => say(part, words));
  const head = wanted.length > 1 ? words.all(wanted) : (wanted[0] ?? words.everything);
  return [[head, ...from].join(' '), ...(without.length > 0 ? [words.but(without)] : [])].join(', ');
}

/** As a thing of its own: "from theverge.com" is everything from there. */
function sayWhole(node: QueryNode, words: ParaphraseTexts): string {
  return node.kind === 'field' ? `${words.everything} ${sayField(node, words)}` : say(node, words);
}

function sayField({ field, text }: Extract<QueryLeaf, { kind: 'field' }>, words: ParaphraseTexts): string {
  switch (field) {
    case 'source':
      return words.from(text);
    case 'lang':
      return words.inLanguage(languageCode(text) ?? text);
    case 'author':
      return words.by(text);
    case 'tag':
      return words.tagged(text);
  }
}

function sayWords(leaf: Exclude<QueryLeaf, { kind: 'field' }>, words: ParaphraseTexts): string {
  const known = leaf.kind === 'term' ? meantBy(leaf.text) : undefined;
  const said = known ? asWritten(leaf.text, known.name) : sayLetters(leaf, words);
  if (leaf.place === 'title') return words.inTitle(said);
  return leaf.place === 'mentions' && known ? words.mention(said) : said;
}

/** Nobody types capitals. */
function asWritten(typed: string, name: string): string {
  return fold(typed) === fold(name) ? name : typed;
}

function sayLetters({ kind, text }: Exclude<QueryLeaf, { kind: 'field' }>, words: ParaphraseTexts): string {
  if (kind === 'exact') return words.exactly(text);
  return kind === 'prefix' ? words.beginning(text) : words.word(text);
}

/** It names a thing that is known by other names elsewhere, and no language. */
function isKnownInAll(node: QueryNode): boolean {
  const leaves = leavesOf(node);
  return (
    leaves.some((leaf) => leaf.kind === 'term' && meantBy(leaf.text) !== undefined) &&
    !leaves.some((leaf) => leaf.kind === 'field' && leaf.field === 'lang')
  );
}

function leavesOf(node: QueryNode): readonly QueryLeaf[] {
  switch (node.kind) {
    case 'all':
    case 'any':
      return node.parts.flatMap(leavesOf);
    case 'not':
      return [];
    case 'term':
    case 'exact':
    case 'prefix':
    case 'field':
      return [node];
  }
}
