import type { Analysis } from './analyze.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** The words of the article from one token to another, as they stand there. */
export function wordsBetween(analysis: Analysis, first: number, last: number): string {
  const [from, to] = [analysis.reads[first], analysis.reads[last]];
  if (!from || !to) return '';
  const field = from.field === 'title' ? analysis.title : analysis.text;
  return field.slice(from.start, to.end).replace(/\s+/g, ' ');
}

/** The sentence a token stands in; the title is one. */
export function sentenceAround(analysis: Analysis, token: number): string {
  const read = analysis.reads[token];
  if (!read || read.field === 'title') return analysis.title.trim();
  const sentence = sentencesIn(analysis).find((one) => read.start >= one.start && read.start < one.end);
  return sentence?.text ?? '';
}

const cut = new WeakMap<Analysis, readonly Sentence[]>();

function sentencesIn(analysis: Analysis): readonly Sentence[] {
  const known = cut.get(analysis) ?? sentencesOf(analysis.text, analysis.language);
  cut.set(analysis, known);
  return known;
}
