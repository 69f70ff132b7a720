import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentencesOf } from '../../src/language/sentences.ts';
import { summarize } from '../../src/summarize/extract.ts';

const article = {
  title: 'Valmora closes its Lyon studio',
  language: 'en',
  text: [
    'Valmora closes its Lyon studio.',
    'The games publisher Valmora said on Monday it would shut the studio in Lyon by June, ending 120 contracts. ' +
      'The studio made the racing series Apex Harbor, which sold 4 million copies in 2023. ' +
      'He said it was hard.',
    '"We tried everything," said director Ana Ruiz, "and nothing worked."',
    'However, the series will go on in Montreal.',
    'Subscribe to our newsletter for more.',
    'Share · Print · Comment',
    'News',
  ].join('\n\n'),
};

test('a summary has whole sentences of the article in their order, the lead first', () => {
  const summary = summarize(article);
  expect(summary).toMatch(
    /^The games publisher Valmora said on Monday.*120 contracts\. The studio made the racing series/,
  );
  expect(Array.from(summary).length).toBeLessThanOrEqual(320);
});

const neverTold = ['Valmora closes its Lyon studio.', 'Subscribe', 'Share', 'News'];

test.each(neverTold)('the title again and page furniture are never told: %s', (line) => {
  for (const length of [100, 200, 320, 1000]) expect(summarize(article, length)).not.toContain(line);
});

test('a sentence that leans on another one stands behind it or not at all', () => {
  const before = summarize(article, 320).split('He said it was hard.')[0];
  expect(before).toMatch(/copies in 2023\. ?$/);
  expect(
    summarize(
      { ...article, text: 'But he said no to it again. The board of Valmora met on Monday in Lyon.' },
      60,
    ),
  ).toBe('The board of Valmora met on Monday in Lyon.');
});

test('a sentence that is too long is cut behind a word or clause, as the last resort', () => {
  const text =
    'Valmora opens a studio in Ghent this autumn, and the team of forty will work on racing games for years to come.';
  expect(summarize({ title: '', text, language: 'en' }, 60)).toBe(
    'Valmora opens a studio in Ghent this autumn…',
  );
  expect(summarize({ title: '', text: text.replace(',', ''), language: 'en' }, 60)).toBe(
    'Valmora opens a studio in Ghent this autumn and the team of…',
  );
});

test('the lead is told before a sentence that only has one number more, where there is room for one of them', () => {
  const lead =
    'Corvane will charge more for machines with fast chips from the start of next year, the provider told customers on Friday, blaming the tight supply of memory.';
  const price =
    'The list price of its P5 and P6 machines, which are used to train models, will rise by about 15% on January 1 in all 31 regions, and by 4% for those with contracts until 2028.';
  const title = 'Corvane raises prices of P5 machines by 15% from January';
  expect(summarize({ title, text: `${lead} ${price}`, language: 'en' })).toBe(lead);
});

test('a lead that is too long is cut rather than left out for the last line', () => {
  const lead = `Quorlex said that it had agreed to buy Tessalite, a maker of chiplets, for $310 million${', after talks with three others about their parts of the business'.repeat(5)}.`;
  const text = `${lead} Marlow & Penn advised Quorlex.`;
  const summary = summarize({ title: 'Quorlex to buy Tessalite for $310 million', text, language: 'en' });
  expect(summary).toMatch(/^Quorlex said that it had agreed to buy Tessalite.*…$/);
});

test('what an article says of itself needs no sentence before it', () => {
  const text = 'This article has been withdrawn.';
  expect(summarize({ title: 'Correction: Corvane cuts no jobs', text, language: 'en' })).toBe(text);
});

test('an article without text has an empty summary', () => {
  expect(summarize({ title: 'Valmora', text: '', language: 'en' })).toBe('');
  expect(summarize({ title: 'Valmora', text: ' \n News \n', language: 'en' })).toBe('');
});

test('of a very long article the beginning is told, without a sentence that was cut there', () => {
  const paragraph =
    'The studio in Lyon made the racing series Apex Harbor, which sold 4 million copies in 2023.';
  const text = `${article.text}\n\n${`${paragraph} `.repeat(3_000)}`;
  expect(summarize({ ...article, text })).toBe(summarize({ ...article, text: text.slice(0, 30_000) }));

  const cut = `Valmora opens a studio. More: ${'and so on '.repeat(3_000)}.`;
  expect(summarize({ title: '', text: cut, language: 'en' })).toBe('Valmora opens a studio.');
  expect(summarize({ title: '', text: `${'Valmora opens '.repeat(3_000)}.`, language: 'en' })).toMatch(
    /^Valmora opens .*…$/,
  );
});

/** Each took between one second and a minute of what everybody waits for. */
const noise: readonly string[] = ['A. B. C. ', 'Mr. Smith vs. … e.g. ', '1 ', '12:00, '];

test.each(noise)('200,000 characters of noise hold up nobody: %s', { timeout: 5_000 }, (again) => {
  const text = `${again.repeat(200_000 / again.length)}the end.`;
  expect(summarize({ title: 'Valmora', text, language: 'en' }).length).toBeLessThanOrEqual(320);
});

test('Chinese and Japanese sentences are joined without a space', () => {
  const text =
    '瓦尔莫拉公司周一宣布关闭里昂工作室，涉及员工一百二十人。该工作室曾开发赛车系列游戏，2023年售出400万份。';
  expect(summarize({ title: '工作室关闭', text, language: 'zh' })).toBe(text);
});

test('no summary is longer than asked, and all of it stands in the article', () => {
  const words = fc.constantFrom(
    'Valmora',
    'opens',
    '12',
    'studios',
    'in',
    'Ghent',
    '𝕏',
    'é',
    'said.',
    'Today.',
    '"',
    '\n\n',
    'The',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), fc.integer({ min: 1, max: 90 }), (pieces, most) => {
      const text = pieces.join(' ');
      const summary = summarize({ title: 'Ghent', text, language: 'en' }, most);
      expect(Array.from(summary).length).toBeLessThanOrEqual(most);
      const whole = sentencesOf(text, 'en').map((sentence) => sentence.text.replace(/\s+/g, ' '));
      let left = summary.endsWith('…') ? '' : summary;
      for (const sentence of whole)
        if (left.startsWith(sentence)) left = left.slice(sentence.length).trimStart();
      expect(left).toBe('');
    }),
  );
});

const sample = new URL('../../../shared/samples/000_a096a2059c2a3b99.fr.txt', import.meta.url);

test('the summary of the article the project began with has none of its page furniture', (ctx) => {
  if (!existsSync(sample)) return ctx.skip('the sample article is not here');
  const [title = '', ...text] = readFileSync(sample, 'utf8').split('\n');
  const summary = summarize({ title, text: text.join('\n'), language: 'fr' });
  expect(Array.from(summary).length).toBeLessThanOrEqual(320);
  expect(summary).toMatch(/AWS/);
  expect(summary).not.toMatch(/Eulerpool|2024|Reconnaissez|fair value|Abonnement|Nouvelles/);
});
