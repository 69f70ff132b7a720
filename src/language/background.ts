import { passing, past } from './lexicon/background.ts';
import type { Mention, Read } from './mentions.ts';

/** Why an article that has an entry's words is not about it. */
export type Aside =
  /** What happened once, told as background: "which laid off 200 people last year". */
  | 'past'
  /** Said not to happen: "denies it will cut jobs". */
  | 'denied'
  /** Named beside the matter: "rivals such as Amazon", "a former Google engineer". */
  | 'passing'
  /** One word on it, behind what the article is about: "Regulators have been notified." */
  | 'sideline'
  /** Among the background at the end of a long text. */
  | 'late'
  /** Behind the lead of a long text, which hardly comes back to it. */
  | 'seldom';

/**
 * Reads the signs of background among what was met.
 * @param tellsAnything the article is on something that is news of technology
 * @returns which of the two a mention is, if any
 */
export function backgroundOf(
  met: readonly Mention[],
  reads: readonly Read[],
  sentences: readonly number[],
  tellsAnything: boolean,
): (mention: Mention, happens: boolean) => 'past' | 'passing' | undefined {
  const pastWords = met.filter(({ entry }) => entry === past.id);
  const passingWords = met.filter(({ entry }) => entry === passing.id);
  const [pastNear, passingNear] = [nearBy(pastWords), nearBy(passingWords)];
  return (mention, happens) => {
    // "Former Google engineer sues", and the article is on Google too; "… opens a bakery", and it is not.
    if (mention.kind === 'name' && tellsAnything && reads[mention.first]?.field === 'title') return undefined;
    if (mention.kind === 'name')
      return passingNear(mention).some((cue) => leadsTo(cue, mention, reads, sentences))
        ? 'passing'
        : undefined;
    if (!happens) return undefined;
    const told =
      pastNear(mention).some((cue) => isNear(cue, mention, reads, sentences)) || isRelative(mention, reads);
    return told ? 'past' : undefined;
  };
}

/** Words between a sign and what it belongs to; characters of scripts without spaces count a third. */
const farthest = 8;
const charactersPerWord = 3;

/** Those of which any may be near a mention: a long text may have as many as mentions, too many to compare each with each. */
function nearBy(cues: readonly Mention[]): (mention: Mention) => readonly Mention[] {
  const reach = farthest * charactersPerWord + 1;
  const longest = cues.reduce((most, { first, last }) => Math.max(most, last - first), 0);
  return ({ first, last }) => {
    const from = firstFrom(cues, first - reach - longest);
    return cues.slice(from, firstFrom(cues, last + reach + 1));
  };
}

/** The number of the first that begins there or later. */
function firstFrom(cues: readonly Mention[], token: number): number {
  let [low, high] = [0, cues.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.first ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isNear(
  cue: Mention,
  mention: Mention,
  reads: readonly Read[],
  sentences: readonly number[],
): boolean {
  if (sentences[cue.first] !== sentences[mention.first]) return false;
  const between = Math.max(mention.first - cue.last, cue.first - mention.last) - 1;
  return between <= (reads[mention.first]?.shape === 'one' ? farthest * charactersPerWord : farthest);
}

/** Words between "rival" or "former" and the name; in scripts without spaces they touch, on either side. */
const farthestFromName = 2;

function leadsTo(
  cue: Mention,
  mention: Mention,
  reads: readonly Read[],
  sentences: readonly number[],
): boolean {
  if (sentences[cue.first] !== sentences[mention.first]) return false;
  const between = mention.first - cue.last - 1;
  const unspaced = reads[cue.first]?.shape === 'one' || reads[cue.first]?.shape === 'uncased';
  if (unspaced && cue.first - mention.last === 1) return true;
  return between >= 0 && between <= (reads[cue.first]?.shape === 'one' ? 0 : farthestFromName);
}

/** "The company, which cut 200 jobs, …": what stands in such a clause is known already. */
function isRelative({ first }: Mention, reads: readonly Read[]): boolean {
  for (let at = first; at >= Math.max(0, first - 3); at--) {
    const read = reads[at];
    if (read?.breakBefore === 'sentence') return false;
    if (read?.breakBefore === 'clause') return read.field === 'text' && relatives.has(read.word.folded);
  }
  return false;
}

/** Only those that cannot open a main clause as well. */
const relatives = new Set('which who qui'.split(' '));
