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
/** In shorter texts everything behind the lead counts. Characters of scripts without spaces count half. */
const longText = 150;
/** As long as a page: what it is about it names more than twice. */
const veryLongText = 450;
/** The part of a text, counted from its end, where background and other companies are listed. */
const tail = 1 / 3;

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
  const words = reads[first]?.shape === 'one' ? length / 2 : length;
  if (words < longText) return { strength: 'body' };
  const late = first >= titleTokens + length * (1 - tail);
  if (places.length <= (late || words >= veryLongText ? 2 : 1))
    return { strength: 'aside', aside: late ? 'late' : 'seldom' };
  return { strength: 'body' };
}

function endOfFirstSentence(reads: readonly Read[], titleTokens: number): number {
  for (let at = titleTokens + 1; at < reads.length; at++)
    if (reads[at]?.breakBefore === 'sentence') return at;
  return reads.length;
}
