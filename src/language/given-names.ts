import type { Language } from '../domain.ts';
import type { Mention, Read } from './mentions.ts';

/**
 * Words that are given names too: "Chip Roy" is no semiconductor, "Aws Hamid" no cloud. Where somebody is called so, the
 * word with a capital means that person in all of the article.
 * @param met everything that was met
 * @returns whether a mention is a person's name
 */
export function namesOfPeople(
  reads: readonly Read[],
  met: readonly Mention[],
  language: Language,
): (mention: Mention) => boolean {
  // German writes all nouns with a capital.
  const suspects = language === 'de' ? [] : met.filter((mention) => isGivenName(mention, reads));
  if (suspects.length === 0) return () => false;
  const known = new Set(met.filter(({ role }) => role !== 'against').map(({ first }) => first));
  const told = new Set(
    suspects.filter(({ first }) => isFollowedBySurname(first, reads, known)).map((one) => nameAt(one, reads)),
  );
  return (mention) => isGivenName(mention, reads) && told.has(nameAt(mention, reads));
}

const givenNames = new Set(['chip', 'aws']);

function nameAt({ first }: Mention, reads: readonly Read[]): string {
  return reads[first]?.word.folded ?? '';
}

function isGivenName(mention: Mention, reads: readonly Read[]): boolean {
  const { first, last } = mention;
  const read = reads[first];
  return first === last && read?.shape === 'Capital' && read.casing && givenNames.has(nameAt(mention, reads));
}

/** The next word has a capital as well, and is none that goes with chips or clouds ("Chip Act", "Aws Lambda"). */
function isFollowedBySurname(first: number, reads: readonly Read[], known: ReadonlySet<number>): boolean {
  const next = reads[first + 1];
  if (next?.breakBefore !== 'none' || next.shape !== 'Capital') return false;
  return next.word.signs === 0 && !known.has(first + 1) && !isInTitleCase(first, reads);
}

/** "Chip Makers Fall After Export Curbs": capitals tell nothing. */
function isInTitleCase(at: number, reads: readonly Read[]): boolean {
  const field = reads[at]?.field;
  return !reads.some(
    (read) => read.field === field && read.shape === 'lower' && read.surface.length >= lettersOfWord,
  );
}

/** Shorter ones are written small in title case as well. */
const lettersOfWord = 5;
