/** Text without what cannot be seen but does harm, and cut to a length without cutting a thought. */

/**
 * Control characters hide words from matching; bidi overrides show a reader other words than are there (Unicode
 * TR 36 §2.6); a lone surrogate is refused by databases and platforms.
 */
export function visibleText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\u00ad\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu, visible);
}

/** Tabs are space, and some writers end their lines with a vertical tab, form feed or NEL. */
function visible(character: string): string {
  if (character === '\n' || character === '\t') return character;
  return /[\v\f\u0085]/.test(character) ? '\n' : '';
}

export function collapseSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** At most `limit` characters, at the end of a paragraph if there is one, else of a line, else of a word. */
export function capText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = text.slice(0, limit);
  for (const end of ['\n\n', '\n']) {
    const at = head.lastIndexOf(end);
    if (at > 0) return head.slice(0, at).trimEnd();
  }
  return shorten(text, limit);
}

/** At most `limit` characters with the "…" that says something is missing; at a word boundary where there is one. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = text.slice(0, limit - 1);
  const space = head.search(/\s\S*$/u);
  // A text without spaces (Chinese, or one endless word) is cut where it must be, but not within a character.
  const kept = space > limit / 2 ? head.slice(0, space) : head.replace(/[\ud800-\udbff]$/, '');
  return `${kept.trimEnd()}…`;
}

/** The first sentence of a text, whole if it is not longer than `limit`. */
export function firstSentence(text: string, limit: number): string {
  const start = collapseSpace(
    text
      .trimStart()
      .split('\n', 1)[0]
      ?.slice(0, limit * 4) ?? '',
  );
  const [first] = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(start);
  return shorten((first?.segment ?? '').trim(), limit);
}
