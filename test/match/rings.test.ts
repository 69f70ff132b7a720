import { expect, test } from 'vitest';
import type { Ring } from '../../src/domain.ts';
import { ringsFrom } from '../../src/match/rings.ts';

const [everybody, us, them] = [0, 1, 2];

const cases: ReadonlyArray<[name: string, rings: Ring[], us: number | undefined, them: number | undefined]> =
  [
    ['silent', [], undefined, undefined],
    ['for everybody', [{ audience: everybody, no: 5 }], 5, 5],
    ['brought by our own source', [{ audience: us, no: 5 }], 5, undefined],
    [
      'by a private source of each',
      [
        { audience: us, no: 5 },
        { audience: them, no: 7 },
      ],
      5,
      7,
    ],
    [
      'by ours, later by a public one: no news to us',
      [
        { audience: us, no: 5 },
        { audience: everybody, no: 9 },
      ],
      5,
      9,
    ],
  ];

test.each(cases)(
  'an article rings from its place in the order of acceptance on: %s',
  (_, rings, forUs, forThem) => {
    expect([ringsFrom({ rings }, us), ringsFrom({ rings }, them)]).toEqual([forUs, forThem]);
  },
);
