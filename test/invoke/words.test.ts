import { expect, test } from 'vitest';
import { numberIn } from '../../src/invoke/number-in.ts';
import { shorten } from '../../src/invoke/shorten.ts';

const numbers: ReadonlyArray<[typed: string, number: number | undefined]> = [
  ['12', 12],
  [' 12 ', 12],
  ['#12', 12],
  ['12.', 12],
  ['no. 12', 12],
  ['nº 12', 12],
  ['5G', undefined],
  ['1.2', undefined],
  ['-1', undefined],
  ['', undefined],
  ['9'.repeat(40), undefined],
];

test.each(numbers)('the number in "%s" is %s', (typed, number) => {
  expect(numberIn(typed)).toBe(number);
});

const cut: ReadonlyArray<[text: string, most: number, shown: string]> = [
  ['short', 10, 'short'],
  ['exactly ten', 11, 'exactly ten'],
  ['one too many', 11, 'one too ma…'],
  ['space here is cut', 6, 'space…'],
  // A flag and a family are one character each, and are not cut apart.
  ['🇫🇷🇩🇪🇮🇹', 2, '🇫🇷…'],
  ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2, '👩‍👩‍👧‍👦👩‍👩‍👧‍👦'],
  ['x'.repeat(10_000), 4, 'xxx…'],
];

test.each(cut)('"%s" in %i characters is "%s"', (text, most, shown) => {
  expect(shorten(text, most)).toBe(shown);
});
