/** Lines of a page that say when the article appeared, and often who printed it: "Example News 4 avr. 2024, 18:00". */
import { readByline } from './byline.ts';
import { findDate, normaliseDate } from './date-parts.ts';
import type { DateParts } from './date-parts.ts';
import { isDateFiller, tellsChange } from './date-words.ts';
import { instantOf, withinReason } from './dates.ts';
import type { DateContext } from './dates.ts';
import { isFurniture } from './furniture.ts';
import { endsSentence, wordsOf } from './shape.ts';

export interface DateLine {
  /** Its place among the lines given. */
  readonly index: number;
  readonly parts: DateParts;
  /** "Updated …": when it was changed, not when it appeared. */
  readonly changed: boolean;
  /** A name on the same line. */
  readonly outlet?: string | undefined;
  readonly author?: string | undefined;
}

const longest = 160;
/** Date lines looked at to learn how a page writes its dates. */
const maxCompared = 50;
/** Dates on one line: published, updated, and a copy of either. */
const maxDates = 4;

/** The lines that are nothing but a date: with its label, the outlet, the author or the reading time at most. */
export function findDateLines(lines: readonly string[]): readonly DateLine[] {
  return lines.flatMap((line, index) => {
    const found = line.length <= longest && /\p{Nd}/u.test(line) ? readDateLine(line) : undefined;
    return found === undefined ? [] : [{ index, ...found }];
  });
}

/**
 * The date of the article: the one nearest the title; one that says the same day with a time of day wins over it.
 * @param near the title's line
 * @returns milliseconds since the epoch, judged as `readDate` does; undefined if there is none
 */
export function publishedAt(
  found: readonly DateLine[],
  near: number,
  context: DateContext,
): number | undefined {
  const order = orderOf(found.slice(0, maxCompared).map(({ parts }) => parts));
  const dated = byNearness(found, near).flatMap(({ parts }) => {
    const at = instantOf(parts, { ...context, order: context.order ?? order });
    return at === undefined ? [] : [{ at, parts }];
  });
  const [nearest] = dated;
  if (nearest === undefined) return undefined;
  const same = dated.find(
    ({ at, parts }) => parts.time !== undefined && Math.abs(at - nearest.at) < 86_400_000,
  );
  return withinReason(
    nearest.parts.time === undefined && same !== undefined ? same.at : nearest.at,
    context.now,
  );
}

function byNearness(found: readonly DateLine[], near: number): readonly DateLine[] {
  const distance = ({ index, changed }: DateLine): number => Math.abs(index - near) + (changed ? 1000 : 0);
  return found.toSorted((a, b) => distance(a) - distance(b));
}

/**
 * How a text writes its dates. One whose numbers read only one way speaks for the others; so does one in words that
 * names the same day as "04/05/2024" does when the month comes first.
 */
function orderOf(parts: readonly DateParts[]): DateContext['order'] {
  const forced = parts.find(({ order }) => order === 'month first' || order === 'day first')?.order;
  if (forced === 'month first' || forced === 'day first') return forced;
  const isSwapped = (one: DateParts): boolean =>
    parts.some(
      ({ order, month, day }) => order === 'clear' && month === one.day && day === one.month && month !== day,
    );
  return parts.some((one) => one.order === 'either' && isSwapped(one)) ? 'month first' : undefined;
}

function readDateLine(line: string): Omit<DateLine, 'index'> | undefined {
  const written = normaliseDate(line);
  const first = findDate(written);
  if (first === undefined) return undefined;
  const rest = withoutDates(`${first.before} | ${first.behind}`);
  const names = labelsOf(rest);
  // A sentence or headline with a date in it is no date line; a name and a section at most stand beside one.
  if (names.length > 2 || names.some((name) => wordsOf(name, 7).length > 6 || endsSentence(name)))
    return undefined;
  if (
    names.length > 0 &&
    first.time === undefined &&
    !isParted(first) &&
    names.every((name) => readByline(name) === undefined)
  ) {
    return undefined;
  }
  const changed = wordsOf(first.before).some(tellsChange);
  const authors = names.flatMap((name) => readByline(name)?.author ?? []);
  const others = names.filter((name) => readByline(name) === undefined);
  return { parts: first, changed, author: authors[0], outlet: others.length === 1 ? others[0] : undefined };
}

/** Takes out the second and third date of a line, and what parts a date from its label. */
function withoutDates(text: string): string {
  let rest = text;
  for (let dates = 0; dates < maxDates; dates += 1) {
    const next = findDate(rest);
    if (next === undefined) break;
    rest = `${next.before} | ${next.behind}`;
  }
  return rest;
}

/** What is left between separators once reading times, counts and the words of dates are gone. */
function labelsOf(rest: string): readonly string[] {
  return rest
    .split(/[|｜·•–—()（）［］[\],;:：،]+|\s-\s|\s\/\s/u)
    .filter((label) => !isFurniture(label.trim()))
    .map(withoutFillers)
    .filter((label) => /\p{L}/u.test(label));
}

/** Only at the ends: "The Times of India" keeps its "of". */
function withoutFillers(label: string): string {
  const words = label.trim().split(/\s+/);
  const isFiller = (word: string | undefined): boolean =>
    word !== undefined && (!/\p{L}/u.test(word) || isDateFiller(word.replace(/[.°॰。]+$/u, '')));
  // A byline begins with a word that could belong to a date ("di", "de").
  if (readByline(words.join(' ')) !== undefined) return words.join(' ');
  let [start, end] = [0, words.length];
  while (start < end && isFiller(words[start])) start += 1;
  while (end > start && isFiller(words[end - 1])) end -= 1;
  return words.slice(start, end).join(' ');
}

/** A mark stands between the date and the name. A comma is none: "Prime Day, 12 July 2024" is a headline. */
function isParted({ before, behind }: DateParts): boolean {
  return /[|｜·•–—:：/-]\s*$/u.test(before) || /^\s*[|｜·•–—:：/-]/u.test(behind);
}
