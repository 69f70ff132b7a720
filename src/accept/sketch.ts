/**
 * What is kept of a story's first article so that later ones can be compared with it: numbers only, at most 2 kB as
 * JSON. Its form is this file's alone; whoever keeps it need not know it.
 *
 *     [format, hour of publication, how many hashes of the text, …hashes of the text, …traits]
 */
import { kinds, type Place, type Trait } from './trait.ts';

/** An article as it is compared with stories: its sketch, and in words what the sketch keeps as hashes. */
export interface Sketched {
  readonly sketch: readonly number[];
  readonly traits: readonly Trait[];
}

/** A stored sketch as it is read. Nothing is copied: 150 stories are looked at for each article. */
export interface Kept {
  /** Hours since the epoch. */
  readonly publishedHour: number;
  readonly sketch: readonly number[];
  /** Where the hashes of the text end and the packed traits begin. */
  readonly traitsFrom: number;
}

export type KeptTrait = Omit<Trait, 'written' | 'joined' | 'opposite'>;

/** A sketch that begins with another number is an older version's: nothing is like it. */
const format = 3;
const headLength = 3;

export function writeSketch(
  publishedHour: number,
  copyHashes: readonly number[],
  traits: readonly Trait[],
): readonly number[] {
  return [format, publishedHour, copyHashes.length, ...copyHashes, ...traits.map(packed)];
}

export function readSketch(sketch: readonly number[]): Kept | undefined {
  const [written, publishedHour, hashes] = sketch;
  if (written !== format || publishedHour === undefined || hashes === undefined) return undefined;
  return { publishedHour, sketch, traitsFrom: headLength + hashes };
}

/** See `copied-text.ts`. */
export function copyHashesIn({ sketch, traitsFrom }: Kept): readonly number[] {
  return sketch.slice(headLength, traitsFrom);
}

const places: readonly Place[] = ['body', 'lead', 'title', 'below'];

/** 32 bits of hash, 3 of kind, 2 of place, 3 of weight: 40 of the 53 that a number in JSON keeps. */
function packed({ hash, kind, place, weight }: Trait): number {
  return hash * 256 + kinds.indexOf(kind) * 32 + places.indexOf(place) * 8 + weight;
}

export function hashIn(bits: number): number {
  return Math.floor(bits / 256);
}

export function traitIn(bits: number): KeptTrait {
  const low = bits % 256;
  return {
    hash: hashIn(bits),
    kind: kinds[low >> 5] ?? 'word',
    place: places[(low >> 3) & 3] ?? 'body',
    weight: low & 7,
  };
}
