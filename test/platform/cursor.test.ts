import { describe, expect, test } from 'vitest';
import {
  type Cursor,
  missedBy,
  nothingRead,
  parseCursor,
  readOn,
  writeCursor,
} from '../../src/platform/local/cursor.ts';
import type { LocalPost } from '../../src/store/store.ts';

const post = (seq: number, at: number, editedAt?: number): LocalPost => ({
  seq,
  channelId: 1,
  kind: 'alert',
  revision: 1,
  body: {},
  at,
  editedAt,
});

const cases: ReadonlyArray<[about: string, cursor: Cursor, post: LocalPost, missed: boolean]> = [
  ['a newer post', { seq: 5, at: 500 }, post(6, 600), true],
  ['the last post that was read', { seq: 5, at: 500 }, post(5, 500), false],
  ['an older post, edited since', { seq: 5, at: 500 }, post(3, 300, 600), true],
  ['an older post, edited in the same millisecond', { seq: 5, at: 500 }, post(3, 300, 500), true],
  ['an older post, edited before', { seq: 5, at: 500 }, post(3, 300, 400), false],
  ['anything, by who has read nothing', nothingRead, post(1, 100), true],
];

describe('a reader who comes back has missed', () => {
  test.each(cases)('%s', (_about, cursor, one, missed) => {
    expect(missedBy(cursor, one)).toBe(missed);
  });
});

test('reading on never goes back', () => {
  const read = [post(7, 700), post(3, 300, 900), post(5, 500)].reduce<Cursor>(readOn, nothingRead);
  expect(read).toEqual({ seq: 7, at: 900 });
});

test('a cursor survives the way to the browser and back', () => {
  const cursor = { seq: 12, at: 1_767_603_600_000 };
  expect(parseCursor(writeCursor(cursor))).toEqual(cursor);
});

test.each(['', '12', '12@', '@3', '1e3@4', '-1@2', '12@3@4', '9'.repeat(20) + '@1'])(
  '%j is no cursor',
  (text) => {
    expect(parseCursor(text)).toBeUndefined();
  },
);
