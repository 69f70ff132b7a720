/** Chance from a seed (mulberry32): every run measures the same articles and queries. */
export interface Chance {
  /** In [0, 1). */
  readonly next: () => number;
  readonly pick: <T>(from: readonly T[]) => T;
  /** One near the front is drawn more often than one further behind, as words are in texts (Zipf's law). */
  readonly pickByRank: <T>(from: readonly T[]) => T;
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const at = <T>(from: readonly T[], place: number): T => {
    if (from.length === 0) throw new Error('there is nothing to draw from');
    return from[Math.min(from.length - 1, Math.floor(place))] as T;
  };
  return {
    next,
    pick: (from) => at(from, next() * from.length),
    pickByRank: (from) => at(from, flatTop * ((1 + from.length / flatTop) ** next() - 1)),
  };
}

/** The first ranks are about equally likely. */
const flatTop = 300;
