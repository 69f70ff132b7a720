import type { Evidence, Query } from '../domain.ts';
import { type Analysis, wordTerms } from '../language/analyze.ts';
import { candidateTerms, meet } from './matcher.ts';

/** Standing queries, looked up by the words of an article instead of one after the other. */
export interface QueryIndex {
  /** A second query under the same id takes the first one's place. */
  readonly add: (id: number, query: Query) => void;
  /** Removing what is not there is no mistake. */
  readonly remove: (id: number) => void;
  readonly size: number;
  /** Every id whose query the article meets, smallest id first. */
  readonly match: (analysis: Analysis) => readonly IndexMatch[];
}

export interface IndexMatch {
  readonly id: number;
  readonly evidence: readonly Evidence[];
}

/** All ids that ask for the same meaning: evaluated once for an article. */
interface Entry {
  readonly canonical: string;
  readonly terms: readonly string[];
  /** How each of them typed it: evidence is told in the owner's words. `spelling` is the same for the same words. */
  readonly owners: Map<number, { readonly query: Query; readonly spelling: string }>;
}

export function createQueryIndex(): QueryIndex {
  const entries = new Map<string, Entry>();
  const byTerm = new Map<string, Set<Entry>>();
  const canonicalOf = new Map<number, string>();

  function open(query: Query): Entry {
    const known = entries.get(query.canonical);
    if (known) return known;
    const entry: Entry = { canonical: query.canonical, terms: candidateTerms(query), owners: new Map() };
    entries.set(query.canonical, entry);
    for (const term of entry.terms) {
      const there = byTerm.get(term);
      if (there) there.add(entry);
      else byTerm.set(term, new Set([entry]));
    }
    return entry;
  }

  function close(entry: Entry): void {
    entries.delete(entry.canonical);
    for (const term of entry.terms) {
      const there = byTerm.get(term);
      there?.delete(entry);
      if (there?.size === 0) byTerm.delete(term);
    }
  }

  function remove(id: number): void {
    const entry = entries.get(canonicalOf.get(id) ?? '');
    canonicalOf.delete(id);
    entry?.owners.delete(id);
    if (entry?.owners.size === 0) close(entry);
  }

  return {
    add(id, query) {
      remove(id);
      open(query).owners.set(id, { query, spelling: JSON.stringify(query.node) });
      canonicalOf.set(id, query.canonical);
    },
    remove,
    get size() {
      return canonicalOf.size;
    },
    match(analysis) {
      const met: IndexMatch[] = [];
      for (const entry of candidates(analysis, byTerm)) met.push(...matchesOf(entry, analysis));
      return met.toSorted((a, b) => a.id - b.id);
    },
  };
}

function candidates(analysis: Analysis, byTerm: ReadonlyMap<string, ReadonlySet<Entry>>): ReadonlySet<Entry> {
  const found = new Set<Entry>();
  const terms = new Set(wordTerms(analysis.reads));
  for (const meaning of analysis.meanings.keys()) terms.add(`@${meaning}`);
  for (const term of terms) for (const entry of byTerm.get(term) ?? []) found.add(entry);
  return found;
}

function matchesOf(entry: Entry, analysis: Analysis): readonly IndexMatch[] {
  const told = new Map<string, readonly Evidence[] | undefined>();
  const matches: IndexMatch[] = [];
  for (const [id, { query, spelling }] of entry.owners) {
    if (!told.has(spelling)) told.set(spelling, meet(query, analysis));
    const evidence = told.get(spelling);
    // All of them mean the same: what the first does not meet, none does.
    if (!evidence) return [];
    matches.push({ id, evidence });
  }
  return matches;
}
