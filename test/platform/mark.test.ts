import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markWords } from '../../src/platform/local/mark.ts';

/** `[…]` is marked. */
const cases: ReadonlyArray<[about: string, text: string, words: readonly string[], marked: string]> = [
  ['every occurrence', 'AWS cuts jobs; AWS explains', ['AWS'], '[AWS] cuts jobs; [AWS] explains'],
  ['whole words only', 'AWS laws in AWSland', ['AWS'], '[AWS] laws in AWSland'],
  ['the longest first', 'Amazon Web Services', ['Amazon', 'Amazon Web Services'], '[Amazon Web Services]'],
  ['as written, not as meant', 'aws and AWS', ['AWS'], 'aws and [AWS]'],
  ['beside punctuation', '“AWS”, (AWS) AWS.', ['AWS'], '“[AWS]”, ([AWS]) [AWS].'],
  ['odd tokens', 'C++ beats C and C#', ['C++'], '[C++] beats C and C#'],
  ['.NET at a word’s end', 'ASP.NET and .NET', ['.NET'], 'ASP[.NET] and [.NET]'],
  ['Japanese within a sentence', '社員をリストラした', ['リストラ'], '社員を[リストラ]した'],
  ['Korean with its particle', '구조조정을 발표', ['구조조정'], '[구조조정]을 발표'],
  ['Arabic whole words', 'تسريح و التسريح', ['تسريح'], '[تسريح] و التسريح'],
  ['accents and their marks', 'cafe\u0301 cafe', ['cafe'], 'cafe\u0301 [cafe]'],
  ['nothing to mark', 'AWS', [], 'AWS'],
  ['an empty word', 'AWS', ['', ' '], 'AWS'],
  ['a word full of syntax', 'a (b) [c] $d ^e', ['(b)', '$d'], 'a [(b)] [c] [$d] ^e'],
];

describe('the words that rang are marked', () => {
  test.each(cases)('%s', (_about, text, words, marked) => {
    const shown = markWords(text, words).map((segment) =>
      segment.marked ? `[${segment.text}]` : segment.text,
    );
    expect(shown.join('')).toBe(marked);
  });

  test('whatever is marked, the text stays the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (text, words) => {
        expect(
          markWords(text, words)
            .map((segment) => segment.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
