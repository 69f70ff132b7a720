import type { Language } from '../domain.ts';
import type { LexiconEntry } from './lexicon/entry.ts';
import type { CompiledPattern, Grammar, Word } from './lexicon/grammar.ts';
import type { Role } from './lexicon/pattern.ts';
import type { Token } from './tokens.ts';
import { cutsWords } from './word-boundary.ts';

/** A place where a form of a lexicon entry was met. */
export interface Mention {
  readonly entry: string;
  readonly kind: 'concept' | 'name';
  /** Numbers of its first and last token. */
  readonly first: number;
  readonly last: number;
  /** `general`: sure of the sense, but the entry's words are used outside business too; `certain`: they tell so much that
   * only words of another subject speak against it. `weak`: a name that is a common word. `near`: one so common that an
   * entry which goes with it must be met as well. `against`: words of another sense. `hint`: not enough alone (`hints.ts`). */
  readonly role: 'sure' | 'certain' | 'general' | 'ambiguous' | 'weak' | 'near' | 'against' | 'hint';
  /** Of a hint: its group. */
  readonly hint?: number | undefined;
  /** It was told by hints that agree (`hints.ts`), not by a form. */
  readonly hinted?: true | undefined;
  /** Numbers of the tokens in its gaps: what stands there is not its own. */
  readonly gaps?: readonly number[];
}

/** A token together with what the language knows of it. */
export interface Read extends Token {
  readonly word: Word;
  readonly field: 'title' | 'text';
  /** Capitals tell something: its field is neither all in capitals nor all in small letters. */
  readonly casing: boolean;
  /** Where capitals tell nothing: it may be a small word of the language ("it", "us", French "ai"). */
  readonly functionWord: boolean;
}

/** Every form met, in the order of their first words; the same words once for each entry and role. */
export function findMentions(
  reads: readonly Read[],
  grammar: Grammar,
  language: Language = 'und',
): readonly Mention[] {
  const { met, masks } = formsIn(reads, grammar);
  const masked = placesByEntry(masks);
  return met.filter(
    (mention) =>
      !touches(mention, masked.get(mention.entry)) &&
      !(mention.kind === 'name' && namesVenue(mention, reads)) &&
      !cutsWords(reads, mention.first, mention.last, language),
  );
}

/** Forms that are part of something else, with what that is: "supprime 500 postes" of "postes de stationnement". */
export function findMasked(
  reads: readonly Read[],
  grammar: Grammar,
  language: Language = 'und',
): ReadonlyArray<{ readonly mention: Mention; readonly by: Mention }> {
  const { met, masks } = formsIn(reads, grammar);
  const masked = new Map<string, Mention>();
  for (const mask of masks)
    for (let at = mask.first; at <= mask.last; at++) masked.set(`${mask.entry} ${at}`, mask);
  return met.flatMap((mention) => {
    const { entry, first, last } = mention;
    const by = masked.get(`${entry} ${last}`) ?? masked.get(`${entry} ${first}`);
    return by && !cutsWords(reads, first, last, language) ? [{ mention, by }] : [];
  });
}

function formsIn(
  reads: readonly Read[],
  grammar: Grammar,
): { readonly met: readonly Mention[]; readonly masks: readonly Mention[] } {
  const met: Mention[] = [];
  const masks: Mention[] = [];
  markAtoms(grammar.marks, reads);
  for (let at = 0; at < reads.length; at++) {
    const atoms = reads[at]?.word.atoms ?? [];
    if (atoms.length > 0) findFrom(at, atoms, reads, grammar, met, masks);
  }
  return { met, masks };
}

/** Who plays in the "Uber Arena" or the "Estadio Telefónica" is no news of the company that paid for its name. */
function namesVenue({ first, last }: Mention, reads: readonly Read[]): boolean {
  const [before, after] = [reads[first - 1], reads[last + 1]];
  if (after && joined(reads, last + 1) && venue.test(after.word.folded)) return true;
  return before !== undefined && joined(reads, first) && venueInFront.test(before.word.folded);
}

const venue =
  /^(?:arena|stadium|stadion|stadyum|velodrome|dome$|parque$|amphithea|아레나|스타디움|アリーナ|スタジアム|ドーム)/;
const venueInFront = /^(?:estadio|stade|stadio|stadion|stadium)$/;

function findFrom(
  at: number,
  atoms: readonly number[],
  reads: readonly Read[],
  grammar: Grammar,
  met: Mention[],
  masks: Mention[],
): void {
  const before = met.length;
  for (const atom of atoms) {
    for (const pattern of grammar.startingWith(atom)) {
      if (pattern.last !== undefined && !hasAny(grammar.marks, pattern.last)) continue;
      const { entry } = pattern;
      const role = roleIn(entry, pattern.role);
      if (role === 'typed') continue;
      const last = matchFrom(pattern, reads, at);
      if (last === undefined) continue;
      if (role === 'mask') masks.push({ entry: entry.id, kind: entry.kind, first: at, last, role: 'sure' });
      else if (
        !met.slice(before).some((one) => one.entry === entry.id && one.last === last && one.role === role)
      ) {
        met.push({
          entry: entry.id,
          kind: entry.kind,
          first: at,
          last,
          role,
          hint: pattern.hint,
          ...gapsOf(pattern, reads, at, last),
        });
      }
    }
  }
}

