import { isOperator } from './query-lexer.ts';
import type { QueryLeaf } from '../domain.ts';

/** A part of a query as its owner would type it. */
export function writeLeaf(leaf: QueryLeaf): string {
  switch (leaf.kind) {
    case 'term':
      return leaf.place === undefined ? leaf.text : `${leaf.place}:${grouped(leaf.text)}`;
    case 'exact':
      return `${placed(leaf.place)}"${leaf.text}"`;
    case 'prefix':
      return `${placed(leaf.place)}${leaf.text}*`;
    case 'field':
      return `${leaf.field}:${bare.test(leaf.text) && !isOperator(leaf.text) ? leaf.text : `"${leaf.text}"`}`;
  }
}

function placed(place: string | undefined): string {
  return place === undefined ? '' : `${place}:`;
}

function grouped(text: string): string {
  return /\s/.test(text) ? `(${text})` : text;
}

/** Reads back as one word. */
const bare = /^[\p{L}\p{N}.][\p{L}\p{M}\p{N}._-]*$/u;
