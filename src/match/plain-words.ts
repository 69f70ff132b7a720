import { fold } from '../language/fold.ts';
import { plainSurface, type Token, tokenize } from '../language/tokens.ts';

/** A typed word: as typed, for stemmers, and folded. */
export interface PlainWord {
  readonly surface: string;
  readonly folded: string;
  /** A single character of a script without spaces. */
  readonly single: boolean;
}

/** The words of a typed piece: "zero-day" has two, "昇腾" one for each character, "!?" none. */
export function plainWords(typed: string): readonly PlainWord[] {
  const tokens = tokenize(typed);
  const [only] = tokens;
  // A literal has room for what is in it, what `flatMap` makes for a dozen more: most subscriptions are one word.
  const word = only && tokens.length === 1 ? asItStands(only) : undefined;
  return word ? [word] : tokens.flatMap((token) => asItStands(token) ?? cutAgain(token));
}

/** @returns undefined where folding may have taken signs apart ("½" is "1⁄2") */
function asItStands(token: Token): PlainWord | undefined {
  const surface = plainSurface(token.surface);
  const folded = fold(surface);
  if (folded !== surface && !/^[a-z0-9]+$/.test(folded)) {
    const [again, ...more] = tokenize(folded);
    if (more.length > 0 || again?.surface !== folded) return undefined;
    if ((again.shape === 'one') !== (token.shape === 'one')) return undefined;
  }
  return { surface, folded, single: token.shape === 'one' };
}

/** What folding left is cut again, so that it reads the same ever after. */
function cutAgain(token: Token): readonly PlainWord[] {
  return tokenize(fold(plainSurface(token.surface))).map((part) => ({
    surface: part.surface,
    folded: fold(part.surface),
    single: part.shape === 'one',
  }));
}

/** Writes words so that they read back as one term, whatever parted them when they were typed. */
export function hyphenate(words: readonly PlainWord[]): string {
  return glue(words, '-');
}

export function glue(words: readonly PlainWord[], between: string): string {
  return words
    .map((word, at) =>
      at === 0 || (word.single && words[at - 1]?.single === true) ? word.folded : between + word.folded,
    )
    .join('');
}
