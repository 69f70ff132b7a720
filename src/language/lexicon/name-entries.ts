import type { LexiconEntry } from './entry.ts';

/** A name in one line. */
export type NameRow = readonly [
  id: string,
  name: string,
  forms: string,
  more?: Pick<LexiconEntry, 'other' | 'metBy'>,
];

export function nameEntries(rows: readonly NameRow[]): readonly LexiconEntry[] {
  return rows.map(([id, name, forms, more]) => ({
    id,
    name,
    kind: 'name',
    forms: { any: forms },
    other: more?.other,
    metBy: more?.metBy,
  }));
}