function gapsOf(
  { steps }: CompiledPattern,
  reads: readonly Read[],
  first: number,
  last: number,
): { readonly gaps?: readonly number[] } {
  if (steps.every((step) => typeof step === 'object')) return {};
  const gaps: number[] = [];
  for (let at = first; at <= last; at++) {
    const read = reads[at];
    if (read && !steps.some((step) => typeof step === 'object' && meets(read, step))) gaps.push(at);
  }
  return { gaps };
}

/** What happens outside business as well is not sure by its words. */
function roleIn({ general }: LexiconEntry, role: Role): Role | 'general' {
  if (general !== true) return role === 'certain' ? 'sure' : role;
  return role === 'sure' ? 'general' : role;
}

/** Marks the atoms that the article has anywhere with the number of this reading. */
function markAtoms(marks: Uint32Array, reads: readonly Read[]): void {
  const reading = ((marks[0] ?? 0) + 1) >>> 0;
  // After four billion readings old marks would count again.
  if (reading === 0) marks.fill(0);
  marks[0] = Math.max(1, reading);
  for (const { word } of reads) for (const atom of word.atoms) marks[atom] = marks[0];
}

function hasAny(marks: Uint32Array, atoms: readonly number[]): boolean {
  for (const atom of atoms) if (marks[atom] === marks[0]) return true;
  return false;
}

type Shape = Pick<CompiledPattern, 'steps' | 'notBefore' | 'notAfter' | 'undoneBy'>;

/** @returns the last token of the pattern if it is met from `at` on. */
export function matchFrom(pattern: Shape, reads: readonly Read[], at: number): number | undefined {
  const before = reads[at - 1];
  if (pattern.notBefore.length > 0 && before && joined(reads, at) && meets(before, pattern.notBefore))
    return undefined;
  const last = matchSteps(pattern, reads, 0, at);
  if (last === undefined || (last > at && opensHyphenated(reads, last))) return undefined;
  if (pattern.notAfter.length === 0) return last;
  const after = reads[last + 1];
  return after && joined(reads, last + 1) && meets(after, pattern.notAfter) ? undefined : last;
}

/** "Hen lays off-colour eggs": the small word belongs to what follows, not to the verb. */
function opensHyphenated(reads: readonly Read[], at: number): boolean {
  return (
    reads[at + 1]?.hyphenBefore === true &&
    reads[at]?.hyphenBefore === false &&
    particles.has(reads[at].surface.toLowerCase())
  );
}

/** What English verbs are said with, and compounds begin with as well ("over-the-counter", "down-to-earth"). */
const particles = new Set(['off', 'over', 'up', 'out', 'down', 'back']);

function matchSteps(pattern: Shape, reads: readonly Read[], step: number, at: number): number | undefined {
  const wanted = pattern.steps[step];
  if (wanted === undefined) return at - 1;
  if (typeof wanted === 'number') return matchGap(pattern, reads, step, at, wanted);
  const read = reads[at];
  if (!read || (step > 0 && !joined(reads, at)) || !meets(read, wanted)) return undefined;
  return matchSteps(pattern, reads, step + 1, at + 1);
}

function matchGap(
  pattern: Shape,
  reads: readonly Read[],
  step: number,
  at: number,
  most: number,
): number | undefined {
  for (let skipped = 0; skipped <= most; skipped++) {
    const last = matchSteps(pattern, reads, step + 1, at + skipped);
    if (last !== undefined) return last;
    const read = reads[at + skipped];
    if (!read || !joined(reads, at + skipped) || meets(read, pattern.undoneBy)) return undefined;
  }
  return undefined;
}

/** A form does not reach over a comma or the end of a sentence. */
function joined(reads: readonly Read[], at: number): boolean {
  return reads[at]?.breakBefore === 'none';
}

function meets(read: Read, atoms: readonly number[]): boolean {
  const own = read.word.atoms;
  if (own.length === 0) return false;
  for (const atom of atoms) {
    if (atom > 0 ? own.includes(atom) : own.includes(-atom) && inCapitals(read)) return true;
  }
  return false;
}

/** Where capitals tell nothing, an acronym is believed unless its letters are a small word of the language. */
function inCapitals(read: Read): boolean {
  if (!read.casing) return !read.functionWord;
  return read.shape !== 'lower' && read.shape !== 'Capital';
}

/** Token by token: a long text may have as many masks as mentions, too many to compare each with each. */
function placesByEntry(masks: readonly Mention[]): ReadonlyMap<string, ReadonlySet<number>> {
  const places = new Map<string, Set<number>>();
  for (const { entry, first, last } of masks) {
    const own = places.get(entry) ?? new Set();
    places.set(entry, own);
    for (let at = first; at <= last; at++) own.add(at);
  }
  return places;
}

function touches({ first, last }: Mention, places: ReadonlySet<number> | undefined): boolean {
  if (!places) return false;
  for (let at = first; at <= last; at++) if (places.has(at)) return true;
  return false;
}
