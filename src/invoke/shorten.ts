/** Cuts a text to at most `most` characters as a person counts them, the "…" for what is left out among them. */
export function shorten(text: string, most: number): string {
  let count = 0;
  let cut = 0;
  for (const { index } of segmenter.segment(text)) {
    count += 1;
    if (count === most) cut = index;
    if (count > most) return `${text.slice(0, cut).trimEnd()}…`;
  }
  return text;
}

/** How much of what a person typed is said back: enough to recognise it. */
export const echoLength = 80;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
