/** Where letters lie on keyboards: what a finger hits instead, and what was typed with the wrong layout switched on. */

/** QWERTY, and what AZERTY and QWERTZ have side by side. */
const rows = [
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  'qwertzuiop',
  'yxcvbnm',
];

/** Rows that lie under each other, each a little to the right of the one above. */
const above: ReadonlyArray<readonly [upper: string, lower: string]> = [
  ['qwertyuiop', 'asdfghjkl'],
  ['asdfghjkl', 'zxcvbnm'],
];

const neighbours: ReadonlySet<string> = new Set(
  [
    ...rows.flatMap((row) => pairsOf(row.slice(0, -1), row.slice(1))),
    ...above.flatMap(([upper, lower]) => [...pairsOf(upper, lower), ...pairsOf(upper.slice(1), lower)]),
  ].flatMap(([a = '', b = '']) => [a + b, b + a]),
);

export function isNeighbour(a: string, b: string): boolean {
  return neighbours.has(a + b);
}

function pairsOf(one: string, other: string): ReadonlyArray<readonly string[]> {
  return Array.from(one, (letter, at) => [letter, other[at] ?? '']);
}

/** What the same keys give with Latin letters: "фцы" was meant as "aws". @returns undefined for what is not Cyrillic */
export function inLatinLayout(typed: string): string | undefined {
  const letters = Array.from(typed.toLowerCase(), (letter) => latin.get(letter));
  return letters.every((letter) => letter !== undefined) ? letters.join('') : undefined;
}

const latin: ReadonlyMap<string, string> = new Map(
  Array.from('йцукенгшщзфывапролдячсмить', (letter, at) => [letter, 'qwertyuiopasdfghjklzxcvbnm'[at] ?? '']),
);
