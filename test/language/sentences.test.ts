import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentencesOf } from '../../src/language/sentences.ts';

const cuts: ReadonlyArray<readonly [language: string, text: string]> = [
  ['en', 'Dr. Smith met J. Doe. | They spoke.'],
  ['en', 'The U.S. Congress voted. | It passed.'],
  ['en', 'Sales rose 3.5 percent to $2.1 billion. | Costs fell.'],
  ['en', '"We grow. We hire," she said. | Shares rose.'],
  ['en', 'He asked: "Why?" and left. | Nobody answered.'],
  ['en', 'Version 2.0 of Node.js is out! | Try it.'],
  ['fr', 'M. Dupont quitte le groupe. | Il part demain.'],
  ['fr', '« C’est fini. Nous partons. » | La suite est connue.'],
  ['fr', 'La hausse atteint 3,5 % env. du total. | Rien ne change.'],
  ['de', 'Das gilt z. B. für Ärzte. | Am 3. Mai geht es los.'],
  ['de', 'Der Umsatz stieg um ca. 5 Mio. Euro. | Das reicht.'],
  ['es', 'El Sr. García dimite. | ¿Quién sigue?'],
  ['sv', 'Bolaget söker 1 500 tekniker. | ”Vi växer”, säger chefen.'],
  ['ja', '新製品を発表した。 | 価格は未定だ。'],
  ['zh', '公司宣布裁员。 | 股价下跌！'],
  ['hi', 'कंपनी ने घोषणा की। | शेयर गिरे।'],
  ['ar', 'أعلنت الشركة ذلك. | هل ينجح؟'],
  ['ru', 'В г. Москве прошла встреча. | Итоги объявят позже.'],
];

test.each(cuts)('%s: %s', (language, marked) => {
  const parts = marked.split(' | ');
  const text = parts.join(language === 'ja' || language === 'zh' ? '' : ' ');
  expect(sentencesOf(text, language).map((sentence) => sentence.text)).toEqual(parts);
});

test('a line break ends a sentence, with or without a full stop', () => {
  expect(sentencesOf('A headline\n\nA text. More\r\n', 'en').map((one) => one.text)).toEqual([
    'A headline',
    'A text.',
    'More',
  ]);
});

/** Nothing in them ends a sentence, so that all of it would be joined. */
const endless: readonly string[] = ['A. B. C. ', 'Mr. Smith vs. … e.g. ', 'A.B.C. ', '“A. ', '" A. ', '. a '];

// Joined without a bound, the first of them took a minute.
test.each(endless)('a text that never ends a sentence is cut in time: %s', { timeout: 5_000 }, (again) => {
  const text = again.repeat(200_000 / again.length);
  const pieces = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)];
  const longestPiece = Math.max(...pieces.map(({ segment }) => segment.length));
  const longest = Math.max(...sentencesOf(text, 'en').map((sentence) => sentence.text.length));
  expect(longest).toBeLessThanOrEqual(1_000 + longestPiece);
  expect(sentencesOf(`${text}\nThe end.`, 'en').at(-1)?.text).toBe('The end.');
});

test('a quotation of 600 characters is taken for one that was not closed', () => {
  const said = 'We grow every year. '.repeat(40);
  expect(sentencesOf(`He said: "${said.slice(0, 400)}and so on. Yes."`, 'en')).toHaveLength(1);
  expect(sentencesOf(`He said: "${said}`, 'en').length).toBeGreaterThan(5);
});

test('every sentence stands in the text where it says, and no word is lost', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.constantFrom('en', 'de', 'ja'),
      (text, language) => {
        const sentences = sentencesOf(text, language);
        for (const { text: own, start, end } of sentences) expect(text.slice(start, end)).toBe(own);
        expect(
          sentences
            .map((one) => one.text)
            .join('')
            .replace(/\s/g, ''),
        ).toBe(text.replace(/\s/g, ''));
      },
    ),
  );
});
