/**
 * How many slips of the fingers lie between two words: letters left out, put in, exchanged or swapped with the next
 * (optimal string alignment). @returns more than `most` as Infinity, found out early
 */
export function slipsBetween(a: readonly string[], b: readonly string[], most: number): number {
  if (Math.abs(a.length - b.length) > most) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const cost = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return Number.POSITIVE_INFINITY;
    before = above;
    above = row;
  }
  const slips = above[b.length] ?? Number.POSITIVE_INFINITY;
  return slips <= most ? slips : Number.POSITIVE_INFINITY;
}

/** Letters as fingers type them: a syllable of Hangul is made of several. @param folded as of `fold` */
export function typedLetters(folded: string): readonly string[] {
  return hangul.test(folded) ? Array.from(folded.normalize('NFD')) : Array.from(folded);
}

/** How many slips a word of so many letters may have and still be told from others: short words have many neighbours. */
export function slipsAllowed(letters: number): number {
  if (letters < 4) return 0;
  return letters < 8 ? 1 : 2;
}

const hangul = /\p{Script=Hangul}/u;
