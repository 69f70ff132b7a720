/** What of the lines behind the last paragraph still belongs to the article. */
import { isBanner } from './furniture.ts';
import { vocabularyOf } from './headline.ts';
import type { PageLine } from './page.ts';
import { endsSentence, wordsOf } from './shape.ts';

/**
 * Behind the last full paragraph: short closing sentences and lists stay, labels and everything behind a first piece of
 * furniture that only looks like more of it go.
 */
export function keptOfTail(
  page: readonly PageLine[],
  tailStart: number,
  words: ReadonlySet<string>,
): readonly PageLine[] {
  const kept: PageLine[] = [];
  // "The winners are:" announces lines that are neither sentences nor furniture.
  let announced = announces(page[tailStart - 1]);
  let furnitureSeen = false;
  for (const [index, line] of page.entries()) {
    if (index < tailStart) continue;
    const stays =
      line.role === 'text' && staysInTail(page, index, tailStart, words, announced, furnitureSeen);
    if (stays) kept.push(line);
    if (line.role !== 'text') furnitureSeen = true;
    announced = stays && (announced || announces(line));
  }
  return kept;
}

function staysInTail(
  page: readonly PageLine[],
  index: number,
  tailStart: number,
  words: ReadonlySet<string>,
  announced: boolean,
  furnitureSeen: boolean,
): boolean {
  const line = page[index];
  if (line === undefined) return false;
  if (announced) return true;
  if (line.item && !furnitureSeen) return true;
  if (line.shape === 'sentence') return !isSlogan(page, index, tailStart) && !isForeign(line.text, words);
  if (furnitureSeen) return false;
  if (wordsOf(line.text, longLabel).length >= longLabel) return true;
  // A heading belongs to the sentence behind it, an announcement to whatever it announces.
  const next = page[index + 1];
  if (next?.role !== 'text') return false;
  return announces(line) || (next.shape === 'sentence' && !isSlogan(page, index + 1, tailStart));
}

/** Words of a line that is more likely a paragraph whose full stop was lost than a headline of another article. */
const longLabel = 14;

/** "The winners are:" */
export function announces(line: PageLine | undefined): boolean {
  return line?.role === 'text' && /[:：]$/.test(line.text);
}

/**
 * A short sentence in one block with a row of labels or a price: the block is a banner. One without its full stop is
 * told by any furniture beside it ("Any thoughts? Talk to us in our forum"). Only where paragraphs stand in blocks of
 * their own does a block tell anything.
 */
function isSlogan(page: readonly PageLine[], index: number, tailStart: number): boolean {
  const line = page[index];
  if (line === undefined || line.block === page[tailStart - 1]?.block) return false;
  const beside = [page[index - 1], page[index + 1]].filter((other) => other?.block === line.block);
  return beside.some(
    (other) => other?.role === 'furniture' && (isBanner(other.text) || !endsSentence(line.text)),
  );
}

/** The least vocabulary that shows which words a language cannot do without. */
const richVocabulary = 80;

/**
 * Eight words of which the body uses none, not even the small ones: another language than the body's. A list of names
 * looks alike, but has no words in lower case.
 */
function isForeign(text: string, words: ReadonlySet<string>): boolean {
  const own = wordsOf(text);
  const small = own.filter((word) => /^\p{Ll}/u.test(word));
  if (words.size < richVocabulary || own.length < 8 || small.length < 4) return false;
  return [...vocabularyOf(text)].every((word) => !words.has(word));
}
