/**
 * Remembers what `compute` gave for the newest words, at most `2 × half` of them. When the younger half is full the
 * older one is dropped at once: no bookkeeping on a hit, which is what nearly every look-up is.
 */
export function boundedCache<V>(half: number, compute: (key: string) => V): (key: string) => V {
  let young = new Map<string, V>();
  let old = new Map<string, V>();
  return (key) => {
    const known = young.get(key);
    if (known !== undefined) return known;
    const value = old.get(key) ?? compute(key);
    if (young.size >= half) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
    return value;
  };
}
