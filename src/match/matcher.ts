import type { Evidence, Query, QueryField, QueryNode } from '../domain.ts';
import type { Analysis } from '../language/analyze.ts';
import { fold } from '../language/fold.ts';
import { sentenceAround, wordsBetween } from '../language/quote.ts';
import { type Facts, hasFact, hostsOf, noFacts } from './facts.ts';
import { keysOf, type Leaf, type Plan, planOf } from './plan.ts';
import type { Span } from './phrase.ts';
import { isLookedUp, isMet, searchTermsOf, spansOf, type Term } from './term.ts';

/**
 * Whether an article meets a query, and by which words.
 * @returns one piece of evidence for each term that was met, in the order typed; undefined if it does not meet it
 */
export function meet(query: Query, analysis: Analysis, facts = noFacts): readonly Evidence[] | undefined {
  return meetPlan(knownPlan(query), askedOf(analysis, facts));
}

/** An article that queries are asked of. */
export interface Asked {
  readonly analysis: Analysis;
  readonly facts: Facts;
  /** Whether terms that the text has to be searched for are met, by their text: one query may ask for the same one 50 times. */
  readonly met: Map<string, boolean>;
  /** What was found of terms, by their text: many queries ask for the same ones. */
  readonly told: Map<string, Evidence | undefined>;
}

export function askedOf(analysis: Analysis, facts: Facts): Asked {
  return { analysis, facts, met: new Map(), told: new Map() };
}

/** The same for a query whose plan the caller keeps, as well as what was told of other queries in this article. */
export function meetPlan(plan: Plan, asked: Asked): readonly Evidence[] | undefined {
  return holds(plan, asked) ? evidenceOf(plan, asked) : undefined;
}

/** Whether it does, without saying why: a tenth of the work. */
export function meets(query: Query, analysis: Analysis, facts = noFacts): boolean {
  return holds(knownPlan(query), askedOf(analysis, facts));
}

/**
 * Search terms (`searchTerms` of the analyzer, `Facts.terms`) of which any article that meets the query has at least one.
 * @returns undefined if it may be any article
 */
export function candidateTerms(query: Query): readonly string[] | undefined {
  const terms = new Set<string>();
  for (const key of keysOf(knownPlan(query))) {
    const own = searchTermsOf(key);
    if (own === undefined) return undefined;
    for (const term of own) terms.add(term);
  }
  return [...terms];
}

/** One query is asked of many articles when somebody searches. */
const plans = new WeakMap<QueryNode, Plan>();

export function knownPlan(query: Query): Plan {
  const known = plans.get(query.node) ?? planOf(query);
  plans.set(query.node, known);
  return known;
}

function holds(plan: Plan, asked: Asked): boolean {
  switch (plan.kind) {
    case 'leaf':
      return isLeafMet(plan, asked);
    case 'all':
      return plan.parts.every((part) => holds(part, asked));
    case 'any':
      return plan.parts.some((part) => holds(part, asked));
    case 'not':
      return !holds(plan.part, asked);
  }
}

function isLeafMet({ term, text }: Leaf, { analysis, facts, met }: Asked): boolean {
  if (isLookedUp(term)) return isMet(term, analysis, facts);
  const known = met.get(text) ?? isMet(term, analysis, facts);
  met.set(text, known);
  return known;
}

function evidenceOf(plan: Plan, { analysis, facts, told }: Asked): readonly Evidence[] {
  const evidence: Evidence[] = [];
  for (const { leaf, absent } of leavesOf(plan, false)) {
    if (absent) continue;
    if (!told.has(leaf.text)) told.set(leaf.text, evidenceFor(leaf, analysis, facts));
    const found = told.get(leaf.text);
    if (found) evidence.push(found);
  }
  return evidence;
}

const mostWords = 5;
/** Beyond them a text repeats itself, and reading on would cost the length of the text times that of a phrase. */
const mostSpans = 50;

export function evidenceFor(leaf: Leaf, analysis: Analysis, facts: Facts): Evidence | undefined {
  if (leaf.term.kind === 'field') return evidenceOfFact(leaf.text, leaf.term, facts, analysis);
  const words = new Map<string, string>();
  const seen = new Set<string>();
  let first: Span | undefined;
  let spans = 0;
  for (const span of shownSpans(leaf.term, analysis)) {
    first ??= span;
    const written = wordsBetween(analysis, span.first, span.last);
    if (!seen.has(written)) {
      const folded = fold(written);
      if (!words.has(folded)) words.set(folded, written);
      seen.add(written);
    }
    if (words.size === mostWords || ++spans === mostSpans) break;
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

/** Of mentions that share words the longest: "cuts 528 jobs", not "cuts 528" beside it. */
function* shownSpans(term: Term, analysis: Analysis): Generator<Span> {
  let longest: Span | undefined;
  for (const span of spansOf(term, analysis)) {
    if (term.kind !== 'meaning') yield span;
    else if (longest === undefined || span.first > longest.last) {
      if (longest) yield longest;
      longest = span;
    } else if (span.last - span.first > longest.last - longest.first) longest = span;
  }
  if (longest) yield longest;
}

function evidenceOfFact(
  text: string,
  term: Extract<Leaf['term'], { kind: 'field' }>,
  facts: Facts,
  { title }: Analysis,
): Evidence | undefined {
  if (!hasFact(term.value, facts)) return undefined;
  return { term: text, words: [shownFact(term.value.field, facts)], sentence: title.trim() };
}

/** What an article has for a field, as a person would say it. */
export function shownFact(field: QueryField, { of }: Facts): string {
  switch (field) {
    case 'lang':
      return of.language;
    case 'source':
      return hostsOf(of)[0] ?? of.outlet;
    case 'author':
      return of.author ?? '';
    case 'tag':
      return (of.tags ?? []).join(', ');
  }
}

export function leavesOf(
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
