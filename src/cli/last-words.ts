import type { CompleterResult } from 'node:readline';

/**
 * What Tab offers in place of the word that is being typed: the ends of the lines, as readline shows them.
 * Of several, only those that go on with this word: readline puts what they have in common in its place.
 */
export function lastWords(typed: string, lines: readonly string[]): CompleterResult {
  const [word = ''] = /\S*$/.exec(typed) ?? [];
  const before = typed
    .slice(0, typed.length - word.length)
    .trimStart()
    .toLowerCase();
  const ends = lines
    .filter((line) => line.toLowerCase().startsWith(before))
    .map((line) => line.slice(before.length));
  const going = ends.filter((end) => bare(end).startsWith(bare(word)));
  return [going.length === 0 && ends.length === 1 ? ends : going, word];
}

/** "subs" goes on to "/subscribe" too. */
function bare(word: string): string {
  return word.toLowerCase().replace(/^\//, '');
}
