/**
 * Finds the article in a pasted or scraped page: title, date, outlet, author, text. What is cut is told by shape and
 * place, never by a site's own sentences, and but for marks of advertising only before the body begins and after it
 * ends. A full paragraph is never lost to a guess: when in doubt, a line stays.
 */
import { beforeTheReaders, endOfBody, startOfBody, titleZone } from './body.ts';
import { publishedAt } from './date-line.ts';
import type { DateContext } from './dates.ts';
import { isInterruption } from './furniture.ts';
import { chooseTitle, sameTitle, vocabularyOf } from './headline.ts';
import { isOutletLine, readMasthead } from './masthead.ts';
import { listedText, menuEntries } from './list.ts';
import { isParagraph, isProse, joinLines, readPage } from './page.ts';
import type { Page, PageLine } from './page.ts';
import { wordsOf } from './shape.ts';
import { announces, keptOfTail } from './tail.ts';

export interface Layout {
  /** Absent where the page has no line that could be one. */
  readonly title?: string | undefined;
  /** Paragraphs parted by an empty line, lists and verses by a line break; the subtitle comes first. */
  readonly text: string;
  readonly publishedAt?: number | undefined;
  readonly outlet?: string | undefined;
  readonly author?: string | undefined;
}

/** What was decided about a page, as the steps that cut it need it. */
interface Findings extends Pick<Page, 'lines'> {
  readonly bodyStart: number;
  readonly titleIndex: number | undefined;
  readonly title: string | undefined;
  /** The body's vocabulary. */
  readonly words: ReadonlySet<string>;
}

/** @param known the title, where the entry has one of its own */
export function readLayout(text: string, context: DateContext, known?: string): Layout {
  const { lines: all, dates } = readPage(text, known);
  const lines = beforeTheReaders(all);
  const bodyStart = startOfBody(lines);
  const words = vocabularyOf(
    lines
      .slice(bodyStart)
      .flatMap((line) => (isParagraph(line) ? line.text : []))
      .join('\n'),
  );
  const title = chooseTitle(lines.slice(0, titleZone(lines, bodyStart)), words, known);
  const findings: Findings = {
    lines,
    bodyStart,
    words,
    titleIndex: title?.index,
    title: title?.text ?? known,
  };
  const kept = hasProse(findings) ? [...keptOfHead(findings), ...keptOfBody(findings)] : [];
  const near = title?.index ?? 0;
  return {
    title: title?.text,
    text: joinLines(kept.length > 0 ? kept : whateverSays(findings)),
    publishedAt: publishedAt(dates, near, context),
    // Of all lines: the copyright mark stands behind the readers' comments.
    ...readMasthead(all, dates, near, bodyStart),
  };
}

function keptOfHead({ lines, bodyStart, titleIndex, title, words }: Findings): readonly PageLine[] {
  const listed = listedText(lines);
  return lines.slice(0, bodyStart).filter((line, index) => {
    if (line.role !== 'text' || index === titleIndex || sameTitle(line.text, title)) return false;
    if (isParagraph(line)) return true;
    if (titleIndex !== undefined && index < titleIndex) return false;
    if (isOutletLine(lines, index)) return false;
    if (listed.has(line) || (announces(line) && listed.has(lines[index + 1] ?? line))) return true;
    return line.shape === 'sentence' || isSubtitle(line.text, words);
  });
}

/** Speaks of what the body speaks of, and is more than a label. */
function isSubtitle(text: string, words: ReadonlySet<string>): boolean {
  return wordsOf(text, 5).length >= 5 && [...vocabularyOf(text)].some((word) => words.has(word));
}

function keptOfBody({ lines, bodyStart, titleIndex, title, words }: Findings): readonly PageLine[] {
  const tailStart = Math.max(bodyStart, endOfBody(lines) + 1);
  const body = lines
    .slice(bodyStart, tailStart)
    .filter((line, index) => !isInterruption(line.text) && !(index === 0 && sameTitle(line.text, title)));
  const kept = [...body, ...keptOfTail(lines, tailStart, words)];
  return titleIndex === undefined ? kept : kept.filter((line) => line !== lines[titleIndex]);
}

/** Anything but lists, whose entries are sentences in menus of headlines too. */
function hasProse({ lines, titleIndex }: Findings): boolean {
  return lines.some((line, index) => isProse(line) && !line.item && index !== titleIndex);
}

/** Where nothing looks like the body of an article: all that may be one. What is lost here never rings. */
function whateverSays({ lines, titleIndex, title }: Findings): readonly PageLine[] {
  const menus = menuEntries(lines);
  return lines.filter(
    (line, index) =>
      line.role === 'text' &&
      index !== titleIndex &&
      !sameTitle(line.text, title) &&
      !menus.has(line) &&
      !isOutletLine(lines, index),
  );
}
