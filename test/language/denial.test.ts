import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/language/analyze.ts';
import type { Aside } from '../../src/language/background.ts';

describe('why layoffs are an aside of an article', () => {
  const articles: ReadonlyArray<
    [name: string, language: string, title: string, text: string, aside: Aside | undefined]
  > = [
    ['the title denies them', 'en', 'Chipmaker denies layoffs', 'It said that no jobs will go.', 'denied'],
    [
      'the title denies them, and the text tells what is denied',
      'en',
      'Chipmaker denies it will cut jobs',
      'A newspaper had written that the company would lay off 500 people at its chip plant.',
      'denied',
    ],
    [
      'the text denies them, and they are told elsewhere in it',
      'en',
      'Halden restructures',
      'The chipmaker said there would be no layoffs in Austin. In Dublin it cuts 300 jobs.',
      undefined,
    ],
    [
      'the title tells them and others are denied',
      'en',
      'Chipmaker cuts 500 jobs',
      'The software company has no plans for further layoffs.',
      undefined,
    ],
    [
      'a sign reaches into the clause that it opens',
      'de',
      'Softwarekonzern äußert sich',
      'Der Konzern bestreitet, dass Stellen gestrichen werden.',
      'denied',
    ],
    [
      'not over another clause',
      'en',
      'Software maker to shrink',
      'It denied wrongdoing, and its app division will cut 300 jobs.',
      undefined,
    ],
    [
      'not over the end of a sentence',
      'en',
      'Software maker to shrink',
      'Nobody was told why it has no plans. Layoffs at the app division begin today.',
      undefined,
    ],
    [
      'a sign stands in the form',
      'fr',
      'L’éditeur de logiciels s’explique',
      'Il ne supprimera finalement aucun poste.',
      'denied',
    ],
    [
      'a sign stands around it',
      'de',
      'Softwarekonzern äußert sich',
      'Der Konzern schließt Entlassungen für dieses Jahr aus.',
      'denied',
    ],
    [
      'what happened once is told as background all the same',
      'en',
      'Chipmaker opens lab',
      'The company laid off 200 people last year.',
      'past',
    ],
  ];
  test.each(articles)('%s', (_, language, title, text, aside) => {
    const meant = analyze({ title, text, language }).meanings.get('layoffs');
    expect(meant).toBeDefined();
    expect(meant?.aside).toBe(aside);
    expect(meant?.strength === 'aside').toBe(aside !== undefined);
  });
});

test('a form that itself says what does not work denies nothing', () => {
  for (const [language, title] of [
    ['en', 'Bank customers could not log in to the app'],
    ['pl', 'Klienci banku nie mogli płacić kartą w aplikacji'],
    ['de', 'Banking-App nicht erreichbar'],
    ['ja', '銀行アプリ、ログインできない状態'],
  ] as const)
    expect(analyze({ title, text: '', language }).meanings.get('outage')?.strength).toBe('title');
});

test('only what happens can be denied: a chip that is no Nvidia chip is a chip', () => {
  const { meanings } = analyze({
    title: 'Not an Nvidia chip: startup denies talks',
    text: '',
    language: 'en',
  });
  expect(meanings.get('nvidia')?.strength).toBe('title');
});
