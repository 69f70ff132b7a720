import { describe, expect, test } from 'vitest';
import { contentHash, keysOf } from '../../src/accept/identity.ts';
import type { Shared } from '../../src/domain.ts';

const article: Parameters<typeof keysOf>[0] = {
  entryKeys: ['guid:tag:example.com,2024:1'],
  url: 'https://example.com/news/nimbus',
  title: 'Nimbus to close two data centres',
  text: 'Nimbus Systems said on Thursday it would close two of its data centres in Oregon by the end of the year and move on.',
  outlet: 'Example Wire',
  publishedAt: Date.UTC(2024, 3, 4, 18),
};

function kinds(keys: readonly string[]): readonly string[] {
  return keys.map((key) => key.split(':', 1)[0] ?? '');
}

test('the keys of the entry come first, then address, content and title with day and outlet', () => {
  const keys = keysOf(article);
  expect(keys[0]).toBe('guid:tag:example.com,2024:1');
  expect(keys[1]).toBe('url:https://example.com/news/nimbus');
  expect(keys[2]).toMatch(/^content:[\da-f]{64}$/);
  expect(keys[3]).toBe('title:nimbus to close two data centres|2024-04-04|example wire');
});

test('the same words in other writing have the same content key', () => {
  const shouted = {
    ...article,
    title: article.title.toUpperCase(),
    text: article.text.replaceAll(' ', '\n '),
  };
  expect(keysOf(shouted)).toEqual(keysOf(article));
});

describe('a key that could join two articles is not made', () => {
  const cases: ReadonlyArray<[name: string, change: Partial<typeof article>, left: readonly string[]]> = [
    [
      'the front page, which some feeds give every entry',
      { url: 'https://example.com/' },
      ['guid', 'content', 'title'],
    ],
    ['a text that is only a label', { text: 'Comments' }, ['guid', 'url', 'title']],
    ['a title of three words', { title: 'Daily market report' }, ['guid', 'url', 'content']],
    ['a short Chinese title', { title: '今日要闻', text: '' }, ['guid', 'url']],
  ];
  test.each(cases)('%s', (_, change, left) => {
    expect(kinds(keysOf({ ...article, ...change }))).toEqual(left);
  });
});

test('one title on one day from two outlets is two articles: a story, not a revision', () => {
  const other = keysOf({ ...article, entryKeys: [], url: undefined, text: '', outlet: 'Other Wire' });
  expect(keysOf(article)).not.toContain(other[0]);
});

test('titles without spaces are measured by characters', () => {
  const keys = keysOf({ ...article, title: '大型云计算公司宣布裁减数百个岗位', text: '' });
  expect(keys.at(-1)).toBe('title:大型云计算公司宣布裁减数百个岗位|2024-04-04|example wire');
});

test('half a character and NUL never stand in a key: a database may write them otherwise than it was given', () => {
  const broken = {
    ...article,
    entryKeys: ['guid:a\ud83d', 'guid:b\0c'],
    title: `${article.title} \udc00 \0`,
  };
  const keys = keysOf(broken);
  expect(keys.slice(0, 2)).toEqual(['guid:a\ufffd', 'guid:bc']);
  expect(keys.filter((key) => !key.isWellFormed() || key.includes('\0'))).toEqual([]);
});

test('a key that is too long for an index is known by its hash, a shorter one stays as it is', () => {
  const address = (length: number) => 'https://example.com/?'.padEnd(length, 'x');
  const keyOf = (url: string) => keysOf({ ...article, entryKeys: [], url })[0];
  expect(keyOf(address(1996))).toBe(`url:${address(1996)}`);
  expect(keyOf(address(1997))).toMatch(/^url:[\da-f]{64}$/);
  expect(keyOf(address(1997))).not.toBe(keyOf(address(1998)));
  const [path] = keysOf({ ...article, entryKeys: [`path:${'記'.repeat(700)}`] });
  expect(path, 'it is bytes that count').toMatch(/^path:[\da-f]{64}$/);
});

test('a place on a page has an address of its own, and the page is known by its own too', () => {
  const keysAt = (url: string, ...shared: Shared[]) =>
    keysOf({ ...article, entryKeys: [], url, shared: new Set(shared) }).filter((key) =>
      /^(url|shared)/.test(key),
    );
  const [page, place] = ['https://example.com/notes', 'https://example.com/notes#January_12'];
  expect(keysAt(place)).toEqual([`url:${place}`, `url:${page}`]);
  expect(keysAt('https://example.com/#January_12')).toEqual(['url:https://example.com/#January_12']);
  expect(keysAt('https://example.com/app#/post/12')).toEqual(['url:https://example.com/app#/post/12']);
  expect(keysAt(place, 'page'), 'where others are too').toEqual([`url:${place}`, `shared:${page}`]);
  expect(keysAt(page, 'address', 'page')).toEqual([`shared:${page}`]);
});

test('what others beside it have too makes no key', () => {
  expect(kinds(keysOf({ ...article, shared: new Set(['title']) }))).toEqual(['guid', 'url', 'content']);
  expect(kinds(keysOf({ ...article, shared: new Set(['title', 'words']) }))).toEqual(['guid', 'url']);
});

test('no key is there twice', () => {
  expect(
    keysOf({ ...article, entryKeys: ['url:https://example.com/news/nimbus'] }).filter((key) =>
      key.startsWith('url:'),
    ),
  ).toHaveLength(1);
});

describe('the content hash', () => {
  const hash = contentHash('Café', 'One two.\n\nThree.');
  test('is SHA-256 in hex', () => expect(hash).toMatch(/^[\da-f]{64}$/));
  test('does not change with white space or the form of accents', () => {
    expect(contentHash('Cafe\u0301 ', 'One  two. Three.')).toBe(hash);
  });
  test('changes with a word, a capital or a mark', () => {
    for (const text of ['One two.\n\nFour.', 'One Two.\n\nThree.', 'One two.\n\nThree!']) {
      expect(contentHash('Café', text)).not.toBe(hash);
    }
  });
});
