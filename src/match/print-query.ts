import type { Query, QueryNode } from '../domain.ts';
import { parseQuery } from './query.ts';
import { startsWithMinus } from './query-lexer.ts';
import { writeLeaf } from './write-leaf.ts';

/** The query in its owner's words, in a form that reads back to the same meaning. */
export function printQuery(query: Query): string {
  const loose = print(query.node, ' ');
  return meaningOf(loose) === query.canonical ? loose : print(query.node, ' AND ');
}

function meaningOf(typed: string): string | undefined {
  try {
    return parseQuery(typed).canonical;
  } catch {
    // Words that were parted by AND may read otherwise next to each other: "a AND or AND b".
    return undefined;
  }
}

function print(node: QueryNode, and: string): string {
  switch (node.kind) {
    case 'not': {
      const part = grouped(node.part, and);
      // "--AWS" is a word with a line in front, and leaves nothing out.
      return startsWithMinus(part) ? `NOT ${part}` : `-${part}`;
    }
    case 'all':
      return node.parts.map((part) => grouped(part, and)).join(and);
    case 'any':
      return node.parts
        .map((part) => (part.kind === 'any' ? `(${print(part, and)})` : print(part, and)))
        .join(' OR ');
    case 'term':
    case 'exact':
    case 'prefix':
    case 'field':
      return writeLeaf(node);
  }
}

function grouped(node: QueryNode, and: string): string {
  const spaced = node.kind === 'term' && node.place === undefined && /\s/.test(node.text);
  return node.kind === 'any' || node.kind === 'all' || spaced ? `(${print(node, and)})` : print(node, and);
}
