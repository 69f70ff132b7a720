import type { Language } from '../domain.ts';
import { boundedCache } from './bounded-cache.ts';
import type { Token } from './tokens.ts';

/**
 * Whether a stretch of single characters begins or ends in the middle of a neighbouring word: "裁员" does in "总裁员工"
 * (总裁 | 员工). A segmenter alone could not find names (it cuts 昇腾 in two), but it can tell what is none: a word
 * that reaches over one end of the stretch only.
 */
export function cutsWords(
  tokens: readonly Token[],
  first: number,
  last: number,
  language: Language,
): boolean {
  if (tokens[first]?.shape !== 'one' && tokens[last]?.shape !== 'one') return false;
  const [from, to] = [edge(tokens, first, -1), edge(tokens, last, 1)];
  const run = tokens.slice(from, to + 1);
  const before = lengthOf(tokens.slice(from, first));
  const end = before + lengthOf(tokens.slice(first, last + 1));
  const text = run.map((token) => token.surface).join('');
  let start = 0;
  for (const stop of wordEndsIn(language)(text)) {
    const overStart = start < before && stop > before && stop < end;
    const overEnd = start > before && start < end && stop > end;
    if (overStart || overEnd) return true;
    start = stop;
  }
  return false;
}

/** Characters on either side that a neighbouring word can have. */
const window = 6;

function edge(tokens: readonly Token[], from: number, step: 1 | -1): number {
  let at = from;
  while (Math.abs(at + step - from) <= window) {
    const [here, next] = [tokens[at], tokens[at + step]];
    const touching = step === 1 ? here?.end === next?.start : here?.start === next?.end;
    if (next?.shape !== 'one' || !touching) break;
    at += step;
  }
  return at;
}

function lengthOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => sum + token.surface.length, 0);
}

/** Where the words of a stretch end, in UTF-16 units. */
function wordEndsIn(language: Language): (text: string) => readonly number[] {
  const known = wordEnds.get(language) ?? segmenting(language);
  wordEnds.set(language, known);
  return known;
}

const wordEnds = new Map<Language, (text: string) => readonly number[]>();
/** The same words stand around the same names, again and again: a segmentation costs 5 µs, a look-up a tenth. */
const halfOfCache = 5_000;

function segmenting(language: Language): (text: string) => readonly number[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return boundedCache(halfOfCache, (text) =>
    Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length),
  );
}
