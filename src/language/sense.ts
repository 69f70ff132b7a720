import { lexiconEntry } from './lexicon.ts';
import type { Mention, Read } from './mentions.ts';
import { isFromTechnology, signsIn, type Subject, subjectOf } from './subject.ts';

/**
 * Decides which mentions mean their entry, entry by entry, from the whole article. A name that is also a word must be
 * written as a name, and the article must speak more of business than of the name's other senses. What happens outside
 * technology as well ("the court", "a strike") must stand in an article that is from there.
 * @param readings the article's words, as each language it is read with knows them
 * @returns the mentions that do, in the order of the text; those of subjects and background are gone
 */
export function settleSenses(
  mentions: readonly Mention[],
  reads: readonly Read[],
  readings: ReadonlyArray<readonly Read[]>,
): ReadonlyMap<string, readonly Mention[]> {
  const signs = signsIn(mentions, reads, readings);
  const meanings = mentions.filter(({ entry }) => !entry.startsWith('+'));
  const told = new Set(meanings.filter(({ role }) => ofItsSense.has(role)).map(({ entry }) => entry));
  const byEntry = Map.groupBy(mentions, ({ entry }) => entry);
  const settled = new Map<string, readonly Mention[]>();
  const settle = (kind: Mention['kind'], isMeant: (one: Mention, evidence: Evidence) => boolean): void => {
    const ofKind = meanings.filter((mention) => mention.kind === kind);
    for (const [entry, all] of Map.groupBy(ofKind, (mention) => mention.entry)) {
      const evidence = {
        all,
        speaksFor: signs.business + signs.technology + signs.shared + told.size - (told.has(entry) ? 1 : 0),
        against: distinctWords(all, reads),
      };
      const sure = all.filter(({ role }) => role === 'sure');
      const open = all.filter((mention) => isOpen(mention, byEntry, reads) && writtenAsMeant(mention, reads));
      const isOpenMeant = sure.length > 0 || open.some((one) => isMeant(one, evidence));
      const meant = isOpenMeant ? [...sure, ...open] : sure;
      if (meant.length > 0)
        settled.set(
          entry,
          meant.toSorted((a, b) => a.first - b.first),
        );
    }
  };
  // Names first: they tell what an article is from.
  settle('name', (one, evidence) => isMeantName(one, evidence, reads));
  const subject = subjectOf(signs, mentions, settled, reads);
  settle('concept', (one, evidence) => isMeantConcept(one, evidence, subject, reads));
  return settled;
}

/** Roles of mentions whose words have no other sense. */
const ofItsSense: ReadonlySet<Mention['role']> = new Set(['sure', 'certain', 'general']);

/** What speaks for and against an entry's own sense. */
interface Evidence {
  readonly all: readonly Mention[];
  readonly speaksFor: number;
  /** Distinct words of its other senses. */
  readonly against: number;
}

/** Words of business turn up in articles on anything: those of another sense weigh double. */
const weightOfSense = 2;
/** Up to here the first word of a sentence may be a name. */
const briefTokens = 40;

function isMeantName(mention: Mention, { speaksFor, against }: Evidence, reads: readonly Read[]): boolean {
  if (against > 0) return speaksFor > weightOfSense * against;
  if (speaksFor > 0 || mention.role === 'near') return true;
  const read = reads[mention.first];
  if (mention.role === 'weak' || !read) return false;
  if (read.shape === 'uncased' || read.shape === 'one') return true;
  return read.casing && hasCapital(read) && (read.breakBefore !== 'sentence' || reads.length <= briefTokens);
}

function isMeantConcept(
  { entry, role }: Mention,
  { all, speaksFor, against }: Evidence,
  subject: Subject,
  reads: readonly Read[],
): boolean {
  if (!isFromTechnology(entry, all, against, subject, reads, role === 'certain')) return false;
  return ofItsSense.has(role) || speaksFor > weightOfSense * against;
}

function isOpen(
  { entry, role, first }: Mention,
  byEntry: ReadonlyMap<string, readonly Mention[]>,
  reads: readonly Read[],
): boolean {
  if (role !== 'near') return openRoles.has(role);
  // In small letters "an edge over Microsoft" is written like the browser: only what begins a sentence is believed.
  if (reads[first]?.casing === false && reads[first].breakBefore !== 'sentence') return false;
  return lexiconEntry(entry)?.near?.some((id) => byEntry.get(id)?.some(speaks)) === true;
}

const openRoles: ReadonlySet<Mention['role']> = new Set(['ambiguous', 'weak', 'general', 'certain']);

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
  const against = mentions.filter(({ role }) => role === 'against');
  return new Set(against.map((mention) => reads[mention.first]?.word.stem)).size;
}
