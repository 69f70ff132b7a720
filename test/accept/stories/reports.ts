import { readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * Invented articles as feeds carry them. An id names its subject (two digits), its event (a letter) and its outlet:
 * "02a1" and "02a3" tell one event; "02b1" is its hard negative (same company, a follow-up, or only alike).
 */
const report = z.strictObject({
  id: z.string().regex(/^\d\d[a-z]\d$/),
  lang: z.string().length(2),
  date: z.iso.datetime(),
  title: z.string(),
  text: z.string(),
});

export type Report = z.infer<typeof report>;

/** `tuned` was looked at while the weights were chosen, `kept` was not: adjust nothing to it. */
export function reports(part: 'tuned' | 'kept'): readonly Report[] {
  const lines = readFileSync(new URL(`${part}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => report.parse(JSON.parse(line)));
}

export function eventOf({ id }: Report): string {
  return id.slice(0, 3);
}

export function subjectOf({ id }: Report): string {
  return id.slice(0, 2);
}
