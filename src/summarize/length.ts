/** Length as a reader counts it: Unicode code points, so that "𝕏" and "é" are one. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/**
 * The beginning of a sentence with "…" behind it, at most `maxLength` code points: to the end of a clause if that keeps
 * half of the room, else to the end of a word; inside one only in scripts without spaces.
 */
export function cutToLength(sentence: string, maxLength: number): string {
  const points = Array.from(sentence);
  if (points.length <= maxLength) return sentence;
  if (maxLength < 2) return '';
  const head = points.slice(0, maxLength - 1).join('');
  const clause = Math.max(
    ...[...head.matchAll(/[,;:–—、，；](?=\s|[^\x20-\x7e])/g)].map((found) => found.index),
    -1,
  );
  if (clause >= head.length / 2) return `${head.slice(0, clause).trimEnd()}…`;
  const nextIsWord = /[\p{L}\p{N}]/u.test(points[maxLength - 1] ?? '');
  const space = head.lastIndexOf(' ');
  const whole = nextIsWord && space > head.length / 2 ? head.slice(0, space) : head;
  return `${whole.replace(/[\s,;:–—-]+$/u, '')}…`;
}
