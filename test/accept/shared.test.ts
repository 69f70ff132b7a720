import { expect, test } from 'vitest';
import { withShared } from '../../src/accept/shared.ts';
import type { Entry } from '../../src/domain.ts';

const page = 'https://a.example/notes';

function entry(id: string, changes: Partial<Entry> = {}): Entry {
  const words = { title: `Title ${id}`, text: `Text ${id}.`, published: `2026-01-0${id}` };
  return { keys: [`guid:${id}`], url: `https://a.example/${id}`, ...words, raw: false, ...changes };
}

/** Two entries of one look, and what they have in common that tells neither. */
const looks: ReadonlyArray<
  [name: string, two: readonly [Partial<Entry>, Partial<Entry>], shared: string[][]]
> = [
  ['nothing', [{}, {}], [[], []]],
  [
    'one address',
    [{ url: page }, { url: `${page}?utm_source=rss` }],
    [
      ['address', 'page'],
      ['address', 'page'],
    ],
  ],
  [
    'a relative one',
    [{ url: '/notes' }, { url: page }],
    [
      ['address', 'page'],
      ['address', 'page'],
    ],
  ],
  ['places on one page', [{ url: `${page}#1` }, { url: `${page}#2` }], [['page'], ['page']]],
  ['the page and a place on it', [{ url: page }, { url: `${page}#2` }], [['address', 'page'], ['page']]],
  [
    'one place',
    [{ url: `${page}#1` }, { url: `${page}#1` }],
    [
      ['address', 'page'],
      ['address', 'page'],
    ],
  ],
  ['pages of an application', [{ url: `${page}#/1` }, { url: `${page}#/2` }], [[], []]],
  ['no address', [{ url: undefined }, { url: undefined }], [[], []]],
  ['a heading', [{ title: 'Notice of Results' }, { title: 'Notice of results!' }], [['title'], ['title']]],
  [
    'all words',
    [
      { title: 'Outage', text: 'Soon.' },
      { title: 'Outage', text: 'Soon.' },
    ],
    [
      ['title', 'words'],
      ['title', 'words'],
    ],
  ],
  [
    'a beginning without a heading',
    [
      { title: undefined, text: 'Soon.' },
      { title: undefined, text: 'Soon.' },
    ],
    [
      ['title', 'words'],
      ['title', 'words'],
    ],
  ],
  // What is one entry
  [
    'one id in two versions',
    [
      { keys: ['guid:1'], url: page },
      { keys: ['guid:1'], url: page },
    ],
    [[], []],
  ],
  [
    'one text of one date in two sections',
    [
      { title: 'T', text: 'Soon.', published: 'x' },
      { title: 'T', text: 'Soon.', published: 'x' },
    ],
    [[], []],
  ],
  [
    'one text at one address without a date',
    [
      { url: page, title: 'T', text: 'Soon.', published: undefined },
      { url: page, title: 'T', text: 'Soon.', published: undefined },
    ],
    [[], []],
  ],
  [
    'one text at two addresses without a date',
    [
      { title: 'T', text: 'Soon.', published: undefined },
      { title: 'T', text: 'Soon.', published: undefined },
    ],
    [
      ['title', 'words'],
      ['title', 'words'],
    ],
  ],
];

test.each(looks)('two entries with %s', (_, [first, second], shared) => {
  const two = [entry('1', first), entry('2', second)];
  expect(withShared(two, 'https://a.example/feed').map((one) => [...(one.shared ?? [])])).toEqual(shared);
});

test('others beside them are told as ever', () => {
  const [, , third] = withShared(
    [entry('1', { url: page }), entry('2', { url: page }), entry('3')],
    undefined,
  );
  expect(third).toEqual(entry('3'));
});
