import { fold } from '../language/fold.ts';
import { plainSurface, tokenize } from '../language/tokens.ts';

/** A typed word: as typed, for stemmers, and folded. */
export interface PlainWord {
  readonly surface: string;
  readonly folded: string;
  /** A single character of a script without spaces. */
  readonly single: boolean;
}

/** The words of a typed piece: "zero-day" has two, "昇腾" one for each character, "!?" none. */
export function plainWords(typed: string): readonly PlainWord[] {
  return tokenize(typed).flatMap((token): readonly PlainWord[] => {
    const surface = plainSurface(token.surface);
    const folded = fold(surface);
    if (folded === surface || /^[a-z0-9]+$/.test(folded))
      return [{ surface, folded, single: token.shape === 'one' }];
    // Folding can take signs apart ("½" is "1⁄2"): what is left is cut again, so that it reads the same ever after.
    const again = tokenize(folded);
    if (again.length === 1 && again[0]?.surface === folded)
      return [{ surface, folded, single: again[0].shape === 'one' }];
    return again.map((part) => ({
      surface: part.surface,
      folded: fold(part.surface),
      single: part.shape === 'one',
    }));
  });
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
