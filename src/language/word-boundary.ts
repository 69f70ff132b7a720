import type { Language } from '../domain.ts';
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
  for (const { index, segment } of segmenterOf(language).segment(text)) {
    const segmentEnd = index + segment.length;
    const overStart = index < before && segmentEnd > before && segmentEnd < end;
    const overEnd = index > before && index < end && segmentEnd > end;
    if (overStart || overEnd) return true;
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

const segmenters = new Map<Language, Intl.Segmenter>();

function segmenterOf(language: Language): Intl.Segmenter {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, known);
  return known;
}
