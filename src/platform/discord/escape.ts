/**
 * What comes from outside, as Discord shows it letter by letter: no formatting, no link, no mention, no emoji of others.
 * The client of Discord reads a backslash before a punctuation mark as that mark and nothing more.
 *
 * Not discord.js's `escapeMarkdown`: its time grows with the square of the text, and masked links, headings and
 * timestamps stay alive.
 */

/**
 * One line of text, cut and then escaped (an escape cut in two would open what it closed).
 * Takes time with `most`, not with the length of the text.
 * @param most characters (UTF-16 units) before escaping, the "…" for what is left out among them
 */
export function escaped(text: string, most: number): string {
  return escapeMarkdown(oneLine(text, most));
}

/**
 * The text without what cannot be seen or turns the order of letters around, in one line of at most `most` characters.
 * For places without Markdown: labels, names of threads.
 */
export function oneLine(text: string, most: number): string {
  // Much of what is cut away here may be invisible; more than four times as much is nobody's honest text.
  const visible = text
    .slice(0, most * 4)
    .toWellFormed()
    .replace(invisible, '')
    .replace(strayJoiner, '')
    .replace(pileOfMarks, '$1')
    .replace(gap, ' ')
    .trim();
  return cut(visible, most);
}

/** At the end of a word where that is near, and never within what people see as one character. */
function cut(line: string, most: number): string {
  if (line.length <= most) return line;
  const whole = segmenter.segment(line.slice(0, most + 16)).containing(most - 1)?.index ?? 0;
  const space = line.lastIndexOf(' ', whole);
  return `${line.slice(0, space > whole - longWord ? space : whole).trimEnd()}…`;
}

/** A word that is longer than this may be cut. */
const longWord = 24;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

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
  return `[${paired}](${url})`;
}

function hasPairs(label: string): boolean {
  let open = 0;
  for (const [bracket] of label.matchAll(/[[\]]/g)) {
    open += bracket === '[' ? 1 : -1;
    if (open < 0) return false;
  }
  return open === 0;
}

/**
 * The URL as it may stand in a masked link, a button or a picture, or undefined: only http(s), and none that carries a
 * name or password ("https://paypal.com@evil.example"), which is there to deceive or is a secret.
 * @param most characters of the result
 */
export function safeUrl(url: string | undefined, most: number): string | undefined {
  // No use in reading what would be too long: percent-encoding only makes it longer.
  if (url === undefined || url.length > most) return undefined;
  const read = URL.parse(url);
  if (read === null || !/^https?:$/.test(read.protocol) || read.username !== '' || read.password !== '')
    return undefined;
  const encoded = read.href.replace(endsLink, percentEncoded);
  return encoded.length > most ? undefined : encoded;
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/**
 * As the label of a link to `url` it would deceive: it is, or has in it, an address that leads elsewhere.
 * @param label as people read it, at most some hundred characters
 */
export function deceives(label: string, url: string): boolean {
  const plain = label.normalize('NFKC').trim();
  if (isDomain.test(plain)) {
    const host = `.${new URL(url).hostname}`;
    return !host.endsWith(`.${plain.toLowerCase().replace(/^www\./, '')}`);
  }
  return hasAddress.test(plain);
}

const hasAddress = /[a-z][\w+.-]*\s?:\s?[/\\⁄∕⧸]{2}|\bwww\s?\.|[\p{L}\p{N}-]\.\p{L}{2,}[/\\⁄∕⧸]/iu;
const isDomain = /^(?:[\p{L}\p{N}-]{1,63}\.){1,9}\p{L}{2,}$/u;

/** Before a word, at the end of it, or alone: it would be read as Markdown by some client of Discord. */
const special = new RegExp(
  [
    /[\\*_~|`[\]<>@#]/, // formatting, code, spoilers, links, quotes, headings, mentions, timestamps, emoji
    /:(?!\s)/, // "https:", ":emoji:"
    /(?<=\])\(/, // the second half of a link
    /\.(?=\p{L})|(?<=[wW]{3})\./u, // "discord.gg", "www.1.example"
    /^[-+]/, // the first item of a list, small print
    /(?<=^\d{1,20})[.)]/, // "1." the first of a numbered list
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/** Wherever it stands Discord looks for these without reading Markdown; in full width they call nobody. */
const callsAll = /@(?=(?:everyone|here))/giu;

/**
 * Controls, zero-width characters, marks and overrides of direction, fillers that look like nothing, tags. Not what
 * emoji and letters are joined or varied by, and not white space: `gap` makes one line of that.
 */
const invisible = /\uFEFF|(?!\u200C|\u200D|\uFE0E|\uFE0F|\s)[\p{Cc}\p{Cf}\p{DI}\u2800]/gu;
/** Joiners belong between letters of some scripts and within emoji; behind ASCII, or one after the other, they hide. */
const strayJoiner = /(?<=^|[\p{ASCII}\u200C\u200D])[\u200C\u200D]+/gu;
/** No script needs more marks on one letter; text that is written over its neighbours does. */
const pileOfMarks = /(\p{M}{5})\p{M}+/gu;
const gap = /\s{2,}|[\t\n\v\f\r\u2028\u2029]/gu;
const endsLink = /[()<>[\]\\*|`'"\s]/g;
