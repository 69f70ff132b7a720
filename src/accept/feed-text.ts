/** A feed's text is the publisher's own and stays, but for what blog software hangs behind it. */
import { fold } from '../language/fold.ts';
import { endOfBody, startOfBody } from './body.ts';
import { isCall, isInterruption } from './furniture.ts';
import { sameTitle, vocabularyOf } from './headline.ts';
import { isParagraph, joinLines, readPage } from './page.ts';
import type { PageLine } from './page.ts';
import { collapseSpace } from './plain-text.ts';
import { keptOfTail } from './tail.ts';

/**
 * WordPress ends every entry with this sentence, in the site's language (its "The post %1$s appeared first on %2$s.").
 * The words before the title and between title and site; an empty first part means the title comes first.
 */
const colophons: ReadonlyArray<readonly [start: string, middle: string]> = [
  ['The post ', 'appeared first on '],
  ['L’article ', 'est apparu en premier sur '],
  ['Cet article ', 'est apparu en premier sur '],
  ['Der Beitrag ', 'erschien zuerst auf '],
  ['La entrada ', 'se publicó primero en '],
  ['La entrada ', 'aparece primero en '],
  ['O post ', 'apareceu primeiro em '],
  ["L'articolo ", 'proviene da '],
  ['L’articolo ', 'sembra essere il primo su '],
  ['Het bericht ', 'verscheen eerst op '],
  ['Inlägget ', 'dök först upp på '],
  ['Artykuł ', 'pochodzi z serwisu '],
  ['', 'ilk önce '],
  ['Сообщение ', 'появились сначала на '],
  ['Запись ', 'впервые появилась '],
  ['ظهرت المقالة ', 'أولاً على '],
  ['पोस्ट ', 'पहली बार '],
  ['Artikel ', 'pertama kali tampil pada '],
  ['投稿 ', 'に最初に表示されました'],
  ['', 'に最初に表示されました'],
  ['', '처음 등장했습니다'],
  ['', '最先出现在'],
  ['', '首先出現於'],
];
/** A title and a site's name are no longer. */
const longestColophon = 600;

/** @param title already clean; a text that only repeats it is none */
export function feedText(text: string, title: string): string {
  const kept = keptOfFeed(readPage(text, title).lines, title);
  while (kept.length > 0) {
    const last = kept.pop();
    const shorter = withoutCall(withoutColophon(last?.text ?? ''));
    if (last !== undefined && shorter !== '') kept.push({ ...last, text: shorter });
    if (last === undefined || shorter === last.text) break;
  }
  const [only] = kept;
  return kept.length === 1 && only !== undefined && sameTitle(only.text, title) ? '' : joinLines(kept);
}

/** Title, date and byline are sometimes repeated above the text, menus and share links below it. */
function keptOfFeed(lines: readonly PageLine[], title: string): PageLine[] {
  const paragraphs = lines.some(isParagraph);
  const start = paragraphs ? startOfBody(lines) : lines.findIndex((line) => line.role === 'text');
  if (start === -1) return [];
  const end = paragraphs ? endOfBody(lines) : lines.findLastIndex((line) => line.role === 'text');
  const head = lines.slice(0, start).filter((line) => line.role === 'text');
  const body = lines.slice(start, end + 1).filter((line) => !isInterruption(line.text));
  const all = [...head, ...body, ...(paragraphs ? keptOfTail(lines, end + 1, wordsOfBody(body)) : [])];
  return all.filter((line, index) => index > head.length || !sameTitle(line.text, title));
}

function wordsOfBody(body: readonly PageLine[]): ReadonlySet<string> {
  return vocabularyOf(body.map((line) => line.text).join('\n'));
}

function withoutColophon(paragraph: string): string {
  const from = Math.max(0, paragraph.length - longestColophon);
  const tail = fold(paragraph.slice(from));
  for (const [start, middle] of colophons) {
    const between = tail.lastIndexOf(fold(middle));
    if (between === -1) continue;
    // Without words of its own at the start it is only known where it is a paragraph alone.
    if (start === '') return from === 0 && !/[.!?。]\s/u.test(paragraph) ? '' : paragraph;
    const at = tail.lastIndexOf(fold(start), between);
    const folded = fold(paragraph);
    // The cut is made where folding has kept every character in its place.
    if (at !== -1)
      return folded.length === paragraph.length
        ? paragraph.slice(0, from + at).trimEnd()
        : at === 0 && from === 0
          ? ''
          : paragraph;
  }
  return paragraph;
}

/** "… in the cloud. Read more", "… in the cloud […]" */
function withoutCall(paragraph: string): string {
  const plain = paragraph.replace(/\s?\[(?:…|\.{3})\]\s*$/u, '…');
  const end = Math.max(...['. ', '! ', '? ', '… ', '." ', '» ', '。'].map((mark) => lastEnd(plain, mark)));
  const call = end <= 0 ? '' : collapseSpace(plain.slice(end));
  return call !== '' && isCall(call) ? plain.slice(0, end).trimEnd() : plain;
}

function lastEnd(text: string, mark: string): number {
  const at = text.lastIndexOf(mark, text.length - mark.length - 1);
  return at === -1 ? -1 : at + mark.length;
}
