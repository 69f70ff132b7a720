/**
 * Reads numbers once for a run of wanted ones, with one bit for each place in the run: set where what leads up to it was
 * just read (Shift-And). However they repeat themselves, each number is looked at once.
 */

/** @returns where the next run ends, asked again and again; undefined if none ends before `end` */
export type ReadOn = (end: number) => number | undefined;

/**
 * @param placesIn of a number that is wanted, its places in the run, ascending
 * @param length of the run, at least 1
 * @param numbers positive, or negated where a run must not reach over from the number before
 * @param most all of them are below
 */
export function readThrough(
  placesIn: ReadonlyMap<number, readonly number[]>,
  length: number,
  numbers: Int32Array,
  most: number,
): ReadOn {
  return length <= bitsInOne
    ? readShort(placesIn, length, numbers, most)
    : readLong(placesIn, length, numbers, most);
}

const bitsInOne = 32;

function readShort(
  placesIn: ReadonlyMap<number, readonly number[]>,
  length: number,
  numbers: Int32Array,
  most: number,
): ReadOn {
  const bitsOf = new Int32Array(most);
  for (const [number, places] of placesIn)
    for (const place of places) bitsOf[number] = (bitsOf[number] as number) | (1 << place);
  const whole = 1 << (length - 1);
  let at = 0;
  let begun = 0;
  return (end) => {
    const stop = Math.min(end, numbers.length);
    for (; at < stop; at++) {
      const number = numbers[at] as number;
      begun = number < 0 ? 1 & (bitsOf[-number] as number) : ((begun << 1) | 1) & (bitsOf[number] as number);
      if ((begun & whole) !== 0) return at++;
    }
    return undefined;
  };
}

/** As many words of bits as the run needs; those behind the last that has any are not looked at. */
function readLong(
  placesIn: ReadonlyMap<number, readonly number[]>,
  length: number,
  numbers: Int32Array,
  most: number,
): ReadOn {
  const limbs = Math.ceil(length / bitsInOne);
  const rowOf = new Int32Array(most);
  const bits = new Int32Array((placesIn.size + 1) * limbs);
  let row = 0;
  for (const [number, places] of placesIn) {
    rowOf[number] = row += limbs;
    for (const place of places) {
      const limb = row + Math.floor(place / bitsInOne);
      bits[limb] = (bits[limb] as number) | (1 << (place % bitsInOne));
    }
  }
  const whole = 1 << ((length - 1) % bitsInOne);
  const begun = new Int32Array(limbs);
  let used = 0;
  let at = 0;
  return (end) => {
    const stop = Math.min(end, numbers.length);
    for (; at < stop; at++) {
      const number = numbers[at] as number;
      const from = rowOf[Math.abs(number)] as number;
      if (number < 0 || from === 0) {
        for (let limb = 0; limb < used; limb++) begun[limb] = 0;
        used = 0;
        if (from === 0) continue;
      }
      const upTo = Math.min(used + 1, limbs);
      let carried = 1;
      used = 0;
      for (let limb = 0; limb < upTo; limb++) {
        const before = begun[limb] as number;
        const now = ((before << 1) | carried) & (bits[from + limb] as number);
        carried = before >>> (bitsInOne - 1);
        begun[limb] = now;
        if (now !== 0) used = limb + 1;
      }
      if (used === limbs && ((begun[limbs - 1] as number) & whole) !== 0) return at++;
    }
    return undefined;
  };
}
