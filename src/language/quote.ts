import type { Analysis } from './analyze.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** The words of the article from one token to another, as they stand there. */
export function wordsBetween(analysis: Analysis, first: number, last: number): string {
  const [from, to] = [analysis.reads[first], analysis.reads[last]];
  if (!from || !to) return '';
  const field = from.field === 'title' ? analysis.title : analysis.text;
  return field.slice(from.start, to.end).replace(/\s+/g, ' ');
}

/** The sentence a token stands in; the title is one. Of a line longer than any paragraph, no more than is near. */
export function sentenceAround(analysis: Analysis, token: number): string {
  const read = analysis.reads[token];
  if (!read || read.field === 'title') return analysis.title.trim();
  const stretch = stretchAround(analysis.text, read.start);
  const at = read.start - stretch.from;
  return sentencesIn(analysis, stretch).find((one) => at >= one.start && at < one.end)?.text ?? '';
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Characters of a paragraph that is still read whole. */
const longestLine = 3_000;
const lineEnd = /[\n\r]/;

/** Its line, for there every sentence ends; of a longer one, a third of so much with as much on either side. */
function stretchAround(text: string, at: number): Stretch {
  const before = text.slice(Math.max(0, at - longestLine), at);
  const after = text.slice(at, at + longestLine);
  const end = after.search(lineEnd);
  const from = at - before.length + Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const to = at + (end < 0 ? after.length : end);
  if (to - from <= longestLine) return { from, to };
  const part = longestLine / 3;
  const middle = at - (at % part);
  return { from: Math.max(from, middle - part), to: Math.min(to, middle + 2 * part) };
}

const cut = new WeakMap<Analysis, Map<string, readonly Sentence[]>>();

function sentencesIn(analysis: Analysis, { from, to }: Stretch): readonly Sentence[] {
  const stretches = cut.get(analysis) ?? new Map<string, readonly Sentence[]>();
  cut.set(analysis, stretches);
  const key = `${from} ${to}`;
  const known = stretches.get(key) ?? sentencesOf(analysis.text.slice(from, to), analysis.language);
  stretches.set(key, known);
  return known;
}
