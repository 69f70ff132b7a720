/** What comes from outside as one line of text that hides nothing: the same for every platform. */

/**
 * The text without what cannot be seen or turns the order of letters around, in one line of at most `most` characters.
 * Takes time with `most`, not with the length of the text.
 * @param most UTF-16 units, the "…" for what is left out among them
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

/** Words that run the other way keep to themselves: FIRST STRONG ISOLATE … POP DIRECTIONAL ISOLATE. */
export function isolated(words: string): string {
  return rightToLeft.test(words) ? `\u2068${words}\u2069` : words;
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

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
