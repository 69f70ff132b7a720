import type { Read } from './mentions.ts';

/** How much an article is about something, from where it stands: strongest first. */
export type Strength = 'title' | 'lead' | 'body' | 'aside';

/** The lead: what an agency would send first. */
const leadTokens = 60;
/** Shorter texts have no asides. Characters of scripts without spaces count half. */
const leastTokensForAside = 150;
/** The part of a text, counted from its end, where background and other companies are listed. */
const tail = 1 / 3;
const mostMentionsOfAside = 2;

/** @param places numbers of the tokens where it stands, in order */
export function strengthOf(places: readonly number[], reads: readonly Read[], titleTokens: number): Strength {
  const first = places[0] ?? 0;
  if (first < titleTokens) return 'title';
  if (first < titleTokens + leadTokens) return 'lead';
  const length = reads.length - titleTokens;
  const least = reads[first]?.shape === 'one' ? leastTokensForAside * 2 : leastTokensForAside;
  const late = first >= titleTokens + length * (1 - tail);
  return late && length >= least && places.length <= mostMentionsOfAside ? 'aside' : 'body';
}
