import type { Evidence, Query, QueryNode } from '../domain.ts';
import type { Analysis } from '../language/analyze.ts';
import { fold } from '../language/fold.ts';
import { sentenceAround, wordsBetween } from '../language/quote.ts';
import { keysOf, type Leaf, type Plan, planOf } from './plan.ts';
import { isMet, searchTermsOf, type Span, spansOf } from './term.ts';

/**
 * Whether an article meets a query, and by which words.
 * @returns one piece of evidence for each term that was met, in the order typed; undefined if it does not meet it
 */
export function meet(query: Query, analysis: Analysis): readonly Evidence[] | undefined {
  return meetPlan(knownPlan(query), analysis, new Map());
}

/** What was found of terms in one article, by their text: many queries ask for the same ones. */
export type Told = Map<string, Evidence | undefined>;

/** The same for a query whose plan the caller keeps, as well as what was told of other queries in this article. */
export function meetPlan(plan: Plan, analysis: Analysis, told: Told): readonly Evidence[] | undefined {
  return holds(plan, analysis) ? evidenceOf(plan, analysis, told) : undefined;
}

/** Whether it does, without saying why: a tenth of the work. */
export function meets(query: Query, analysis: Analysis): boolean {
  return holds(knownPlan(query), analysis);
}

/** Search terms (`searchTerms` of the analyzer) of which any article that meets the query has at least one. */
export function candidateTerms(query: Query): readonly string[] {
  return [...new Set(keysOf(knownPlan(query)).flatMap(searchTermsOf))];
}

/** One query is asked of many articles when somebody searches. */
const plans = new WeakMap<QueryNode, Plan>();

function knownPlan(query: Query): Plan {
  const known = plans.get(query.node) ?? planOf(query);
  plans.set(query.node, known);
  return known;
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
  return leavesOf(knownPlan(query), false).map(({ leaf, absent }) => {
    const evidence = evidenceFor(leaf, analysis);
    return {
      term: absent ? `-${leaf.text}` : leaf.text,
      met: absent ? !evidence : evidence !== undefined,
      words: evidence?.words ?? [],
      sentence: evidence?.sentence,
      meaning: leaf.term.kind === 'meaning' ? leaf.term.name : undefined,
    };
  });
}

function holds(plan: Plan, analysis: Analysis): boolean {
  switch (plan.kind) {
    case 'leaf':
      return isMet(plan.term, analysis);
    case 'all':
      return plan.parts.every((part) => holds(part, analysis));
    case 'any':
      return plan.parts.some((part) => holds(part, analysis));
    case 'not':
      return !holds(plan.part, analysis);
  }
}

function evidenceOf(plan: Plan, analysis: Analysis, told: Told): readonly Evidence[] {
  const evidence: Evidence[] = [];
  for (const { leaf, absent } of leavesOf(plan, false)) {
    if (absent) continue;
    if (!told.has(leaf.text)) told.set(leaf.text, evidenceFor(leaf, analysis));
    const found = told.get(leaf.text);
    if (found) evidence.push(found);
  }
  return evidence;
}

const mostWords = 5;
/** Beyond them a text repeats itself, and reading on would cost the length of the text times that of a phrase. */
const mostSpans = 1_000;

function evidenceFor(leaf: Leaf, analysis: Analysis): Evidence | undefined {
  const words = new Map<string, string>();
  let first: Span | undefined;
  let seen = 0;
  for (const span of spansOf(leaf.term, analysis)) {
    first ??= span;
    const written = wordsBetween(analysis, span.first, span.last);
    const folded = fold(written);
    if (!words.has(folded)) words.set(folded, written);
    if (words.size === mostWords || ++seen === mostSpans) break;
  }
  return (
    first && {
      term: leaf.text,
      words: [...words.values()],
      sentence: sentenceAround(analysis, first.first),
      meaning: leaf.term.kind === 'meaning' ? leaf.term.name : undefined,
    }
  );
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
