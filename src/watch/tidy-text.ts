/**
 * Line ends as "\n", no white space at line ends, at most one empty line between paragraphs. Characters that cannot be seen
 * and only part words (soft hyphen, zero-width space, stray byte order marks) and control characters are taken out.
 */
export function tidyText(text: string): string {
  return (
    text
      .replaceAll(/\r\n?|\u2028/g, '\n')
      .replaceAll('\u2029', '\n\n')
      // oxlint-disable-next-line no-control-regex -- control characters are what it takes out
      .replaceAll(/[\0-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff]/g, '')
      .replaceAll(/[\f\u0085]/g, '\n')
      .replaceAll(/[\t\u00a0]/g, ' ')
      // Not by / +$/m, which takes a time that grows with the square of a run of spaces.
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim()
  );
}
