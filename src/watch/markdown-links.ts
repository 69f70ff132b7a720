/** Where a text in Markdown ends and the links below it begin: while they are still marked, they are easily told. */

/** A row of links, in characters; longer ones are not looked at. */
const longestRow = 2000;

/**
 * Takes out what stands below the text: paragraphs and lists of nothing but links, with the heading over them and the
 * rules between them; and, below a rule, asides in italics that lead elsewhere. A text of links alone stays.
 */
export function withoutLinksBelow(markdown: string): string {
  const blocks = markdown.split(/\n(?:[ \t]*\n)+/);
  const last = blocks.findLastIndex((block, index) => !isLinksBelow(block, blocks, index));
  if (blocks.slice(last + 1).every(isRule)) return markdown;
  const end = blocks.findLastIndex((block, index) => index <= last && !isHeading(block));
  // Links under one heading after the other are what this text is about.
  if (blocks[end] === undefined || isRowsOfLinks(blocks[end])) return markdown;
  return blocks.slice(0, end + 1).join('\n\n');
}

function isLinksBelow(block: string, blocks: readonly string[], index: number): boolean {
  const isBelowRule = blocks.slice(Math.max(0, index - 2), index).some(isRule);
  return isRule(block) || isRowsOfLinks(block) || (isBelowRule && isAside(block));
}

function isRule(line: string): boolean {
  return line.length < 100 && /^ {0,3}([-*_])(?: *\1){2,} *$/.test(line);
}

function isHeading(block: string): boolean {
  return block.length < 300 && /^#{1,6} [^\n]*$/.test(block);
}

/** "[Feed](/rss) · [Write to us](/contact)": nothing is said but by links. Where reference links lead is not said at all. */
function isRowsOfLinks(block: string): boolean {
  const rows = block.split('\n').filter((line) => !isRule(line));
  return (
    rows.length > 0 && rows.every((line) => isRowOfLinks(line) || /^ {0,3}\[[^\]\n]+\]:\s*\S/.test(line))
  );
}

function isRowOfLinks(line: string): boolean {
  if (line.length > longestRow) return false;
  const said = withoutLinks(line);
  return said !== line && !/[\p{L}\p{N}]/u.test(said);
}

/** "*The Quay lives from its readers. [Give](/give)*" */
function isAside(block: string): boolean {
  const aside = block.length > longestRow ? null : /^([*_])(?!\1)(.+)\1$/s.exec(block.trim());
  return aside?.[2] !== undefined && !aside[2].includes('\n\n') && withoutLinks(aside[2]) !== aside[2];
}

function withoutLinks(line: string): string {
  return line
    .replaceAll(/!\[[^\]]*\]\([^()]*\)/g, '')
    .replaceAll(/\[[^[\]]+\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])/g, '')
    .replaceAll(/<a\s[^<>]*>[^<>]*<\/a>/gi, '')
    .replaceAll(/<?\bhttps?:\/\/[^\s<>]+>?/g, '');
}
