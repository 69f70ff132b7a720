/**
 * What comes from outside, as Discord shows it letter by letter: no formatting, no link, no mention, no emoji of others.
 * The client of Discord reads a backslash before a punctuation mark as that mark and nothing more.
 *
 * Not discord.js's `escapeMarkdown`: its time grows with the square of the text, and masked links, headings and
 * timestamps stay alive.
 */
import { oneLine } from '../one-line.ts';

/**
 * One line of text, cut and then escaped (an escape cut in two would open what it closed).
 * Takes time with `most`, not with the length of the text.
 * @param most characters (UTF-16 units) before escaping, the "…" for what is left out among them
 */
export function escaped(text: string, most: number): string {
  return escapeMarkdown(oneLine(text, most));
}

/** Escapes one line, whole: cut it first. */
export function escapeMarkdown(line: string): string {
  return line.replace(callsAll, '＠').replace(special, String.raw`\$&`);
}

/**
 * `[label](url)` that nothing in the label can break out of.
 * @param label escaped Markdown in one line
 * @param url as `safeUrl` gives it
 */
export function maskedLink(label: string, url: string): string {
  // Discord pairs the brackets of a label whether they are escaped or not: one that has no other breaks the link.
  const paired = hasPairs(label) ? label : label.replace(/\\\[/g, '(').replace(/\\\]/g, ')');
  return `[${paired}](${url.replace(callsAll, '%40')})`;
}

function hasPairs(label: string): boolean {
  let open = 0;
  for (const [bracket] of label.matchAll(/[[\]]/g)) {
    open += bracket === '[' ? 1 : -1;
    if (open < 0) return false;
  }
  return open === 0;
}

/** Before a word, at the end of it, or alone: it would be read as Markdown by some client of Discord. */
const special = new RegExp(
  [
    /[\\*_~|`[\]<>@#]/, // formatting, code, spoilers, links, quotes, headings, mentions, timestamps, emoji
    /:(?=\S)/, // "https:", ":emoji:"
    /(?<=\])\(/, // the second half of a link
    /\.(?=\p{L})|(?<=[wW]{3})\./u, // "discord.gg", "www.1.example"
    /^[-+]/, // the first item of a list, small print
    /(?<=^\d{1,20})[.)](?=\s|$)/, // "1." the first of a numbered list
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/** Wherever it stands Discord looks for these without reading Markdown; in full width they call nobody. */
const callsAll = /@(?=(?:everyone|here))/giu;
