import type { Aside } from './background.ts';
import type { Read } from './mentions.ts';

/** How much an article is about something, from where it stands: strongest first. */
export type Strength = 'title' | 'lead' | 'body' | 'aside';

export interface Standing {
  readonly strength: Strength;
  /** Why it is no more than an aside. */
  readonly aside?: Aside | undefined;
}

/** The lead: what an agency would send first. */
const leadTokens = 60;
/** Shorter texts have no asides at their end. Characters of scripts without spaces count half. */
const leastTokensForAside = 150;
/** The part of a text, counted from its end, where background and other companies are listed. */
const tail = 1 / 3;
const mostMentionsOfAside = 2;

/**
 * @param places numbers of the tokens where it stands, in order
 * @param beside its words turn up beside many a matter ("regulators", "the union"): once, behind the first sentence,
 *   they are no more than that
 */
export function standingOf(
  places: readonly number[],
  reads: readonly Read[],
  titleTokens: number,
  beside: boolean,
): Standing {
  const first = places[0] ?? 0;
  if (first < titleTokens) return { strength: 'title' };
  if (beside && places.length === 1 && titleTokens > 0 && first >= endOfFirstSentence(reads, titleTokens))
    return { strength: 'aside', aside: 'sideline' };
  if (first < titleTokens + leadTokens) return { strength: 'lead' };
  const length = reads.length - titleTokens;
  const least = reads[first]?.shape === 'one' ? leastTokensForAside * 2 : leastTokensForAside;
  const late = first >= titleTokens + length * (1 - tail);
  return late && length >= least && places.length <= mostMentionsOfAside
    ? { strength: 'aside', aside: 'late' }
    : { strength: 'body' };
}

function endOfFirstSentence(reads: readonly Read[], titleTokens: number): number {
  for (let at = titleTokens + 1; at < reads.length; at++)
    if (reads[at]?.breakBefore === 'sentence') return at;
  return reads.length;
}
