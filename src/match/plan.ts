import type { Query, QueryNode } from '../domain.ts';
import { type Key, keysOfTerm, selectivityOf, type Term, termOf } from './term.ts';
import { writeLeaf } from './write-leaf.ts';

/** A query made ready to be asked of many articles: its terms are looked up in the lexicon once. */
export type Plan =
  | Leaf
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Plan[] }
  | { readonly kind: 'not'; readonly part: Plan };

export interface Leaf {
  readonly kind: 'leaf';
  /** As typed, with what belongs to it: quotes, the * of a prefix, a field. */
  readonly text: string;
  readonly term: Term;
}

export function planOf({ node }: Pick<Query, 'node'>): Plan {
  return planOfNode(node);
}

function planOfNode(node: QueryNode): Plan {
  switch (node.kind) {
    case 'all':
    case 'any':
      return { kind: node.kind, parts: node.parts.map(planOfNode) };
    case 'not':
      return { kind: 'not', part: planOfNode(node.part) };
    case 'term':
    case 'exact':
    case 'prefix':
    case 'field':
      return { kind: 'leaf', text: writeLeaf(node), term: termOf(node) };
  }
}

/** Whether two plans were typed in the same words, so that evidence for one is evidence for the other. */
export function sameWords(a: Plan, b: Plan): boolean {
  if (a.kind === 'leaf') return b.kind === 'leaf' && a.text === b.text;
  if (a.kind === 'not') return b.kind === 'not' && sameWords(a.part, b.part);
  if (b.kind !== a.kind) return false;
  return (
    a.parts.length === b.parts.length && a.parts.every((part, at) => sameWords(part, b.parts[at] as Plan))
  );
}

/** What any article that meets the plan has at least one of: the keys of its rarest part. */
export function keysOf(plan: Plan): readonly Key[] {
  return rarest(plan).keys;
}

interface Rarest {
  readonly keys: readonly Key[];
  /** How rare they are likely to be. */
  readonly selectivity: number;
}

function rarest(plan: Plan): Rarest {
  switch (plan.kind) {
    case 'leaf':
      return { keys: keysOfTerm(plan.term), selectivity: selectivityOf(plan.term) };
    case 'any': {
      const parts = plan.parts.map(rarest);
      return {
        keys: parts.flatMap((part) => part.keys),
        selectivity: Math.min(...parts.map((part) => part.selectivity)),
      };
    }
    case 'all':
      return plan.parts
        .map(rarest)
        .reduce((best, part) => (part.selectivity > best.selectivity ? part : best));
    case 'not':
      return { keys: [], selectivity: -1 };
  }
}
