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
