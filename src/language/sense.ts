import { passing, past } from './lexicon/background.ts';
import { businessContext } from './lexicon/context.ts';
import type { Mention, Read } from './mentions.ts';

/**
 * Decides which mentions mean their entry, entry by entry, from the whole article. A name that is also a word must be
 * written as a name, and the article must speak more of business than of the name's other senses.
 * @returns the mentions that do, in the order of the text; those of the business context are gone
 */
export function settleSenses(
  mentions: readonly Mention[],
  reads: readonly Read[],
): ReadonlyMap<string, readonly Mention[]> {
  const byEntry = Map.groupBy(mentions, (mention) => mention.entry);
  for (const sign of [past.id, passing.id]) byEntry.delete(sign);
  const business = distinctWords(byEntry.get(businessContext.id) ?? [], reads);
  const sure = new Set(mentions.filter((mention) => mention.role === 'sure').map((mention) => mention.entry));
  for (const sign of [businessContext.id, past.id, passing.id]) sure.delete(sign);

  const settled = new Map<string, readonly Mention[]>();
  for (const [entry, all] of byEntry) {
    if (entry === businessContext.id) continue;
    const against = distinctWords(
      all.filter((mention) => mention.role === 'against'),
      reads,
    );
    const speaksFor = business + sure.size - (sure.has(entry) ? 1 : 0);
    const meant = all.filter((mention) => mention.role === 'sure');
    const open = all.filter((mention) => isOpen(mention) && writtenAsMeant(mention, reads));
    if (open.length > 0 && (meant.length > 0 || senseHolds(open, speaksFor, against, reads)))
      meant.push(...open);
    if (meant.length > 0)
      settled.set(
        entry,
        meant.toSorted((a, b) => a.first - b.first),
      );
  }
  return settled;
}

/** Another sense weighs double: business words ("service", "million") turn up in articles on anything. */
const weightOfOther = 2;
/** Up to here an article is a headline with a line or two, in which no word may speak either way. */
const briefTokens = 40;

function senseHolds(
  open: readonly Mention[],
  speaksFor: number,
  against: number,
  reads: readonly Read[],
): boolean {
  if (against > 0) return speaksFor > weightOfOther * against;
  if (speaksFor > 0) return true;
  return open.some((mention) => {
    const read = reads[mention.first];
    if (mention.role === 'weak') return false;
    if (mention.role === 'general') return reads.length <= briefTokens;
    if (mention.kind !== 'name' || !read?.casing || !hasCapital(read)) return false;
    return read.breakBefore !== 'sentence' || reads.length <= briefTokens;
  });
}

function isOpen(mention: Mention): boolean {
  return mention.role === 'ambiguous' || mention.role === 'weak' || mention.role === 'general';
}

function writtenAsMeant(mention: Mention, reads: readonly Read[]): boolean {
  const read = reads[mention.first];
  if (!read) return false;
  return mention.kind === 'concept' || !read.casing || read.shape !== 'lower';
}

function hasCapital(read: Read): boolean {
  return read.shape === 'Capital' || read.shape === 'UPPER';
}

function distinctWords(mentions: readonly Mention[], reads: readonly Read[]): number {
  return new Set(mentions.map((mention) => reads[mention.first]?.word.stem)).size;
}
