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
    const own = copied(key);
    const value = old.get(key) ?? compute(own);
    if (young.size >= half) {
      old = young;
      young = new Map();
    }
    young.set(own, value);
    return value;
  };
}

/** V8 keeps a part of a string as a view of the whole: a remembered word would keep the article that it stood in. */
function copied(part: string): string {
  return part.length < shortestView ? part : part.split('').join('');
}

/** Shorter parts are copies (`SlicedString::kMinLength` in V8's src/objects/string.h). */
const shortestView = 13;
