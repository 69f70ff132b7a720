import type { Analysis } from '../language/analyze.ts';

/** A word as an article spells it, folded, and where. */
export interface Spelled {
  readonly folded: string;
  readonly places: readonly number[];
}

/** The words of an article that begin so, in the order in which they first stand there. */
export function wordsBeginning(begun: string, analysis: Analysis): readonly Spelled[] {
  let branch = rootOf(analysis);
  while (branch.depth < begun.length && branch.words.length > few) {
    branch.next ??= parted(branch);
    const next = branch.next.get(begun.charCodeAt(branch.depth));
    if (!next) return [];
    branch = next;
  }
  return branch.depth >= begun.length
    ? branch.words
    : branch.words.filter(({ folded }) => folded.startsWith(begun));
}

/** Where all of them stand, in no order. @returns undefined if there are more than so many places */
export function placesOfAll(words: readonly Spelled[], most: number): readonly number[] | undefined {
  let count = 0;
  for (const { places } of words) {
    count += places.length;
    if (count > most) return undefined;
  }
  return words.flatMap(({ places }) => places);
}

/**
 * Words with the same first letters. Parted by their next letter only when somebody asks for more letters: all that is
 * ever asked of an article together costs no more than reading its words letter by letter once.
 */
interface Branch {
  readonly depth: number;
  readonly words: readonly Spelled[];
  next?: ReadonlyMap<number, Branch>;
}

/** So few are compared one by one. */
const few = 32;

function rootOf(analysis: Analysis): Branch {
  const known = roots.get(analysis) ?? { depth: 0, words: spelledIn(analysis) };
  roots.set(analysis, known);
  return known;
}

const roots = new WeakMap<Analysis, Branch>();

function spelledIn({ places, reads }: Analysis): readonly Spelled[] {
  const words: Spelled[] = [];
  for (const [folded, at] of places) {
    // Places are filed under stems as well: "bought" under "buy", which need not stand there.
    const own = at.every((place) => reads[place]?.word.folded === folded)
      ? at
      : at.filter((place) => reads[place]?.word.folded === folded);
    if (own.length > 0) words.push({ folded, places: own });
  }
  return words.toSorted((a, b) => (a.places[0] ?? 0) - (b.places[0] ?? 0));
}

function parted({ depth, words }: Branch): ReadonlyMap<number, Branch> {
  const by = new Map<number, { readonly depth: number; readonly words: Spelled[] }>();
  for (const word of words) {
    if (word.folded.length <= depth) continue;
    const letter = word.folded.charCodeAt(depth);
    const branch = by.get(letter);
    if (branch) branch.words.push(word);
    else by.set(letter, { depth: depth + 1, words: [word] });
  }
  return by;
}
