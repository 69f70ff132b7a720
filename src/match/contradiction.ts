import type { QueryLeaf, QueryNode } from '../domain.ts';
import { canonicalForm } from './canonical.ts';

/**
 * Whether no article can meet it, because it asks for what it leaves out: "AWS NOT AWS", "AWS -(AWS OR Azure)". What an
 * article is about it mentions too. It is told by the parts alone: what different words mean together is not looked at.
 */
export function contradictsItself(node: QueryNode): boolean {
  return isImpossible(node, nothing);
}

/** What must be there and what must not, by the canonical forms of leaves. */
interface Known {
  readonly there: ReadonlySet<string>;
  readonly absent: ReadonlySet<string>;
}

const nothing: Known = { there: new Set(), absent: new Set() };

/** @param negated it must not be met */
function isImpossible(node: QueryNode, known: Known, negated = false): boolean {
  switch (node.kind) {
    case 'not':
      return isImpossible(node.part, known, !negated);
    case 'all':
    case 'any':
      return (node.kind === 'any') === negated
        ? areImpossible(node.parts, known, negated)
        : node.parts.every((part) => isImpossible(part, known, negated));
    case 'term':
    case 'exact':
    case 'prefix':
    case 'field':
      return negated
        ? known.there.has(canonicalForm(node))
        : impliedBy(node).some((form) => known.absent.has(form));
  }
}

/** Whether they cannot all hold: first what is sure of each, then each in the light of that. */
function areImpossible(parts: readonly QueryNode[], known: Known, negated: boolean): boolean {
  const there = new Set(known.there);
  const absent = new Set(known.absent);
  for (const part of parts) note(part, negated, there, absent);
  return parts.some((part) => isImpossible(part, { there, absent }, negated));
}

/** Adds what holds of a part in any case; of one that leaves a choice, nothing does. */
function note(node: QueryNode, negated: boolean, there: Set<string>, absent: Set<string>): void {
  switch (node.kind) {
    case 'not':
      note(node.part, !negated, there, absent);
      break;
    case 'all':
    case 'any':
      if ((node.kind === 'any') === negated)
        for (const part of node.parts) note(part, negated, there, absent);
      break;
    case 'term':
    case 'exact':
    case 'prefix':
    case 'field':
      if (negated) absent.add(canonicalForm(node));
      else for (const form of impliedBy(node)) there.add(form);
  }
}

/** What holds where a leaf does: what is in the title, the article is about, and what it is about, it mentions. */
function impliedBy(leaf: QueryLeaf): readonly string[] {
  if (leaf.kind === 'field') return [canonicalForm(leaf)];
  const about: QueryLeaf = { ...leaf, place: 'about' };
  const mentioned: QueryLeaf = { ...leaf, place: 'mentions' };
  const more = leaf.place === 'title' ? [about, mentioned] : leaf.place === 'mentions' ? [] : [mentioned];
  return [leaf, ...more].map(canonicalForm);
}
