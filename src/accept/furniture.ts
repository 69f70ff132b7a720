/** Whether a line belongs to the page and not to the article, by its own looks alone. Where it stands is `layout.ts`'s. */
import { fold } from '../language/fold.ts';
import {
  advertising,
  afterArticle,
  appeals,
  consent,
  openings,
  periods,
  rights,
  wholeLines,
} from './furniture-words.ts';
import { endsSentence, visualLength, wordsOf } from './shape.ts';

const whole = new Set(wholeLines);
const marks = new Set(advertising);
const endings = new Set(afterArticle);
const openingTree = byFirstCharacter(openings);

/** Longer lines are prose whatever they begin with. In visual units. */
const longestCall = 110;
/** Consent and copyright notices run to a paragraph, no further. */
const longestNotice = 1200;

export function isFurniture(line: string): boolean {
  const length = visualLength(line);
  if (length > longestNotice) return false;
  const folded = fold(line);
  if (isNotice(folded, length)) return true;
  if (length > longestCall * 2) return false;
  if (isRowOfLabels(line)) return true;
  if (length > longestCall) return false;
  const bare = bareLine(folded);
  return (
    bare === '' ||
    isMenu(bare) ||
    endsInAppeal(folded) ||
    begins(folded) ||
    isPrice(line, folded) ||
    isAddress(line) ||
    isTagRow(line)
  );
}

/** A row of labels or a price: what stands in one block with it sells something too. */
export function isBanner(line: string): boolean {
  return visualLength(line) <= 2 * longestCall && (isRowOfLabels(line) || isPrice(line, fold(line)));
}

/** "Read more about this", "Continue reading": asks the reader for something, or points elsewhere. */
export function isCall(text: string): boolean {
  return visualLength(text) <= longestCall && begins(fold(text));
}

/**
 * What sites set between two paragraphs: "Advertisement", "Read also: …", alone on a line. The only lines that are cut
 * inside a body, so a call that is a sentence stays.
 */
export function isInterruption(line: string): boolean {
  if (visualLength(line) > longestCall) return false;
  return marks.has(bareLine(fold(line))) || (isCall(line) && !endsSentence(line));
}

/** "3 comments", "Leave a reply", "About the author". */
export function isEndOfArticle(line: string): boolean {
  return line.length <= 60 && endings.has(bareLine(fold(line)));
}

/** Consent and copyright notices. */
function isNotice(folded: string, length: number): boolean {
  if (consent.some((phrase) => folded.includes(phrase))) return true;
  if (length > 2 * longestCall) return false;
  if (/^(?:©|\(c\)\s?(?:19|20)\d\d|copyright\b|ⓒ)/.test(folded)) return true;
  return rights.some((phrase) => folded.includes(phrase));
}

/** Letters alone: "12 Comments (3)" is "comments". */
function bareLine(folded: string): string {
  return folded.replace(/[^\p{L}\p{M}'"’]+/gu, ' ').trim();
}

/** Nothing but entries of a menu: "Facebook Twitter WhatsApp", "Download Release notes Edit this page". */
function isMenu(bare: string): boolean {
  const words = bare.split(' ');
  for (let at = 0; at < words.length;) {
    const length = longestEntry(words, at);
    if (length === 0) return false;
    at += length;
  }
  return true;
}

/** How many words from there on are one entry. */
function longestEntry(words: readonly string[], from: number): number {
  for (let length = Math.min(5, words.length - from); length > 0; length -= 1) {
    if (whole.has(words.slice(from, from + length).join(' '))) return length;
  }
  return 0;
}

/** "The Example lives from its readers. Donate" */
function endsInAppeal(folded: string): boolean {
  const end = /^.*[.!?…。]["”»」]?\s*(?=\S)/u.exec(folded)?.[0].length ?? 0;
  const last = folded.slice(end).replace(/[^\p{L}\p{M}]+$/u, '');
  return (
    end > 0 && last.length < 40 && appeals.some((phrase) => last === phrase || last.startsWith(`${phrase} `))
  );
}

function begins(folded: string): boolean {
  const line = folded.replace(/^[^\p{L}\p{N}(©@#]+/u, '');
  return (openingTree.get(line[0] ?? '') ?? []).some(
    (phrase) => line.startsWith(phrase) && isWordEnd(line, phrase),
  );
}

/** Scripts without spaces have no word ends; elsewhere "tags:" must not begin "tags:uffix". */
function isWordEnd(line: string, phrase: string): boolean {
  const next = line.slice(phrase.length, phrase.length + 1);
  return !/[\p{L}\p{N}]/u.test(next) || !/[a-zа-яё]$/u.test(phrase);
}

const separators = /\s*[|｜·•»›→¦]\s*|\s+[/>–—]\s+/u;

/** Breadcrumbs, menus and slogans in a row: at least three labels of at most five words, and no sentence. */
function isRowOfLabels(line: string): boolean {
  const labels = line.split(separators).filter((label) => label.trim() !== '');
  if (labels.length === 2) return labels.every(isLabel);
  return labels.length > 2 && labels.every((label) => wordsOf(label, 6).length <= 5 && !endsSentence(label));
}

function isLabel(label: string): boolean {
  const folded = fold(label);
  return isMenu(bareLine(folded)) || begins(folded);
}

const amount =
  /(?:[$€£¥₹₽₩₺￥]|\b(?:R\$|Rp|US\$|USD|EUR|CHF|kr|zł))\s?\d|\d\s?(?:[$€£¥₹₽₩₺]|(?:euros?|eur|usd|dollars?|chf|kr|zł|tl|руб|грн|円|원|元|块)(?![\p{L}]))/iu;

/** An amount of money for a span of time, and no sentence around it. */
function isPrice(line: string, folded: string): boolean {
  return !endsSentence(line) && amount.test(line) && periods.some((period) => folded.includes(period));
}

/** Nothing but an address or a handle. */
function isAddress(line: string): boolean {
  return /^(?:https?:\/\/\S+|www\.\S+|@\w[\w.]+|\S+@\S+\.\w+)$/.test(line);
}

/** "#ai #cloud #layoffs" */
function isTagRow(line: string): boolean {
  return line.startsWith('#') && line.split(/[\s,]+/).every((tag) => /^#[^\s#]+$/.test(tag));
}

function byFirstCharacter(phrases: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return Map.groupBy(phrases, (phrase) => phrase[0] ?? '');
}
