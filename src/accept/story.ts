/**
 * Which story an article belongs to. First form: the same text printed twice (agency copy, cross-posts), told by
 * MinHash (Broder 1997): the share of equal hashes estimates the share of common shingles (Jaccard similarity).
 */
import type { Language, StorySketch } from '../domain.ts';
import { fold } from '../language/fold.ts';
import { unspacedLength, wordsOf } from './shape.ts';

/** Hashes in a sketch; the estimate's standard error is at most 1/(2·√64) = 0.06. */
const sketchSize = 64;
/**
 * Runs of five words: one changed figure breaks five of them. A paragraph cut by an editor costs its own share only,
 * but a report made from a template (results, weather, lottery), where a figure changes every few words, falls to 0.
 */
const shingleWords = 5;
/** About the same stretch in a script without spaces. */
const shingleCharacters = 9;
/** Below this, two texts can be equal by being the same formula ("Read the whole story on our site"). */
const leastShingles = 40;
/**
 * The bound lies where our examples part: agency copies with a new lead, a dropped last paragraph or another outlet's
 * style share 0.62 to 0.95, reports from one template and rewrites of one event at most 0.35. Six standard errors up
 * from those a wrong join is out of sight; a missed one only means two alerts.
 */
const sameText = 0.6;
const windowMs = 72 * 3_600_000;
/** No sketch reads further: what two texts share shows long before. */
const readCharacters = 50_000;

/** @returns 64 hashes, or none if the text is too short to tell */
export function sketchOf(draft: { readonly title: string; readonly text: string }): readonly number[] {
  const shingles = new Set(shinglesOf(fold(draft.text.slice(0, readCharacters))));
  if (shingles.size < leastShingles) return [];
  const least = new Uint32Array(sketchSize).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let at = 0; at < sketchSize; at += 1) {
      const value = mixed(shingle ^ (seeds[at] ?? 0));
      if (value < (least[at] ?? 0)) least[at] = value;
    }
  }
  return [...least];
}

/**
 * @param article `now`: when it was accepted, if candidates may be older than 72 hours before
 * @returns the story to join; undefined opens a new one
 */
export function chooseStory(
  article: {
    readonly language: Language;
    readonly sketch: readonly number[];
    readonly now?: number | undefined;
  },
  candidates: readonly StorySketch[],
): number | undefined {
  let best: { readonly storyId: number; readonly similarity: number } | undefined;
  for (const { storyId, language, lastAt, sketch } of candidates) {
    if (article.now !== undefined && lastAt < article.now - windowMs) continue;
    if (!mayBeEqual(language, article.language)) continue;
    const similarity = similarityOf(article.sketch, sketch);
    if (similarity < sameText) continue;
    // Tied to two, the older one wins: its alert is the one that people have seen.
    const closer = best === undefined || similarity > best.similarity;
    if (closer || (similarity === best?.similarity && storyId < best.storyId)) best = { storyId, similarity };
  }
  return best?.storyId;
}

function similarityOf(a: readonly number[], b: readonly number[]): number {
  if (a.length !== sketchSize || b.length !== sketchSize) return 0;
  let equal = 0;
  for (let at = 0; at < sketchSize; at += 1) if (a[at] === b[at]) equal += 1;
  return equal / sketchSize;
}

function mayBeEqual(a: Language, b: Language): boolean {
  return a === b || a === 'und' || b === 'und';
}

function shinglesOf(text: string): readonly number[] {
  const unspaced = unspacedLength(text) > text.length / 3;
  const units = unspaced ? [...text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '')] : wordsOf(text);
  const width = unspaced ? shingleCharacters : shingleWords;
  const hashes = units.map(hashOf);
  return hashes.slice(0, Math.max(0, hashes.length - width + 1)).map((_, at) => {
    let joined = 0;
    for (let next = at; next < at + width; next += 1)
      joined = mixed(Math.imul(joined, 31) + (hashes[next] ?? 0));
    return joined;
  });
}

/** FNV-1a, 32 bit. */
function hashOf(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** The finalizer of MurmurHash3: every bit of the input moves every bit of the result. */
function mixed(value: number): number {
  let bits = value >>> 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Fixed for ever: sketches are stored. */
const seeds: Uint32Array = Uint32Array.from({ length: sketchSize }, (_, at) =>
  mixed(Math.imul(at + 1, 0x9e3779b9)),
);
