/**
 * A text that every database and JSON reader takes as it is: half a surrogate pair (what is left of an emoji that was
 * cut in two) becomes U+FFFD, NUL, which PostgreSQL refuses, goes.
 */
export function wellFormed(text: string): string {
  return text.toWellFormed().replaceAll('\0', '');
}
