/** A raw text as lines of known shape: one line is one paragraph, heading, menu entry, … */
import { endsSentence, sentenceEndsWithin, visualLength } from './shape.ts';

export interface Line {
  /** As it stands in the text, ends trimmed. Lines broken by a mail program or terminal are joined by a space. */
  readonly text: string;
  /** Lines with no empty line between them share a block. */
  readonly block: number;
  readonly shape: 'paragraph' | 'sentence' | 'fragment';
  /** An entry of a list: "- one", "• one", "1. one", "(a) one". Its mark is no part of its shape. */
  readonly item: boolean;
}

/** @param text control characters are already out */
export function linesOf(text: string): readonly Line[] {
  const blocks: string[][] = [[]];
  for (const raw of text.split(/\r\n?|[\n\u2028\u2029]/)) {
    const line = raw.trim();
    const block = blocks.at(-1);
    if (line !== '') block?.push(line);
    else if (block?.length !== 0) blocks.push([]);
  }
  return blocks.flatMap((block, index) =>
    unwrapped(block).map((line) => {
      const mark = markOf(line);
      return { text: line, block: index, shape: shapeOf(line.slice(mark.length)), item: mark !== '' };
    }),
  );
}

/** In visual units; agency paragraphs begin here, slogans and teasers end before it. */
const paragraphLength = 110;
/** Longer than any heading, whatever it ends with. */
const headingLength = 280;

/**
 * `paragraph`: surely prose. `sentence`: probably; also what is too long or too full of full stops for a label.
 * `fragment`: heading, label, caption, name.
 */
function shapeOf(line: string): Line['shape'] {
  const length = visualLength(line);
  if (length >= headingLength) return 'paragraph';
  const inner = sentenceEndsWithin(line) > 0;
  if (!endsSentence(line)) return inner || length >= paragraphLength ? 'sentence' : 'fragment';
  // Two sentences are prose at half the length.
  return length >= (inner ? paragraphLength / 2 : paragraphLength) ? 'paragraph' : 'sentence';
}

/** What makes a line an entry of a list, with the space behind it; '' for any other line. */
function markOf(line: string): string {
  return /^(?:[-–—*•‣▪●◦·]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+)(?=\S)/.exec(line)?.[0] ?? '';
}

/** The least length at which a mail program breaks a line. */
const wrapLength = 45;
const longestWrap = 120;

/**
 * Puts lines together that are one paragraph broken at a fixed width: each is long enough, ends in mid-sentence, and
 * the next goes on in lower case. A block that mostly does so is wrapped as a whole; capitals may begin a line by chance.
 */
function unwrapped(block: readonly string[]): readonly string[] {
  const goesOn = block.map((line, at) => at > 0 && continues(block[at - 1] ?? '', line));
  const wrapped = block.length > 2 && goesOn.filter(Boolean).length >= (block.length - 1) / 2;
  const paragraphs: string[][] = [];
  block.forEach((line, at) => {
    const before = block[at - 1] ?? '';
    const joins =
      goesOn[at] === true || (wrapped && isWrapWide(before) && !endsSentence(before) && markOf(line) === '');
    if (at > 0 && joins) paragraphs.at(-1)?.push(line);
    else paragraphs.push([line]);
  });
  return paragraphs.map((lines) => lines.join(' '));
}

function continues(before: string, line: string): boolean {
  return (
    isWrapWide(before) &&
    line.length <= longestWrap &&
    !endsSentence(before) &&
    !/[:：]$/.test(before) &&
    /^[\p{Ll}]/u.test(line)
  );
}

function isWrapWide(line: string): boolean {
  return line.length >= wrapLength && line.length <= longestWrap;
}
