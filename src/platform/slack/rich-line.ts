/** A sentence of our own with pieces of rich text in the place of its values. */
import type { RichElement } from './blocks.ts';

/**
 * @param say the sentence, given what stands for each piece; it may leave some out and put them in any order
 * @param pieces at most 100
 */
export function richLine(
  say: (stands: readonly string[]) => string,
  pieces: readonly RichElement[],
): readonly RichElement[] {
  // Characters that no text of ours has in it (private use): each stands for one piece.
  const stands = pieces.map((_, at) => String.fromCodePoint(firstStand + at));
  return say(stands)
    .split(/([\uE000-\uE063])/)
    .flatMap((part): readonly RichElement[] => {
      const piece = part.length === 1 ? pieces[(part.codePointAt(0) ?? 0) - firstStand] : undefined;
      if (piece !== undefined) return [piece];
      return part === '' ? [] : [{ type: 'text', text: part }];
    });
}

const firstStand = 0xe0_00;
