/**
 * A text as it may go to a terminal: one line, without the characters that would move the cursor, change colours or
 * turn the direction of what follows. Articles are written by others.
 */
export function plainLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim();
}
