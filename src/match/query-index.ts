import type { Evidence, Query } from '../domain.ts';
import { type Analysis, pairsOf } from '../language/analyze.ts';
import { type Facts, noFacts } from './facts.ts';
import { type Asked, askedOf, meetPlan } from './matcher.ts';
import { keysOf, type Plan, planOf, sameWords } from './plan.ts';
import type { Key } from './term.ts';
import { createPrefixIndex } from './prefix-index.ts';
import { createWordIndex } from './word-index.ts';

/** Standing queries, looked up by the words of an article instead of one after the other. */
export interface QueryIndex {
  /** A second query under the same id takes the first one's place. */
  readonly add: (id: number, query: Query) => void;
  /** Removing what is not there is no mistake. */
  readonly remove: (id: number) => void;
  readonly size: number;
  /** Every id whose query the article meets, smallest id first. */
  readonly match: (analysis: Analysis, facts?: Facts) => readonly IndexMatch[];
}

export interface IndexMatch {
  readonly id: number;
  readonly evidence: readonly Evidence[];
}

/** All ids that ask for the same meaning: evaluated once for an article. */
interface Entry {
  readonly canonical: string;
  readonly keys: readonly Key[];
  /** How they typed it: evidence is told in the owners' words. Never empty. */
  readonly spellings: Spelling[];
}

interface Spelling {
  readonly plan: Plan;
  readonly ids: number[];
}

export function createQueryIndex(): QueryIndex {
  const entries = new Map<string, Entry>();
  const entryOf = new Map<number, Entry>();
  const byWord = createWordIndex<Entry>();
  const byPair = new Map<string, Set<Entry>>();
  const byMeaning = new Map<string, Set<Entry>>();
  const byPrefix = createPrefixIndex<Entry>();
  const byFact = new Map<string, Set<Entry>>();

  return {
    add(id, query) {
      remove(id);
      const plan = planOf(query);
      const known = entries.get(query.canonical);
      if (known) own(known, plan, id);
      entryOf.set(id, known ?? open(query.canonical, { plan, ids: [id] }));
    },
    remove,
    get size() {
      return entryOf.size;
    },
    match(analysis, facts = noFacts) {
      const met: IndexMatch[] = [];
      const asked = askedOf(analysis, facts);
      for (const entry of candidates(analysis, facts)) collectMatches(entry, asked, met);
      return met.toSorted((a, b) => a.id - b.id);
    },
  };

  function open(canonical: string, spelling: Spelling): Entry {
    const entry: Entry = { canonical, keys: keysOf(spelling.plan), spellings: [spelling] };
    entries.set(canonical, entry);
    for (const key of entry.keys) {
      if (key.kind === 'word') byWord.add(key.word, entry);
      else if (key.kind === 'pair') file(byPair, key.folded, entry);
      else if (key.kind === 'prefix') byPrefix.add(key.folded, entry);
      else if (key.kind === 'fact') file(byFact, key.term, entry);
      else file(byMeaning, key.entry, entry);
    }
    return entry;
  }

  function remove(id: number): void {
    const entry = entryOf.get(id);
    if (!entry) return;
    entryOf.delete(id);
    disown(entry, id);
    if (entry.spellings.length === 0) close(entry);
  }

  function close(entry: Entry): void {
    entries.delete(entry.canonical);
    for (const key of entry.keys) {
      if (key.kind === 'word') byWord.remove(key.word, entry);
      else if (key.kind === 'pair') unfile(byPair, key.folded, entry);
      else if (key.kind === 'prefix') byPrefix.remove(key.folded, entry);
      else if (key.kind === 'fact') unfile(byFact, key.term, entry);
      else unfile(byMeaning, key.entry, entry);
    }
  }

  function candidates(analysis: Analysis, facts: Facts): ReadonlySet<Entry> {
    const found = new Set(byWord.find(analysis));
    for (const entry of byPrefix.find(analysis.places.keys())) found.add(entry);
    for (const fact of facts.terms) for (const entry of byFact.get(fact) ?? []) found.add(entry);
    if (byPair.size > 0) {
      for (const pair of pairsOf(analysis.reads))
        for (const entry of byPair.get(pair) ?? []) found.add(entry);
    }
    for (const meaning of analysis.meanings.keys())
      for (const entry of byMeaning.get(meaning) ?? []) found.add(entry);
    return found;
  }
}

function own({ spellings }: Entry, plan: Plan, id: number): void {
  const spelling = spellings.find((one) => sameWords(one.plan, plan));
  if (spelling) spelling.ids.push(id);
  else spellings.push({ plan, ids: [id] });
}

function disown({ spellings }: Entry, id: number): void {
  const spelling = spellings.find((one) => one.ids.includes(id));
  if (!spelling) return;
  spelling.ids.splice(spelling.ids.indexOf(id), 1);
  if (spelling.ids.length === 0) spellings.splice(spellings.indexOf(spelling), 1);
}

function collectMatches({ spellings }: Entry, asked: Asked, met: IndexMatch[]): void {
  for (const { plan, ids } of spellings) {
    const evidence = meetPlan(plan, asked);
    // All of them mean the same: what the first does not meet, none does.
    if (!evidence) return;
    for (const id of ids) met.push({ id, evidence });
  }
}

function file(under: Map<string, Set<Entry>>, key: string, entry: Entry): void {
  const there = under.get(key);
  if (there) there.add(entry);
  else under.set(key, new Set([entry]));
}

function unfile(under: Map<string, Set<Entry>>, key: string, entry: Entry): void {
  const there = under.get(key);
  there?.delete(entry);
  if (there?.size === 0) under.delete(key);
}
