/** Who published a page and who wrote it: the names around its title and date, and under its copyright mark. */
import { fold } from '../language/fold.ts';
import { isName, readByline } from './byline.ts';
import type { DateLine } from './date-line.ts';
import { desks, sourceLabels } from './furniture-words.ts';
import type { PageLine } from './page.ts';
import { wordsOf } from './shape.ts';

export interface Masthead {
  readonly outlet?: string | undefined;
  readonly author?: string | undefined;
}

/**
 * @param head where the body begins
 * @param title the title's line
 */
export function readMasthead(
  page: readonly PageLine[],
  dates: readonly DateLine[],
  title: number,
  head: number,
): Masthead {
  const near = dates.toSorted((a, b) => Math.abs(a.index - title) - Math.abs(b.index - title));
  const bylines = page.flatMap((line) => (line.role === 'byline' ? (readByline(line.text) ?? []) : []));
  const unsure = bylines
    .slice(0, 3)
    .find(({ outlet }) => outlet !== undefined && isRepeated(outlet, page))?.outlet;
  const beside = page.slice(0, head).filter((_, index) => index !== title && isBesideDate(page, index));
  return {
    outlet:
      near.find((date) => date.outlet !== undefined)?.outlet ??
      bylines.find(({ outletIsSure }) => outletIsSure)?.outlet ??
      beside.flatMap((line) => labelled(line.text) ?? [])[0] ??
      beside.flatMap((line) => outletName(line) ?? [])[0] ??
      unsure ??
      page.flatMap((line) => rightsHolder(line.text) ?? [])[0],
    author: bylines[0]?.author ?? near.find((date) => date.author !== undefined)?.author,
  };
}

/** A name alone on a line beside the date; it is no part of the text. */
export function isOutletLine(page: readonly PageLine[], index: number): boolean {
  const line = page[index];
  return line !== undefined && isBesideDate(page, index) && outletName(line) !== undefined;
}

/** Date, outlet and author stand together: in one block, at most two lines apart. */
function isBesideDate(page: readonly PageLine[], index: number): boolean {
  const around = page.slice(Math.max(0, index - 2), index + 3);
  return around.some((line) => line.role === 'date' && line.block === page[index]?.block);
}

/** "The Example", "«Пример сегодня»", "Example & Sons, with agencies", "Example desk" */
function outletName(line: PageLine): string | undefined {
  if (line.role !== 'text' || line.item || line.shape !== 'fragment') return undefined;
  const quoted = /^[«“"„]([^«»“”"„]+)[»”"“]$/u.exec(line.text)?.[1];
  const [name = ''] = line.text.split(/\s*[,，(（]\s*/, 1);
  const plain = withoutDesk(quoted ?? name.replace(withAgencies, ''));
  if (wordsOf(plain, 6).length > 5) return undefined;
  return quoted !== undefined || isName(plain) ? plain : undefined;
}

/** "Example avec agences", "Example mit Agenturen" */
const withAgencies =
  /\s+(?:with|avec|mit|con|com|met|med|ve)\s+(?:news\s+)?(?:agenc|agent|agenz|agên|ajans|byrå)\p{L}*$/iu;

function withoutDesk(name: string): string {
  const words = name.split(/\s+/);
  return words.length > 1 && desks.has(fold(words.at(-1) ?? '')) ? words.slice(0, -1).join(' ') : name;
}

/** "Source: Example News", "来源：例新闻" */
function labelled(text: string): string | undefined {
  const label = /^[^:：]{1,12}[:：]/u.exec(text)?.[0];
  if (label === undefined || !sourceLabels.includes(fold(label).replace(/\s+/g, ' '))) return undefined;
  const name = text.slice(label.length).trim();
  return name !== '' && wordsOf(name, 9).length <= 8 ? name : undefined;
}

/** "© 2026 Example Media – All rights reserved" */
function rightsHolder(text: string): string | undefined {
  const holder =
    /^(?:©|ⓒ|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s?[-–]\s?\d{4})?,?\s*)?(?:by\s+)?([^\d.|·•–—©,]{3,40})/iu.exec(
      text,
    )?.[1];
  return holder !== undefined && isName(holder.trim()) ? holder.trim() : undefined;
}

/** Stands somewhere else around the text too: "The Example morning briefing". */
function isRepeated(name: string, page: readonly PageLine[]): boolean {
  const folded = fold(name);
  return page.filter((line) => line.shape !== 'paragraph' && fold(line.text).includes(folded)).length > 1;
}
