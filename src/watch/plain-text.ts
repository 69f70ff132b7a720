/** Markup to plain text. Only for the parser's worker: it brings in a large library. */
import { compile } from 'html-to-text';
import { tidyText } from './tidy-text.ts';

/** Paragraphs are parted by an empty line; links keep their words, pictures and code of the page are dropped. */
export function textOfHtml(html: string): string {
  return tidyText(convert(html));
}

/**
 * A feed's title or description, of which nobody knows whether it is plain or markup: "AT&T", "AT&amp;T" and "<b>AT&amp;T</b>"
 * are all in use. Tags that markup of text knows are taken out; other things in angle brackets ("Vec<T>") stay.
 */
export function textOfMixed(mixed: string): string {
  if (!/[<&]/.test(mixed)) return tidyText(mixed);
  if (textTags.test(mixed)) return textOfHtml(mixed.replaceAll(otherTags, '&lt;'));
  // No markup: line breaks are the author's own.
  return tidyText(convertPlain(mixed.replaceAll('<', '&lt;')));
}

export function lineOfMixed(mixed: string): string {
  return textOfMixed(mixed).replaceAll(/\s+/g, ' ');
}

const names =
  'a|abbr|article|b|big|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|figure|figcaption|font|footer|h[1-6]|header|hr|i|iframe|img|ins|kbd|li|mark|ol|p|pre|q|rp|rt|ruby|s|samp|script|section|small|span|strike|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|wbr';
const textTags = new RegExp(`</?(?:${names})(?=[\\s/>])|<!--`, 'i');
const otherTags = new RegExp(`<(?!/?(?:${names})(?=[\\s/>])|!--|!\\[CDATA\\[)`, 'gi');

const skipped = [
  'title',
  'img',
  'svg',
  'iframe',
  'noscript',
  'template',
  'object',
  'video',
  'audio',
  'form',
  'button',
  'select',
  'figcaption',
  'rp',
  'rt',
];
const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

const convert = compile({
  wordwrap: false,
  // Deeper trees than any author's end the recursion of the library, not ours (it overflows at 50,000).
  limits: { maxDepth: 500, ellipsis: '' },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    ...headings.map((selector) => ({ selector, options: { uppercase: false } })),
    ...skipped.map((selector) => ({ selector, format: 'skip' })),
    { selector: 'blockquote', format: 'block', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    { selector: 'hr', format: 'lineBreak' },
    { selector: 'table', format: 'block', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    ...['td', 'th'].map((selector) => ({ selector, format: 'inlineSurround', options: { suffix: ' ' } })),
  ],
});

/** Character references only. */
const convertPlain = compile({
  wordwrap: false,
  preserveNewlines: true,
  limits: { maxDepth: 500, ellipsis: '' },
});
