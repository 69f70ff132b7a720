import type { Language } from '../domain.ts';
import { cutToLength, lengthOf } from './length.ts';
import { scoreSentences, type Scored } from './score.ts';

/**
 * Whole sentences of the article in their order, at most `maxLength` Unicode code points, joined by a space (none in
 * scripts without). The first sentence that says something, then the best that fit. If not even the shortest useful
 * sentence fits, the best one is cut at the end of a clause or word and ends in "…": the last resort.
 * Of a long article only the beginning is read: its first 60 sentences, within its first 20,000 characters.
 * @returns '' for a text without a sentence worth telling
 */
export function summarize(
  article: { readonly title: string; readonly text: string; readonly language: Language },
  maxLength = 320,
): string {
  const scored = scoreSentences(article);
  const useful = scored.filter((sentence) => sentence.score > 0);
  const between = unspacedLanguages.has(article.language) ? '' : ' ';
  const chosen = choose(useful, maxLength, between.length);
  if (chosen.length > 0) return chosen.map((sentence) => sentence.text).join(between);
  const best = useful.toSorted(bestFirst)[0];
  return best ? cutToLength(best.text, maxLength) : '';
}

const unspacedLanguages = new Set(['ja', 'zh', 'th', 'lo', 'km', 'my']);

/** Best first as long as they fit and say something new; in the order of the article at the end. */
function choose(sentences: readonly Scored[], maxLength: number, between: number): readonly Scored[] {
  const chosen: Scored[] = [];
  let room = maxLength + between;
  for (const sentence of sentences.toSorted(bestFirst)) {
    const length = lengthOf(sentence.text) + between;
    if (length > room || chosen.some((other) => saysTheSame(sentence, other))) continue;
    // What leans on the sentence before it ("He said …") may only stand behind that sentence.
    if (sentence.leans && !chosen.some((other) => other.place === sentence.place - 1)) continue;
    // A summary that begins with the article's last line misleads: nothing is added that is not worth a third of the best.
    if (chosen.length > 0 && sentence.score < (chosen[0]?.score ?? 0) * leastWorth) continue;
    chosen.push(sentence);
    room -= length;
  }
  return chosen.toSorted((a, b) => a.place - b.place);
}

const leastWorth = 0.3;
const sameShare = 0.6;

function bestFirst(a: Scored, b: Scored): number {
  return b.score - a.score || a.place - b.place;
}

function saysTheSame(a: Scored, b: Scored): boolean {
  const smaller = Math.min(a.stems.size, b.stems.size);
  return smaller > 0 && a.stems.intersection(b.stems).size / smaller > sameShare;
}
