import { expect, test } from 'vitest';
import { paraphrase } from '../../src/invoke/paraphrase.ts';
import { parseQuery } from '../../src/match/query.ts';
import { english } from '../../src/messages/en.ts';
import { frenchTexts } from '../../src/messages/fr.ts';

const said: ReadonlyArray<readonly [query: string, english: string, french: string]> = [
  [
    'aws',
    'rings for AWS, also written Amazon Web Services, in 17 languages',
    'sonne pour AWS, qui s’écrit aussi Amazon Web Services, en 17 langues',
  ],
  ['drone', 'rings for “drone”', 'sonne pour «\u202Fdrone\u202F»'],
  ['"series b"', 'rings for exactly “series b”', 'sonne pour exactement «\u202Fseries b\u202F»'],
  [
    'drone*',
    'rings for words that begin with “drone”',
    'sonne pour les mots qui commencent par «\u202Fdrone\u202F»',
  ],
  [
    'AWS layoffs',
    'rings for AWS together with layoffs, in 17 languages',
    'sonne pour AWS avec layoffs, en 17 langues',
  ],
  [
    'AWS OR azure',
    'rings for either AWS or Azure, in 17 languages',
    'sonne pour AWS ou Azure, en 17 langues',
  ],
  ['AWS lang:de', 'rings for AWS in German', 'sonne pour AWS en allemand'],
  [
    'Amazon -prime -"cyber week"',
    'rings for Amazon, but not “prime” or exactly “cyber week”, in 17 languages',
    'sonne pour Amazon, mais pas «\u202Fprime\u202F» ou exactement «\u202Fcyber week\u202F», en 17 langues',
  ],
  [
    'source:theverge.com',
    'rings for everything from theverge.com',
    'sonne pour tout de la source theverge.com',
  ],
  [
    'lang:fr OR tag:AI',
    'rings for either everything in French or everything tagged “AI”',
    'sonne pour tout en français ou tout classé sous «\u202FAI\u202F»',
  ],
  [
    'drone author:"Jane Doe"',
    'rings for “drone” by Jane Doe',
    'sonne pour «\u202Fdrone\u202F» signé Jane Doe',
  ],
  [
    'mentions:Amazon',
    'rings for any mention of Amazon, in 17 languages',
    'sonne pour Amazon, même cité en passant, en 17 langues',
  ],
  ['title:drone', 'rings for “drone” in the title', 'sonne pour «\u202Fdrone\u202F» dans le titre'],
];

test.each(said)('%s', (query, inEnglish, inFrench) => {
  expect(paraphrase(parseQuery(query), english)).toBe(inEnglish);
  expect(paraphrase(parseQuery(query), frenchTexts)).toBe(inFrench);
});

test('a concept is told with words of other languages, whatever word of it was typed', () => {
  for (const typed of ['layoffs', 'licenciements', '裁员', 'job cuts']) {
    const told = paraphrase(parseQuery(typed), english);
    expect(told).toMatch(/^rings for .+, also written .+, .+ or .+, in 17 languages$/);
    expect(told.startsWith(`rings for ${typed},`)).toBe(true);
  }
});

test('a query of 50 parts is cut', () => {
  const query = Array.from({ length: 50 }, (_, at) => `word${at}`).join(' OR ');
  expect(paraphrase(parseQuery(query), english).length).toBeLessThanOrEqual(300);
});
