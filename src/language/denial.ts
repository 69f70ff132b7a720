import { deniesBefore, deniesNext, notBefore, notNext } from './lexicon/denial.ts';
import type { Mention, Read } from './mentions.ts';

/** How many words stand between a sign and what it denies, at most; in scripts without spaces, twice as many characters. */
const reach = { [deniesNext.id]: 8, [notNext.id]: 1, [deniesBefore.id]: 5, [notBefore.id]: 1 };

/**
 * Whether an article says of something that it did not or will not happen: "denies it will cut jobs", "layoffs are not
 * planned". A sign denies within its clause. What the title denies the whole article denies, unless the title tells it
 * as well: whoever denies it says it again and again.
 * @param met everything that was met, in the order of the text
 * @returns of the mentions of one entry, those that are denied
 */
export function denialsIn(
  met: readonly Mention[],
  reads: readonly Read[],
): (mentions: readonly Mention[]) => ReadonlySet<Mention> {
  const cues = met.filter(({ entry }) => entry in reach);
  if (cues.length === 0) return () => none;
  const byFirst = Map.groupBy(cues, ({ first }) => first);
  const byLast = Map.groupBy(cues, ({ last }) => last);
  return (mentions) => {
    const denied = mentions.filter(
      (mention) =>
        isDeniedBefore(mention, byLast, reads) ||
        isDeniedBehind(mention, byFirst, reads) ||
        isDeniedAround(mention, byFirst, reads),
    );
    const inTitle = mentions.filter(({ first }) => reads[first]?.field === 'title');
    const titleDenies = inTitle.length > 0 && inTitle.every((mention) => denied.includes(mention));
    return new Set(titleDenies ? mentions : denied);
  };
}

const none: ReadonlySet<Mention> = new Set();
type Cues = ReadonlyMap<number, readonly Mention[]>;

/** A sign in front: "no plans to", "will not". One that opens a clause reaches into it: "dementiert, dass …". */
function isDeniedBefore({ first }: Mention, byLast: Cues, reads: readonly Read[]): boolean {
  for (let at = first - 1; at >= 0 && first - at - 1 <= farthest(reads[first]); at--) {
    const opened = reads[at + 1]?.breakBefore;
    if (opened === 'sentence') return false;
    const cues = byLast.get(at) ?? [];
    const between = first - at - 1;
    if (cues.some(({ entry }) => entry === deniesNext.id && isWithin(between, entry, reads[first])))
      return true;
    if (opened === 'clause') return false;
    if (cues.some(({ entry }) => entry === notNext.id && isWithin(between, entry, reads[first]))) return true;
  }
  return false;
}

/** A sign behind it: "… are not planned". */
function isDeniedBehind({ last }: Mention, byFirst: Cues, reads: readonly Read[]): boolean {
  for (let at = last + 1; at < reads.length && at - last - 1 <= farthest(reads[last]); at++) {
    if (reads[at]?.breakBefore !== 'none') return false;
    const between = at - last - 1;
    const cues = byFirst.get(at) ?? [];
    if (
      cues.some(
        ({ entry }) =>
          entry !== deniesNext.id && entry !== notNext.id && isWithin(between, entry, reads[last]),
      )
    )
      return true;
  }
  return false;
}

/** A sign inside it, or on both sides: "supprimera pas … postes", "schließt Entlassungen aus", "işten çıkarmayacak". */
function isDeniedAround(mention: Mention, byFirst: Cues, reads: readonly Read[]): boolean {
  const { first, last } = mention;
  for (let at = last; at >= 0 && first - at <= farthest(reads[first]); at--) {
    const cues = byFirst.get(at) ?? [];
    if (cues.some((cue) => (at < first ? cue.last > last : isInside(cue, mention)))) return true;
    if (at <= first && reads[at]?.breakBefore !== 'none') return false;
  }
  return false;
}

/** "Could not log in" is an outage: what is the form's own word denies nothing. */
function isInside(cue: Mention, { gaps }: Mention): boolean {
  if (cue.entry === deniesBefore.id) return true;
  return cue.entry !== deniesNext.id && gaps?.some((at) => at >= cue.first && at <= cue.last) === true;
}

function isWithin(between: number, cue: string, near: Read | undefined): boolean {
  return between <= (reach[cue] ?? 0) * perWord(near);
}

function farthest(near: Read | undefined): number {
  return Math.max(...Object.values(reach)) * perWord(near);
}

function perWord(near: Read | undefined): number {
  return near?.shape === 'one' ? 2 : 1;
}
