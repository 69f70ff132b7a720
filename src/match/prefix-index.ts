/** Values filed under the beginnings of words, found by the words of an article. */
export interface PrefixIndex<V> {
  readonly add: (prefix: string, value: V) => void;
  readonly remove: (prefix: string, value: V) => void;
  /** Everything filed under a beginning of one of the words. A value may come more than once. */
  readonly find: (words: Iterable<string>) => Iterable<V>;
}

/** A word is looked up by its beginnings of those lengths that somebody has filed, a handful, however many values there are. */
export function createPrefixIndex<V>(): PrefixIndex<V> {
  const byLength = new Map<number, Map<string, Set<V>>>();

  return {
    add(prefix, value) {
      const same = byLength.get(prefix.length) ?? new Map<string, Set<V>>();
      byLength.set(prefix.length, same);
      const values = same.get(prefix) ?? new Set();
      same.set(prefix, values.add(value));
    },
    remove(prefix, value) {
      const same = byLength.get(prefix.length);
      const values = same?.get(prefix);
      values?.delete(value);
      if (values?.size === 0) same?.delete(prefix);
      if (same?.size === 0) byLength.delete(prefix.length);
    },
    *find(words) {
      if (byLength.size === 0) return;
      for (const word of words) {
        for (const [length, prefixes] of byLength) {
          const values = length <= word.length ? prefixes.get(word.slice(0, length)) : undefined;
          if (values) yield* values;
        }
      }
    },
  };
}
