/**
 * What is kept of a story's first article so that later ones can be compared with it: numbers only, at most 2 kB as
 * JSON. Its form is this file's alone; whoever keeps it need not know it.
 *
 *     [format, hour of publication, how many hashes of the text, …hashes of the text, …traits]
 */
import type { Draft } from '../domain.ts';
import type { Analysis } from '../language/analyze.ts';
import { copyHashesOf } from './copied-text.ts';
import { kinds, type Place, type Trait, traitsOf } from './traits.ts';

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
const hourMs = 3_600_000;

export function sketchOf(draft: Pick<Draft, 'title' | 'text' | 'publishedAt'>, analysis: Analysis): Sketched {
  const copyHashes = copyHashesOf(draft);
  const traits = traitsOf(analysis);
  const publishedHour = Math.floor(draft.publishedAt / hourMs);
  return { sketch: [format, publishedHour, copyHashes.length, ...copyHashes, ...traits.map(packed)], traits };
}

/**
 * By which stories that may be of the article's event are found among thousands: names, figures and a part of the text's
 * hashes. Two reports that share none of them are never of one event (`weigh.ts`). Each once, at most 40.
 */
export function tellingOf({ sketch, traits }: Sketched): readonly number[] {
  const copyHashes = sketch.slice(headLength, headLength + Math.min(copyHashesAsked, sketch[2] ?? 0));
  const names = traits.filter(({ kind }) => kind === 'rare' || kind === 'known' || kind === 'doubtful');
  const figures = traits.filter(({ kind, weight }) => kind === 'figure' && weight > 0);
  const telling = [...copyHashes, ...names.map(hashOfTrait), ...figures.map(hashOfTrait)];
  return [...new Set(telling)].slice(0, mostTelling);
}

const mostTelling = 40;
/** Of two copies at least 16 of 32 are equal: all of these 8 differ in one of 800 pairs, which share names besides. */
const copyHashesAsked = 8;

function hashOfTrait({ hash }: Trait): number {
  return hash;
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

const headLength = 3;
const places: readonly Place[] = ['body', 'lead', 'title'];

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
