import { expect, test } from 'vitest';
import { tellFigures } from '../../src/accept/story-figures.ts';
import type { KeyFigure, StoryFigures } from '../../src/domain.ts';

type Report = ReadonlyArray<readonly [of: string, value: number]>;

const cases: ReadonlyArray<[what: string, reports: readonly Report[], changes: readonly string[]]> = [
  ['one report', [[['percent staff', 10]]], []],
  ['a later one that raises it', [[['percent staff', 10]], [['percent staff', 14]]], ['10 → 14']],
  [
    'a late outlet that still gives the old one',
    [[['percent staff', 10]], [['percent staff', 14]], [['percent staff', 10]]],
    ['10 → 14'],
  ],
  ['a rounding', [[['people', 14_200]], [['people', 14_000]]], []],
  ['a rounding of what was raised', [[['people', 400]], [['people', 640]], [['people', 650]]], ['400 → 640']],
  ['something else that is counted', [[['people', 400]], [['USD', 640]]], []],
  [
    'what the first one did not say, and a third one says otherwise',
    [[['people', 400]], [['USD', 100]], [['USD', 130]]],
    ['100 → 130'],
  ],
  [
    'a report that gives two of one kind',
    [
      [['USD', 100]],
      [
        ['USD', 130],
        ['USD', 150],
      ],
    ],
    [],
  ],
  [
    'of one thing only the newest',
    [[['USD', 10]], [['USD', 12]], [['EUR', 5]], [['EUR', 8]], [['USD', 15]]],
    ['5 → 8', '12 → 15'],
  ],
  [
    'only the newest three',
    [
      [['USD', 10]],
      [['EUR', 10]],
      [['GBP', 10]],
      [['JPY', 10]],
      [['USD', 12]],
      [['EUR', 13]],
      [['GBP', 14]],
      [['JPY', 15]],
    ],
    ['10 → 13', '10 → 14', '10 → 15'],
  ],
];

test.each(cases)('%s', (_, reports, changes) => {
  const told = reports.reduce<StoryFigures>((before, report) => tellFigures(before, report.map(figure)), {
    seen: [],
    changes: [],
  });
  expect(told.changes.map(({ was, now }) => `${was} → ${now}`)).toEqual(changes);
});

test.each([
  ['one that is still given', { besides: [7300] }, []],
  ['another one besides', { besides: [700] }, ['7300 → 1940']],
] as const)('a part of the whole, %s', (_, more, changes) => {
  const first = tellFigures({ seen: [], changes: [] }, [figure(['count staff', 7300])]);
  const told = tellFigures(first, [{ ...figure(['count staff', 1940]), ...more }]);
  expect(told.changes.map(({ was, now }) => `${was} → ${now}`)).toEqual(changes);
  expect(told.seen.every((seen) => seen.besides === undefined)).toBe(true);
});

test('what is changed later is the whole, not the part', () => {
  const reports = [
    figure(['count staff', 7300]),
    { ...figure(['count staff', 1940]), besides: [7300] },
    figure(['count staff', 8900]),
  ];
  const told = reports.reduce<StoryFigures>((before, own) => tellFigures(before, [own]), {
    seen: [],
    changes: [],
  });
  expect(told.changes.map(({ was, now }) => `${was} → ${now}`)).toEqual(['7300 → 8900']);
});

test.each([
  ['about', 5400, { about: true }, 5000, {}],
  ['about', 5400, {}, 5000, { about: true }],
] as const)('%s as much', (_, was, first, now, second) => {
  const told = [
    { ...figure(['count staff', was]), ...first },
    { ...figure(['count staff', now]), ...second },
  ].reduce<StoryFigures>((before, own) => tellFigures(before, [own]), { seen: [], changes: [] });
  expect(told.changes).toEqual([]);
});

test('what is kept is bounded, whatever comes', () => {
  let told: StoryFigures = { seen: [], changes: [] };
  for (let n = 0; n < 500; n += 1) told = tellFigures(told, [figure([`kind ${n % 40}`, n])]);
  expect(told.seen.length).toBeLessThanOrEqual(24);
  expect(told.changes.length).toBeLessThanOrEqual(3);
});

function figure([of, value]: readonly [string, number]): KeyFigure {
  return { of, value, written: String(value) };
}
