import { describe, expect, test } from 'vitest';
import { nameKey } from '../../src/accept/name-key.ts';
import { namesIn, type Name } from '../../src/accept/names.ts';
import { analyze } from '../../src/language/analyze.ts';

describe('what a text calls by name', () => {
  const cases: ReadonlyArray<
    [language: string, title: string, text: string, sort: Name['sort'], keys: string[]]
  > = [
    ['en', 'Chip maker Corvex sues Halden', 'It says so.', 'rare', ['corvex', 'halden']],
    ['en', 'Nvidia supplier grows', 'AWS buys more.', 'known', ['nvid', 'aws']],
    ['fr', 'Le groupe Veloria grandit', 'On le voit en Allemagne.', 'common', ['&DE']],
    ['ru', 'Завод в Германии закрыт', 'Об этом сообщили сегодня.', 'common', ['&DE']],
    ['ja', '米新興企業Veloriaを買収', '発表した。', 'rare', ['velor']],
    ['zh', '华为在德国建厂', '公司称。', 'common', ['&DE']],
    ['en', 'The plant near Leipzig opens on Monday in November', 'It rains.', 'rare', ['&DE-SN-LEJ']],
  ];
  test.each(cases)('%s: %s', (language, title, text, sort, keys) => {
    const names = namesIn(analyze({ language, title, text }));
    expect(names.filter((name) => name.sort === sort).map(({ key }) => key)).toEqual(keys);
  });

  test('a capital at the start of a sentence is doubtful until it is seen inside one', () => {
    const sortIn = (text: string) =>
      namesIn(analyze({ language: 'en', title: '', text })).find(({ written }) => written === 'Corvex')?.sort;
    expect(sortIn('Corvex said so.')).toBe('doubtful');
    expect(sortIn('Corvex said so. The boss of Corvex denied it.')).toBe('rare');
  });

  test('a headline With Capitals All Over tells no names', () => {
    const names = namesIn(
      analyze({ language: 'en', title: 'Angry Farmers Block Roads Near Harbour', text: '' }),
    );
    expect(names.filter(({ sort }) => sort === 'rare')).toEqual([]);
  });
});

test.each([
  ['cirrovia', 'cirrovii'],
  ['громов', 'громова'],
  ['громов', 'gromov'],
  ['telwizja', 'telwizji'],
])('one name: %s, %s', (one, other) => {
  expect(nameKey(other)).toBe(nameKey(one));
});
