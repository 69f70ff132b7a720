import type { QueryLeaf, QueryNode } from '../domain.ts';
import { meantBy } from './meant-by.ts';
import { hyphenate, plainWords } from './plain-words.ts';

/**
 * Words that stand in every article of their language and name nothing in any other. Words that may be acronyms or
 * something in another language are left out: "it", "us", "who", "un", German "war", Dutch "door".
 */
const smallWords = new Set(
  (
    'a an the of to and or not in on at by for with from this that these those is are was were be been ' +
    'le la les de des du une et en au aux dans pour sur avec que qui est ce cette ' +
    'der die das dem den ein eine und oder nicht mit von zu im auf ' +
    'el los las del y con para por os da dos em o e i il lo gli di het een och att det pas se'
  ).split(' '),
);

/** @returns the small words a query asks for if it asks for nothing else; in quotes they are wanted as they stand */
export function onlySmallWords(node: QueryNode): string | undefined {
  const wanted = wantedIn(node);
  return wanted.length > 0 && wanted.every(isSmall) ? wanted.map(({ text }) => text).join(' ') : undefined;
}

function wantedIn(node: QueryNode): readonly QueryLeaf[] {
  switch (node.kind) {
    case 'not':
      return [];
    case 'all':
    case 'any':
      return node.parts.flatMap(wantedIn);
    case 'term':
    case 'exact':
    case 'prefix':
    case 'field':
      return [node];
  }
}

function isSmall({ kind, text }: QueryLeaf): boolean {
  return kind === 'term' && !meantBy(text) && smallWords.has(hyphenate(plainWords(text)));
}
