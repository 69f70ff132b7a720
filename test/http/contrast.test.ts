import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../src/http/assets/page.css', import.meta.url), 'utf8');
const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name ?? '', { light: light ?? '', dark: dark ?? '' }],
  ),
);

/** Text needs 4.5 to 1 (WCAG 2.2, 1.4.3 AA); edges of controls and what marks a state 3 to 1 (1.4.11). */
const pairs: ReadonlyArray<[front: string, back: string, least: number]> = [
  ...['paper', 'desk', 'sheet'].flatMap((back): Array<[string, string, number]> => [
    ['ink', back, 4.5],
    ['quiet', back, 4.5],
    ['brass', back, 4.5],
    ['alarm', back, 4.5],
    ['field', back, 3],
  ]),
  // A mark lies under words of the sheet's ink; a chosen suggestion has its own.
  ['ink', 'mark', 4.5],
  ['on-mark', 'mark', 4.5],
  ['on-ink', 'ink', 4.5],
  ['on-ink', 'brass', 4.5],
];

describe.each(['light', 'dark'] as const)('in the %s', (scheme) => {
  test.each(pairs)('%s on %s stands out at least %s to 1', (front, back, least) => {
    expect(contrast(colour(front, scheme), colour(back, scheme))).toBeGreaterThanOrEqual(least);
  });
});

test('no colour of text stands outside the pairs', () => {
  const used = [...css.matchAll(/(?<![\w-])color: ([^;]+);/g)].map(([, value]) => value ?? '');
  const known = ['inherit', ...pairs.map(([front]) => `var(--${front})`)];
  expect(used.filter((value) => !known.includes(value))).toEqual([]);
});

function colour(name: string, scheme: 'light' | 'dark'): string {
  const pair = colours.get(name);
  if (!pair) throw new Error(`page.css has no colour --${name}`);
  return pair[scheme];
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
