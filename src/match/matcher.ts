import type { Evidence, Query, QueryNode } from '../domain.ts';
import type { Analysis } from '../language/analyze.ts';
import { fold } from '../language/fold.ts';
import { sentenceAround, wordsBetween } from '../language/quote.ts';
import { searchTermsOf, selectivityOf, type Span, spansOf, type Term, termOf } from './term.ts';

/**
 * Whether an article meets a query, and by which words.
 * @returns one piece of evidence for each term that was met, in the order typed; undefined if it does not meet it
 */
export function meet(query: Query, analysis: Analysis): readonly Evidence[] | undefined {
  const plan = planOf(query.node);
  return holds(plan, analysis) ? evidenceOf(plan, analysis) : undefined;
}

/** Whether it does, without saying why: a tenth of the work. */
export function meets(query: Query, analysis: Analysis): boolean {
  return holds(planOf(query.node), analysis);
}

/** Search terms (`searchTerms` of the analyzer) of which any article that meets the query has at least one. */
export function candidateTerms(query: Query): readonly string[] {
  return [...new Set(candidatesOf(planOf(query.node)).terms)];
}

export interface Explained {
  /** As typed; with "-" in front if it must be absent. */
  readonly term: string;
  /** For a term that must be absent: it is. */
  readonly met: boolean;
  readonly words: readonly string[];
  readonly sentence?: string | undefined;
  readonly meaning?: string | undefined;
}

/** Every term of a query and how the article meets it, in the order typed. */
export function explain(query: Query, analysis: Analysis): readonly Explained[] {
  return leavesOf(planOf(query.node), false).map(({ leaf, absent }) => {
    const spans = spansOf(leaf.term, analysis);
    const evidence = spans.length > 0 ? evidenceFor(leaf, spans, analysis) : undefined;
    return {
      term: absent ? `-${leaf.text}` : leaf.text,
      met: absent ? spans.length === 0 : spans.length > 0,
      words: evidence?.words ?? [],
      sentence: evidence?.sentence,
      meaning: leaf.term.kind === 'meaning' ? leaf.term.name : undefined,
    };
  });
}

interface Leaf {
  readonly kind: 'leaf';
  readonly text: string;
  readonly term: Term;
}

type Plan =
  | Leaf
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Plan[] }
  | { readonly kind: 'not'; readonly part: Plan };

/** Terms are looked up in the lexicon once for each query, not for each article. */
const plans = new WeakMap<QueryNode, Plan>();

function planOf(node: QueryNode): Plan {
  const known = plans.get(node) ?? makePlan(node);
  plans.set(node, known);
  return known;
}

function makePlan(node: QueryNode): Plan {
  switch (node.kind) {
    case 'term':
    case 'exact':
      return { kind: 'leaf', text: node.kind === 'exact' ? `"${node.text}"` : node.text, term: termOf(node) };
    case 'all':
    case 'any':
      return { kind: node.kind, parts: node.parts.map(makePlan) };
    case 'not':
      return { kind: 'not', part: makePlan(node.part) };
  }
}

function holds(plan: Plan, analysis: Analysis): boolean {
  switch (plan.kind) {
    case 'leaf':
      return spansOf(plan.term, analysis).length > 0;
    case 'all':
      return plan.parts.every((part) => holds(part, analysis));
    case 'any':
      return plan.parts.some((part) => holds(part, analysis));
    case 'not':
      return !holds(plan.part, analysis);
  }
}

function evidenceOf(plan: Plan, analysis: Analysis): readonly Evidence[] {
  return leavesOf(plan, false)
    .filter(({ absent }) => !absent)
    .flatMap(({ leaf }) => {
      const spans = spansOf(leaf.term, analysis);
      return spans.length > 0 ? [evidenceFor(leaf, spans, analysis)] : [];
    });
}

const mostWords = 5;

function evidenceFor(leaf: Leaf, spans: readonly Span[], analysis: Analysis): Evidence {
  const words = new Map<string, string>();
  for (const { first, last } of spans) {
    const written = wordsBetween(analysis, first, last);
    if (!words.has(fold(written))) words.set(fold(written), written);
  }
  return {
    term: leaf.text,
    words: [...words.values()].slice(0, mostWords),
    sentence: sentenceAround(analysis, spans[0]?.first ?? 0),
    meaning: leaf.term.kind === 'meaning' ? leaf.term.name : undefined,
  };
}

function leavesOf(
  plan: Plan,
  absent: boolean,
): ReadonlyArray<{ readonly leaf: Leaf; readonly absent: boolean }> {
  switch (plan.kind) {
    case 'leaf':
      return [{ leaf: plan, absent }];
    case 'all':
    case 'any':
      return plan.parts.flatMap((part) => leavesOf(part, absent));
    case 'not':
      return leavesOf(plan.part, !absent);
  }
}

interface Candidates {
  readonly terms: readonly string[];
  /** How rare they are likely to be; a query is looked up by its rarest part. */
  readonly selectivity: number;
}

function candidatesOf(plan: Plan): Candidates {
  switch (plan.kind) {
    case 'leaf':
      return { terms: searchTermsOf(plan.term), selectivity: selectivityOf(plan.term) };
    case 'any': {
      const parts = plan.parts.map(candidatesOf);
      return {
        terms: parts.flatMap((part) => part.terms),
        selectivity: Math.min(...parts.map((part) => part.selectivity)),
      };
    }
    case 'all':
      return plan.parts
        .map(candidatesOf)
        .reduce((best, part) => (part.selectivity > best.selectivity ? part : best));
    case 'not':
      return { terms: [], selectivity: -1 };
  }
}
