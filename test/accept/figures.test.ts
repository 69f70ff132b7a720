import { describe, expect, test } from 'vitest';
import { distinctiveness, figuresIn } from '../../src/accept/figures.ts';

describe('a number is the same value however its language writes it', () => {
  const cases: ReadonlyArray<[text: string, values: readonly (number | string)[]]> = [
    ['1,200 jobs', [1200]],
    ['1.200 empleos', [1200]],
    ['1 200 emplois', [1200]],
    ['1\u202f200 emplois', [1200]],
    ['1200 Stellen', [1200]],
    ['1,234,567.5 units', [1234567.5]],
    ['1.234.567,5 Stück', [1234567.5]],
    ['$2.3bn', [2_300_000_000]],
    ['2,3 Milliarden Euro', [2_300_000_000]],
    ['2,3 milliards d’euros', [2_300_000_000]],
    ['23億ドル', [2_300_000_000]],
    ['23억 달러', [2_300_000_000]],
    ['14.100 millones', [14_100_000_000]],
    ['14 mil millones', [14_000_000_000]],
    ['8,3 тыс. курьеров', [8300]],
    ['12,5 млрд рублей', [12_500_000_000]],
    ['3만1천 명', [31_000]],
    ['1万4000人', [14_000]],
    ['two million Poles', [2_000_000]],
    ['mehr als zehn Milliarden Euro', [10_000_000_000]],
    ['dwóch milionów abonentów', [2_000_000]],
    ['one of many', []],
    ['down since 7.45am on Monday', []],
    ['um 14.30 Uhr', []],
    ['sinds 9.40 uur', []],
    ['a las 9.40 del lunes', []],
    ['back at 12.20 GMT', []],
    ['costs 12.99 a month', [12.99]],
    ['Telecom 9.40 euros', [9.4]],
    ['der Preis von 12.30 ist hoch', [12.3]],
    ['le prix de 9.50 est trop haut', [9.5]],
    ['1億2000万円', [120_000_000]],
    ['750 مليون دولار', [750_000_000]],
    ['٧٥٠ مليون', [750_000_000]],
    ['1.2 अरब डॉलर', [1_200_000_000]],
    ['5 lakh users', [500_000]],
    ['£70k', [70_000]],
    ['0.250 mm', [0.25]],
    ['18%', ['18%']],
    ['18 percent', ['18%']],
    ['18 pour cent', ['18%']],
    ['18 Prozent', ['18%']],
    ['18 por ciento', ['18%']],
    ['%18', ['18%']],
    ['yüzde 18', ['18%']],
    ['百分之18', ['18%']],
    ['10 proc.', ['10%']],
  ];
  test.each(cases)('%s', (text, values) => {
    const read = figuresIn(text).map(({ value, unit }) => (unit === 'percent' ? `${value}%` : value));
    expect(read).toEqual(values);
  });
});

test.each(['in 2026', 'GPT-4', 'the H100 chip', 'at 10:30', '17日', '9월', 'deux cents'])(
  'no figure: %s',
  (text) => {
    expect(figuresIn(text)).toEqual([]);
  },
);

test.each(['November 17', '17 November', '17 novembre', '17. November', '17 de noviembre', '17 ноября'])(
  'a day, not a figure: %s',
  (text) => {
    expect(figuresIn(text)).toEqual([]);
  },
);

test('the more digits a figure has, the more it says that two texts share it', () => {
  const said = [3, 10, 1_000_000, 18, 640, 2_300_000, 3280, 1499].map((value) =>
    distinctiveness({ value, unit: 'number' }),
  );
  expect(said).toEqual([0, 0, 1, 2, 3, 3, 4, 4]);
});

test('a number that no newsroom would write out says nothing', () => {
  expect(distinctiveness({ value: 1155968404, unit: 'number' })).toBe(0);
});
