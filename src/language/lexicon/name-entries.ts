import type { LexiconEntry } from './entry.ts';

/** A name in one line. */
export type NameRow = readonly [
  id: string,
  name: string,
  forms: string,
  more?: Pick<LexiconEntry, 'other' | 'metBy' | 'near'> & {
    /** What holds in one language only: mostly masks, where the name is a word of it. */
    readonly in?: Readonly<Record<string, string>>;
  },
];

export function nameEntries(rows: readonly NameRow[]): readonly LexiconEntry[] {
  return rows.map(([id, name, forms, more]) => ({
    id,
    name,
    kind: 'name',
    forms: { any: forms, ...more?.in },
    other: more?.other,
    metBy: more?.metBy,
    near: more?.near,
  }));
}
