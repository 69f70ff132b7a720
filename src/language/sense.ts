import { lexiconEntry } from './lexicon.ts';
import { businessContext } from './lexicon/context.ts';
import { elsewhere, technology } from './lexicon/subjects.ts';
import type { Mention, Read } from './mentions.ts';

/**
 * Decides which mentions mean their entry, entry by entry, from the whole article. A name that is also a word must be
 * written as a name, and the article must speak more of business than of the name's other senses. What happens outside
 * business as well ("the court", "a strike") must stand in an article that is more from there than from elsewhere.
 * @param readings the article's words, as each language it is read with knows them
 * @returns the mentions that do, in the order of the text; those of subjects and background are gone
 */
export function settleSenses(
  mentions: readonly Mention[],
  reads: readonly Read[],
  readings: ReadonlyArray<readonly Read[]>,
): ReadonlyMap<string, readonly Mention[]> {
  const byEntry = Map.groupBy(mentions, (mention) => mention.entry);
  const subject = subjectOf(byEntry, reads, readings);
  const told = new Set(
    mentions.filter(({ role }) => role === 'sure' || role === 'general').map(({ entry }) => entry),
  );
  const sure = new Set(mentions.filter(({ role }) => role === 'sure').map(({ entry }) => entry));

  const settled = new Map<string, readonly Mention[]>();
  for (const [entry, all] of byEntry) {
    if (entry.startsWith('+')) continue;
    const against = distinctWords(
      all.filter((mention) => mention.role === 'against'),
      reads,
    );
    const meant = all.filter((mention) => mention.role === 'sure');
    const open = all.filter((mention) => isOpen(mention, byEntry, reads) && writtenAsMeant(mention, reads));
    const speaksFor = subject.business + subject.technology + without(told, entry);
    const fits = fitting(subject, without(sure, entry), against, reads);
    if (
      open.length > 0 &&
      (meant.length > 0 || open.some((one) => senseHolds(one, speaksFor, fits, against, reads)))
    )
      meant.push(...open);
    if (meant.length > 0)
      settled.set(
        entry,
        meant.toSorted((a, b) => a.first - b.first),
      );
  }
  return settled;
}

/** Distinct words that are signs of each subject. */
interface Subject {
  readonly business: number;
  readonly technology: number;
  readonly elsewhere: number;
}

function subjectOf(
  byEntry: ReadonlyMap<string, readonly Mention[]>,
  reads: readonly Read[],
  readings: ReadonlyArray<readonly Read[]>,
): Subject {
  const bits = new Map<string, number>();
  for (const reading of readings)
    for (const { word } of reading)
      if (word.signs !== 0) bits.set(word.stem, (bits.get(word.stem) ?? 0) | word.signs);
  const counted = (sign: { readonly id: string; readonly sign?: number | undefined }): number => {
    let count = distinctWords(byEntry.get(sign.id) ?? [], reads);
    for (const signs of bits.values()) if ((signs & (sign.sign ?? 0)) !== 0) count += 1;
    return count;
  };
  return {
    business: counted(businessContext),
    technology: counted(technology),
    elsewhere: counted(elsewhere),
  };
}

/** Business words ("service", "million") turn up in articles on anything: the others weigh double. */
const weightOfOther = 2;
/** Up to here an article is a headline with a line or two, in which no word may speak either way. */
const briefTokens = 40;

/** Whether what happens everywhere happens in technology or business here. */
function fitting(
  { business, technology: technical, elsewhere: other }: Subject,
  sure: number,
  against: number,
  reads: readonly Read[],
): boolean {
  const speaksFor = business + weightOfOther * (technical + sure);
  const speaksAgainst = 3 * (other + against);
  return speaksFor + speaksAgainst === 0 ? reads.length <= briefTokens : speaksFor > speaksAgainst;
}

function senseHolds(
  mention: Mention,
  speaksFor: number,
  fits: boolean,
  against: number,
  reads: readonly Read[],
): boolean {
  if (mention.role === 'general') return fits;
  if (mention.kind === 'concept') return fits && speaksFor > weightOfOther * against;
  if (against > 0) return speaksFor > weightOfOther * against;
  if (speaksFor > 0 || mention.role === 'near') return true;
  const read = reads[mention.first];
  if (mention.role === 'weak' || mention.kind !== 'name' || !read) return false;
  if (read.shape === 'uncased' || read.shape === 'one') return true;
  return read.casing && hasCapital(read) && (read.breakBefore !== 'sentence' || reads.length <= briefTokens);
}

function without(entries: ReadonlySet<string>, entry: string): number {
  return entries.size - (entries.has(entry) ? 1 : 0);
}

function isOpen(
  { entry, role, first }: Mention,
  byEntry: ReadonlyMap<string, readonly Mention[]>,
  reads: readonly Read[],
): boolean {
  if (role !== 'near') return role === 'ambiguous' || role === 'weak' || role === 'general';
  // In small letters "an edge over Microsoft" is written like the browser: only what begins a sentence is believed.
  if (reads[first]?.casing === false && reads[first].breakBefore !== 'sentence') return false;
  return lexiconEntry(entry)?.near?.some((id) => byEntry.get(id)?.some(speaks)) === true;
}

function speaks({ role }: Mention): boolean {
  return role !== 'against' && role !== 'near';
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
