import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze, searchTerms } from '../../src/language/analyze.ts';
import { candidateTerms, meet, meets } from '../../src/match/matcher.ts';
import { parseQuery } from '../../src/match/query.ts';

const article = analyze({
  title: 'Le groupe Valmora supprime 300 postes',
  text:
    'Valmora annonce des licenciements dans sa filiale de jeux. La direction parle de 300 emplois supprimés. ' +
    "L'IA de Microsoft remplacera une partie du travail.",
  language: 'fr',
});

test('evidence tells term, words as they stand, sentence and meaning', () => {
  expect(meet(parseQuery('Stellenabbau valmora'), article)).toEqual([
    {
      term: 'Stellenabbau',
      words: ['supprime 300 postes', 'licenciements', 'emplois supprimés'],
      sentence: 'Le groupe Valmora supprime 300 postes',
      meaning: 'layoffs',
    },
    {
      term: 'valmora',
      words: ['Valmora'],
      sentence: 'Le groupe Valmora supprime 300 postes',
      meaning: undefined,
    },
  ]);
});

test('of an either-or only what was met is evidence', () => {
  const evidence = meet(parseQuery('Nintendo OR Microsoft OR "une partie"'), article);
  expect(evidence?.map((one) => [one.term, one.words])).toEqual([
    ['Microsoft', ['Microsoft']],
    ['"une partie"', ['une partie']],
  ]);
});

test('at most five different words are shown, whatever their case', () => {
  const text = 'Drone. drone. DRONE. Drones. Dronë.';
  const evidence = meet(parseQuery('drone'), analyze({ title: '', text, language: 'en' }));
  expect(evidence?.[0]?.words).toEqual(['Drone', 'Drones']);
});

test('of words that overlap only the most are shown', () => {
  const text = 'Northlake lays off 528 workers. It had laid off 90 workers in May.';
  const evidence = meet(parseQuery('layoffs'), analyze({ title: '', text, language: 'en' }));
  expect(evidence?.[0]?.words).toEqual(['lays off 528 workers', 'laid off 90 workers']);
});

const found: ReadonlyArray<readonly [query: string, language: string, text: string]> = [
  ['layoffs', 'de', 'Die Firma streicht 40 Stellen.'],
  ['école', 'fr', 'Les ecoles ouvrent.'],
  ['ecole', 'fr', 'Les écoles ouvrent.'],
  ['昇腾', 'zh', '搭载昇腾处理器'],
  ['云', 'zh', '上云之路'],
  ['"mit der Bahn"', 'de', 'Er fährt mit der Bahn.'],
  ['kite-surf -snow', 'en', 'Kite surfing is fun; kite surf schools open.'],
  ['a OR (b "c d")', 'en', 'b and c d'],
  ['Санкции OR Зоопарк', 'ru', 'В зоопарке пополнение.'],
  ['U.S.', 'en', 'The US Congress'],
  ['बादल', 'hi', 'आसमान में बादल'],
];

test.each(found)('search can find what rings: %s in %s "%s"', (query, language, text) => {
  const analysis = analyze({ title: '', text, language });
  expect(meets(parseQuery(query), analysis)).toBe(true);
  expect(searchTerms(analysis)).toEqual(
    expect.arrayContaining([expect.toBeOneOf([...(candidateTerms(parseQuery(query)) ?? [])])]),
  );
});

test('a company named once among others at the end does not ring, in a headline it does', () => {
  const filler =
    'The regional council met again to talk about the new harbour and its long walls of stone. '.repeat(14);
  const aside = analyze({
    title: 'Harbour',
    text: `${filler}Others such as Nintendo were there.`,
    language: 'en',
  });
  const about = analyze({ title: 'Nintendo at the harbour', text: filler, language: 'en' });
  expect(meets(parseQuery('Nintendo'), aside)).toBe(false);
  expect(meets(parseQuery('"Nintendo"'), aside)).toBe(true);
  expect(meets(parseQuery('Nintendo'), about)).toBe(true);
});

const sample = new URL('../../../shared/samples/000_a096a2059c2a3b99.fr.txt', import.meta.url);

test.for(['AWS', 'layoffs', '裁员', 'Stellenabbau', 'despidos', 'リストラ', 'увольнения', 'Amazon', 'IA'])(
  'the article the project began with rings for %s',
  (query, ctx) => {
    if (!existsSync(sample)) return ctx.skip('the sample article is not here');
    const [title = '', ...text] = readFileSync(sample, 'utf8').split('\n');
    expect(meets(parseQuery(query), analyze({ title, text: text.join('\n'), language: 'fr' }))).toBe(true);
  },
);
