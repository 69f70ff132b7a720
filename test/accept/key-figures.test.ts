import { describe, expect, test } from 'vitest';
import type { KeyFigure } from '../../src/domain.ts';
import { changedFigures } from '../../src/accept/changed-figures.ts';
import { keyFiguresOf } from '../../src/accept/key-figures.ts';
import { analyze } from '../../src/language/analyze.ts';

describe('what a title’s figures are of', () => {
  const cases: ReadonlyArray<[language: string, title: string, figures: readonly string[]]> = [
    ['en', 'Cirrovia to cut 14% of staff', ['percent staff = 14: 14% of staff']],
    ['de', 'Cirrovia streicht 430 Stellen', ['count staff = 430: 430 Stellen']],
    ['fr', 'Cirrovia supprime 14 000 postes', ['count staff = 14000: 14 000 postes']],
    ['es', 'Cirrovia despedirá al 10 % de su plantilla', ['percent staff = 10: 10 % de su plantilla']],
    ['ja', 'シロビア、従業員1万4000人削減', ['count staff = 14000: 1万4000人削減']],
    ['en', 'Cirrovia lets go 430 people', ['count staff = 430: 430 people']],
    ['en', 'Data breach at Cirrovia hits 6.4 million people', ['count customers = 6400000: 6.4 million people']],
    ['fr', 'Fuite de données chez Cirrovia : 5,4 millions de clients touchés', ['count customers = 5400000: 5,4 millions de clients']],
    ['en', 'Cirrovia acquires Velora for $1.2 billion', ['USD acquisition = 1200000000: $1.2 billion']],
    ['de', 'Cirrovia übernimmt Velora für 1,2 Milliarden Dollar', ['USD acquisition = 1200000000: 1,2 Milliarden Dollar']],
    ['ja', 'シロビア、ヴェローラを14億ユーロで買収', ['EUR acquisition = 1400000000: 14億ユーロ']],
    ['it', 'Multa di 2,95 miliardi di euro a Cirrovia', ['EUR fine = 2950000000: 2,95 miliardi di euro']],
    ['en', 'Cirrovia revenue rises 31% to $57 billion', ['percent revenue = 31: 31%']],
    ['nl', 'Trein ontspoord bij Brebes, 9 doden', ['count dead = 9: 9 doden']],
    ['en', 'Cirrovia recalls 70,000 HomeBell speakers', ['count ~speaker = 70000: 70,000 HomeBell speakers']],
    ['en', 'Cirrovia, which employs 85,000 people, to lay off staff', []],
    ['en', 'Cirrovia shares fall 7%', []],
    ['en', 'Cirrovia cuts more than 10,000 jobs', []],
    ['en', 'Magnitude 5.8 quake hurts nobody', []],
    ['en', '3 ways to save energy in 2026', []],
  ]; // prettier-ignore
  test.each(cases)('%s: %s', (language, title, figures) => {
    expect(
      figuresOf(language, title).map(({ of, value, written }) => `${of} = ${value}: ${written}`),
    ).toEqual(figures);
  });
});

test.each([
  ['de', 'Cirrovia streicht 1.940 Stellen in Polen', 'Insgesamt sind es 7.300 Stellen.', [7300]],
  ['en', 'Cirrovia cuts 250 jobs', 'Earlier reports had put the number at 150.', undefined],
  ['fr', 'Cirrovia : 220 postes supprimés', 'Le plan concerne 220 salariés, et non 180.', undefined],
  ['de', 'Cirrovia streicht 250 Stellen', 'Zunächst war von 150 die Rede.', undefined],
  ['en', 'Cirrovia cuts 250 jobs', 'That is up from 150. It has 9,000 people.', [9000]],
])('what a text gives besides and still holds: %s: %s', (language, title, text, besides) => {
  expect(figuresOf(language, title, text)[0]?.besides).toEqual(besides);
});

test.each([
  ['en', 'Cirrovia cuts about 5,000 jobs'],
  ['de', 'Cirrovia streicht rund 5.000 Stellen'],
  ['fr', 'Cirrovia supprime environ 5 000 postes'],
  ['en', 'Cirrovia cuts nearly 5,000 jobs'],
  ['ja', 'シロビア、約5000人削減'],
])('what is only about right: %s: %s', (language, title) => {
  expect(figuresOf(language, title)[0]?.about).toBe(true);
  expect(figuresOf('en', 'Cirrovia cuts 5,000 jobs')[0]?.about).toBeUndefined();
});

test('the lead ends between two words', () => {
  const breach = ' Attackers took the names of 2.3 million clients of Cirrovia.';
  const written = Array.from(breach, (_, at) => {
    const lead = 'The company said so in a statement. '.repeat(9).slice(-(360 - at));
    return figuresOf('en', 'Data breach at Cirrovia', `${lead}${breach}`).map((figure) => figure.written);
  });
  expect(new Set(written.flat())).toEqual(new Set(['2.3 million clients']));
});

describe('what a later report changes', () => {
  const cases: ReadonlyArray<[before: string, after: string, changes: readonly string[]]> = [
    ['Cirrovia to cut 10% of staff', 'Cirrovia to cut 14% of staff', ['10% of staff → 14% of staff']],
    ['Cirrovia to cut 10% of staff', 'Layoffs at Cirrovia hit 14 % of employees', ['10% of staff → 14 % of employees']],
    ['Train crash: 9 dead', 'Train crash: at least 14 dead', ['9 dead → 14 dead']],
    ['Cirrovia to cut 14,000 jobs', 'Cirrovia to cut about 14,200 jobs', []],
    ['Cirrovia buys Velora for $1.4bn', 'Cirrovia acquires Velora for $1.38 billion', []],
    ['Cirrovia to cut 10% of staff', 'Cirrovia to cut 4,300 jobs', []],
    ['Cirrovia acquires Velora for $1.4bn', 'Cirrovia acquires Velora for €1.2bn', []],
    ['Cirrovia fined $400m', 'Cirrovia raises $900m in funding round', []],
    ['Cirrovia to cut 430 jobs', 'Cirrovia to cut 430 jobs in Lyon and 120 jobs in Turin', []],
    ['Cirrovia to cut 430 jobs', 'Cirrovia, a maker of robots with 9,000 jobs', []],
  ]; // prettier-ignore
  test.each(cases)('%s, then: %s', (before, after, changes) => {
    const found = changedFigures(figuresOf('en', before), figuresOf('en', after));
    expect(found.map(({ was, now }) => `${was} → ${now}`)).toEqual(changes);
  });
});

test('across languages a changed number is seen too', () => {
  expect(
    changedFigures(
      figuresOf('en', 'Cirrovia to shed 430 workers'),
      figuresOf('de', 'Cirrovia streicht doch 610 Stellen'),
    ),
  ).toEqual([{ was: '430 workers', now: '610 Stellen' }]);
});

test('a lead says what the title does not, and the text behind it nothing', () => {
  const lead = 'The company will pay $40 million. It has 2.1 million customers.';
  const figures = figuresOf(
    'en',
    'Cirrovia fined',
    `${lead} ${'More about it. '.repeat(40)} 900 people left.`,
  );
  expect(figures.map(({ written }) => written)).toEqual(['$40 million', '2.1 million customers']);
});

function figuresOf(language: string, title: string, text = ''): readonly KeyFigure[] {
  return keyFiguresOf({ title, text }, analyze({ title, text, language }));
}
