import type { CompiledPattern, Grammar, Word } from './lexicon/grammar.ts';
import type { Token } from './tokens.ts';

/** A place where a form of a lexicon entry was met. */
export interface Mention {
  readonly entry: string;
  /** Numbers of its first and last token. */
  readonly first: number;
  readonly last: number;
  /** The form alone does not settle the sense. */
  readonly ambiguous: boolean;
}

/** A token together with what the language knows of it. */
export interface Read extends Token {
  readonly word: Word;
  /** Capitals tell something: its text is neither all in capitals nor all in small letters. */
  readonly casing: boolean;
  /** Without capitals to go by, it may be a function word ("it", "us", French "ai"). */
  readonly functionWord: boolean;
}

/** Every form met, in the order of the text; of two readings of the same words for one entry, the longer. */
export function findMentions(reads: readonly Read[], grammar: Grammar): readonly Mention[] {
  const met: Mention[] = [];
  const masks: Mention[] = [];
  for (let at = 0; at < reads.length; at++) {
    for (const atom of reads[at]?.word.atoms ?? []) {
      for (const pattern of grammar.startingWith(atom)) {
        if (pattern.role === 'typed') continue;
        const last = matchFrom(pattern, reads, at);
        if (last === undefined) continue;
        const mention = { entry: pattern.entry.id, first: at, last, ambiguous: pattern.role === 'ambiguous' };
        (pattern.role === 'mask' ? masks : met).push(mention);
      }
    }
  }
  return met.filter((mention) => !masks.some((mask) => mask.entry === mention.entry && overlap(mask, mention)));
}

/** @returns the last token of the pattern if it is met from `at` on. */
export function matchFrom(pattern: CompiledPattern, reads: readonly Read[], at: number): number | undefined {
  const before = reads[at - 1];
  if (pattern.notBefore.length > 0 && before && joined(reads, at) && meets(before, pattern.notBefore)) return undefined;
  const last = matchSteps(pattern, reads, 0, at);
  if (last === undefined || pattern.notAfter.length === 0) return last;
  const after = reads[last + 1];
  return after && joined(reads, last + 1) && meets(after, pattern.notAfter) ? undefined : last;
}

function matchSteps(pattern: CompiledPattern, reads: readonly Read[], step: number, at: number): number | undefined {
  const wanted = pattern.steps[step];
  if (wanted === undefined) return at - 1;
  if (typeof wanted === 'number') return matchGap(pattern, reads, step, at, wanted);
  const read = reads[at];
  if (!read || (step > 0 && !joined(reads, at)) || !meets(read, wanted)) return undefined;
  return matchSteps(pattern, reads, step + 1, at + 1);
}

function matchGap(
  pattern: CompiledPattern,
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
  for (const atom of atoms) {
    if (atom > 0 ? read.word.atoms.includes(atom) : read.word.atoms.includes(-atom) && inCapitals(read)) return true;
  }
  return false;
}

/** Where capitals tell nothing, an acronym is believed unless its letters are a function word of the language. */
function inCapitals(read: Read): boolean {
  return read.casing ? read.shape === 'UPPER' || read.shape === 'uncased' || read.shape === 'number' : !read.functionWord;
}

function overlap(a: Mention, b: Mention): boolean {
  return a.first <= b.last && b.first <= a.last;
}
