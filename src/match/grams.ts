/** Where each few numbers that follow each other stand in a long row, by a hash of them. */
export interface Grams {
  /** Ascending places at which these numbers may begin, and perhaps others with the same hash. */
  readonly placesOf: (numbers: readonly number[]) => Int32Array;
}

/** @param numbers positive, or negated where nothing reaches over from the number before. @param length of a gram */
export function gramsOf(numbers: Int32Array, length: number): Grams {
  const mask = 2 ** Math.min(largest, Math.max(smallest, Math.ceil(Math.log2(numbers.length + 1)))) - 1;
  const hashes = new Int32Array(numbers.length);
  /** Where the places of each hash begin, once they are counted and filed. */
  const starts = new Int32Array(mask + 2);
  let since = 0;
  for (let last = 0; last < numbers.length; last++) {
    since = (numbers[last] as number) < 0 ? 1 : since + 1;
    const at = last + 1 - length;
    if (at < 0) continue;
    if (since < length) {
      hashes[at] = none;
      continue;
    }
    let hash = 0;
    for (let n = at; n <= last; n++) hash = mixed(hash, Math.abs(numbers[n] as number));
    const bucket = hash & mask;
    hashes[at] = bucket;
    starts[bucket + 1] = (starts[bucket + 1] as number) + 1;
  }
  for (let bucket = 0; bucket <= mask; bucket++)
    starts[bucket + 1] = (starts[bucket + 1] as number) + (starts[bucket] as number);
  const places = new Int32Array(starts[mask + 1] as number);
  const filled = starts.slice();
  for (let at = 0; at + length <= numbers.length; at++) {
    const bucket = hashes[at] as number;
    if (bucket === none) continue;
    places[filled[bucket] as number] = at;
    filled[bucket] = (filled[bucket] as number) + 1;
  }
  return {
    placesOf(wanted) {
      const bucket = wanted.reduce(mixed, 0) & mask;
      return places.subarray(starts[bucket], starts[bucket + 1]);
    },
  };
}

const none = -1;
/** Bits of a hash. */
const smallest = 10;
const largest = 17;

function mixed(hash: number, number: number): number {
  const together = Math.imul(hash ^ number, 0x9e3779b1);
  return together ^ (together >>> 15);
}
