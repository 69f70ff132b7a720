/** Which line of a page's head is the title. */
import { fold } from '../language/fold.ts';
import type { Line } from './lines.ts';
import { endsSentence, unspacedLength, visualLength, wordsOf } from './shape.ts';

interface Candidate extends Line {
  readonly role: string;
}

/** In visual units; what is longer is a paragraph. */
const longestTitle = 300;

/**
 * @param head the lines before the first paragraph
 * @param words the body's vocabulary
 * @param known the entry's own title: its line, if it is there, wins
 */
export function chooseTitle(
  head: readonly Candidate[],
  words: ReadonlySet<string>,
  known?: string,
): { readonly index: number; readonly text: string } | undefined {
  const candidates = head.flatMap((line, index) => (isCandidate(line) ? [{ index, text: line.text }] : []));
  const own = candidates.find(({ text }) => sameTitle(text, known));
  if (known !== undefined) return own;
  let best: { readonly index: number; readonly text: string; readonly score: number } | undefined;
  for (const [nth, { index, text }] of candidates.entries()) {
    const score = scoreOf(text, words) + (nth === 0 ? 1 : 0);
    if (best === undefined || score > best.score) best = { index, text, score };
  }
  return best;
}

/** The same words, whatever the case and the marks. One may go on behind the other (" - Example News"). */
export function sameTitle(line: string, title: string | undefined): boolean {
  if (title === undefined) return false;
  const [a, b] = [plain(line), plain(title)];
  if (a === '' || b === '') return false;
  if (a === b) return true;
  const [short, long, longer] = a.length < b.length ? [a, b, title] : [b, a, line];
  // A lead often begins with the words of its title, and goes on to say more.
  if (/[.!?。！？]["'”’»」)]*$/u.test(longer.trimEnd())) return false;
  return short.length >= 20 && short.length * 2 > long.length && long.startsWith(short);
}

/** A question, an exclamation or Words With Capitals, and not too long. */
export function isSetAsHeading(text: string): boolean {
  if (visualLength(text) > longestTitle / 2) return false;
  if (/[?!？！]["'”’»」]?$/u.test(text)) return true;
  const long = wordsOf(text).filter((word) => word.length > 3);
  return long.length > 2 && long.filter((word) => /^\p{Lu}/u.test(word)).length >= long.length * 0.8;
}

/** Folded words; in scripts without spaces every pair of neighbours. */
export function vocabularyOf(text: string): ReadonlySet<string> {
  const folded = fold(text.slice(0, vocabularyText));
  const words = wordsOf(folded).filter((word) => unspacedLength(word) === 0);
  const pairs = [
    ...folded.matchAll(/(?=([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{2}))/gu),
  ];
  return new Set([...words, ...pairs.map((pair) => pair[1] ?? '')]);
}

/** Enough to know what the body speaks of. */
const vocabularyText = 20_000;

function isCandidate(line: Candidate): boolean {
  return line.role === 'text' && !line.item && visualLength(line.text) <= longestTitle;
}

/**
 * Menu entries are short, slogans do not speak of the body, standfirsts are sentences: a title has some words, shares
 * some of them with the body, and seldom ends in a full stop.
 */
function scoreOf(text: string, words: ReadonlySet<string>): number {
  const count = Math.max(wordsOf(text, 30).length, Math.round(unspacedLength(text) / 2));
  const telling = [...vocabularyOf(text)].filter((word) => word.length > 3 || unspacedLength(word) > 0);
  const shared = telling.filter((word) => words.has(word)).length;
  const length = count >= 4 ? 3 : count - 1;
  const about = telling.length === 0 ? 0 : Math.min(3, shared) * (0.5 + shared / telling.length / 2);
  return length + about - (endsSentence(text) && /[.。।]["”’»」]?$/u.test(text) ? 2.5 : 0);
}

function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
