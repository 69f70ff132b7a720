import type { QueryNode } from '../domain.ts';
import { meaningOf } from '../language/lexicon.ts';
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
      return `"${glue(plainWords(node.text), ' ')}"`;
    case 'term':
      return meaningOf(node.text)?.name ?? hyphenate(plainWords(node.text));
  }
}

function sorted(parts: readonly string[]): readonly string[] {
  return [...new Set(parts)].toSorted((a, b) => (a < b ? -1 : 1));
}
