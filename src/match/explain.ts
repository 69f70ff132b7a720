/** Why an article meets a query or not, term by term: what was met, or the nearest miss and the rule that held it back. */
import type { Query } from '../domain.ts';
import type { Analysis } from '../language/analyze.ts';
import type { Aside } from '../language/background.ts';
import type { Strength } from '../language/strength.ts';
import { type Facts, noFacts } from './facts.ts';
import { evidenceFor, knownPlan, leavesOf } from './matcher.ts';
import { type HeldBack, heldBack } from './held-back.ts';
import type { Leaf } from './plan.ts';

export interface Explained {
  /** As typed; with "-" in front if it must be absent. */
  readonly term: string;
  /** For a term that must be absent: it is. */
  readonly met: boolean;
  /** As they stand in the article. */
  readonly words: readonly string[];
  readonly sentence?: string | undefined;
  /** The lexicon entry that the term names: its id, and what it is called. */
  readonly entry?: string | undefined;
  readonly meaning?: string | undefined;
  /** How much the article is about it. */
  readonly strength?: Strength | undefined;
  /** Why it is no more than an aside. */
  readonly aside?: Aside | undefined;
  /** How it is known which of its senses is meant: the words are of one sense only, or the rest of the article tells. */
  readonly sense?: 'sure' | 'told by the article' | undefined;
  /** Why it is not met. */
  readonly held?: HeldBack | undefined;
}

/** Every term of a query and how the article meets it, in the order typed. */
export function explain(query: Query, analysis: Analysis, facts: Facts = noFacts): readonly Explained[] {
  return leavesOf(knownPlan(query), false).map(({ leaf, absent }) => {
    const evidence = evidenceFor(leaf, analysis, facts);
    const known = knownThing(leaf, analysis);
    const term = absent ? `-${leaf.text}` : leaf.text;
    if (evidence) {
      const { words, sentence } = evidence;
      return {
        term,
        met: !absent,
        words,
        sentence,
        ...known,
        ...(absent && { held: { kind: 'excluded' } as const }),
      };
    }
    if (absent) return { term, met: true, words: [], ...known };
    const { held, words, sentence } = heldBack(leaf, analysis, facts);
    return { term, met: false, words, sentence, ...known, held };
  });
}

function knownThing({ term }: Leaf, { meanings }: Analysis) {
  if (term.kind !== 'meaning') return {};
  const meant = meanings.get(term.entry);
  const sure = meant?.mentions.some(({ role }) => role === 'sure');
  return {
    entry: term.entry,
    meaning: term.name,
    ...(meant && ({ strength: meant.strength, sense: sure ? 'sure' : 'told by the article' } as const)),
    ...(meant?.aside && { aside: meant.aside }),
  };
}
