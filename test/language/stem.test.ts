import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { functionWords } from '../../src/language/function-words.ts';
import { frontOf, hasStemmer, stem, stemOnce, stemsOf } from '../../src/language/stem.ts';

const languages = [...functionWords.keys()].filter(hasStemmer);
const endings =
  'ement ations azione erung ungen iques mente ísimo heiten lerinden iami aient ées ly ing ed s';
const word = fc
  .tuple(
    fc.string({
      unit: fc.constantFrom(...Array.from('abcdefghijklmnoprstuvyzaeiouéàüöäßñçãåøęłşğıô')),
      minLength: 1,
      maxLength: 6,
    }),
    fc.constantFrom('', ...endings.split(' ')),
  )
  .map((parts) => parts.join(''));

describe('a word begins as its stem promises', () => {
  test.each(languages)('%s', (language) => {
    const begins = fc.property(word, (one) => {
      expect(fold(one).startsWith(frontOf(stemOnce(one, language), language))).toBe(true);
    });
    fc.assert(begins, { numRuns: 1_000 });
  });
});

test('a stem is the same whether it is remembered or not', () => {
  for (const language of languages)
    expect(stemOnce('licenciements', language)).toBe(stem('licenciements', language));
});

test('a stem that is a word with a stem of its own is known by both', () => {
  expect(stemsOf('meetings')).toEqual(expect.arrayContaining(['meeting', 'meet']));
});
