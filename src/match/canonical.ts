import type { QueryNode, QueryPlace } from '../domain.ts';
import { meantBy } from './meant-by.ts';
import { canonicalValue } from './field-value.ts';
import { glue, hyphenate, plainWords } from './plain-words.ts';

/**
 * Writes a query so that equal meanings are written alike: known things by their one name, other words folded, parts
 * sorted. Reads back to itself. AND is written out, because bare words next to each other may name one known thing.
 */
export function canonicalForm(node: QueryNode): string {
  switch (node.kind) {
    case 'all':
      return sorted(
        node.parts.map((part) => (part.kind === 'any' ? `(${canonicalForm(part)})` : canonicalForm(part))),
      ).join(' AND ');
    case 'any':
      return sorted(
        node.parts.map((part) => (part.kind === 'all' ? `(${canonicalForm(part)})` : canonicalForm(part))),
      ).join(' OR ');
    case 'not':
      return `-(${canonicalForm(node.part)})`;
    case 'exact':
      return within(inTitle(node.place), `"${glue(plainWords(node.text), ' ')}"`);
    case 'prefix':
      return within(inTitle(node.place), `${hyphenate(plainWords(node.text))}*`);
    case 'field':
      return `${node.field}:${canonicalValue(node.field, node.text)}`;
    case 'term': {
      const name = meantBy(node.text)?.name;
      if (name === undefined) return within(inTitle(node.place), hyphenate(plainWords(node.text)));
      const place = node.place === 'about' ? undefined : node.place;
      return within(place, place !== undefined && /\s/.test(name) ? `(${name})` : name);
    }
  }
}

/** Only what the lexicon knows can be named in passing: of words, every place counts. */
function inTitle(place: QueryPlace | undefined): QueryPlace | undefined {
  return place === 'title' ? place : undefined;
}

function within(place: QueryPlace | undefined, written: string): string {
  return place === undefined ? written : `${place}:${written}`;
}

function sorted(parts: readonly string[]): readonly string[] {
  return [...new Set(parts)].toSorted((a, b) => (a < b ? -1 : 1));
}
