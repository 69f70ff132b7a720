import { describe, expect, test } from 'vitest';
import { channelName } from '../../src/platform/local/channel-name.ts';

const cases: ReadonlyArray<[typed: string, name: string | undefined]> = [
  ['general', 'general'],
  ['#general', 'general'],
  ['  # Cloud News ', 'cloud-news'],
  ['AI', 'ai'],
  ['C’est', undefined],
  ['équipe-produit', 'équipe-produit'],
  ['e\u0301quipe', 'équipe'],
  ['フィード', 'フィード'],
  ['हिन्दी', 'हिन्दी'],
  ['a_b-2', 'a_b-2'],
  ['2026', '2026'],
  ['', undefined],
  ['#', undefined],
  ['-dash', undefined],
  ['a/b', undefined],
  ['../etc', undefined],
  ['<b>', undefined],
  ['x'.repeat(40), 'x'.repeat(40)],
  ['x'.repeat(41), undefined],
];

describe('a channel’s name', () => {
  test.each(cases)('%j', (typed, name) => {
    expect(channelName(typed)).toBe(name);
  });
});
