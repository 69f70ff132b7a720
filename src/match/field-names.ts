import type { QueryField, QueryPlace } from '../domain.ts';

/** What a field asks: where in the article something must be, or where the article is from. */
export type FieldName = QueryPlace | QueryField;

/** As they are typed, in English and French; `site:` is a habit that people bring from search engines. */
const names: ReadonlyMap<string, FieldName> = new Map([
  ['title', 'title'],
  ['titre', 'title'],
  ['about', 'about'],
  ['mentions', 'mentions'],
  ['mention', 'mentions'],
  ['source', 'source'],
  ['site', 'source'],
  ['lang', 'lang'],
  ['language', 'lang'],
  ['langue', 'lang'],
  ['author', 'author'],
  ['auteur', 'author'],
  ['tag', 'tag'],
  ['category', 'tag'],
  ['catégorie', 'tag'],
]);

const field = new RegExp(`(?:${[...names.keys()].join('|')})[:：]`, 'iuy');

/** The field that begins here, with its colon, as typed. */
export function fieldAt(typed: string, at: number): string | undefined {
  field.lastIndex = at;
  return field.exec(typed)?.[0];
}

/** @param typed with its colon */
export function fieldNamed(typed: string): FieldName | undefined {
  return names.get(typed.slice(0, -1).toLowerCase());
}

export function isPlace(name: FieldName): name is QueryPlace {
  return name === 'title' || name === 'about' || name === 'mentions';
}
