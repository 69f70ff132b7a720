/** Whether a list is text or a menu: told from all of its entries, for one entry tells little. */
import type { PageLine } from './page.ts';
import { wordsOf } from './shape.ts';

/** An entry of so many words says something. */
const tellingWords = 4;

/** Entries of lists that say something: one of them is a sentence, has a number or some words. */
export function listedText(page: readonly PageLine[]): ReadonlySet<PageLine> {
  return new Set(
    listsOf(page)
      .filter((list) => !isMenu(list) && list.some(tells))
      .flat(),
  );
}

/** Entries of lists of which half are known from menus and share lines. */
export function menuEntries(page: readonly PageLine[]): ReadonlySet<PageLine> {
  return new Set(listsOf(page).filter(isMenu).flat());
}

/** Entries that follow each other; there may be empty lines between them. */
function listsOf(page: readonly PageLine[]): ReadonlyArray<readonly PageLine[]> {
  const lists: PageLine[][] = [];
  for (const [index, line] of page.entries()) {
    if (!line.item) continue;
    if (page[index - 1]?.item === true) lists.at(-1)?.push(line);
    else lists.push([line]);
  }
  return lists;
}

function isMenu(list: readonly PageLine[]): boolean {
  return list.filter(({ role }) => role === 'furniture' || role === 'end').length * 2 >= list.length;
}

function tells({ role, shape, text }: PageLine): boolean {
  const words = text.replace(/^\S+\s+/, '');
  return (
    role === 'text' &&
    (shape !== 'fragment' || wordsOf(words, tellingWords).length >= tellingWords || /\p{N}/u.test(words))
  );
}
