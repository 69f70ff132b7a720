import { readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * Invented articles as feeds and pages carry them. An id names its subject (two digits), its event (a letter) and its
 * outlet: "02a1" and "02a3" tell one event; "02b1" is its hard negative (same company, a follow-up, or only alike).
 */
const report = z.strictObject({
  id: z.string().regex(/^\d\d[a-z]\d$/),
  lang: z.string().length(2),
  /** As feeds give it: a moment, a day, or nothing. */
  date: z.union([z.iso.datetime(), z.iso.date()]).optional(),
  /** The event of which this one is a later development: a story of its own, in the thread of that one. */
  follows: z
    .string()
    .regex(/^\d\d[a-z]$/)
    .optional(),
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

export function eventOf({ id }: Pick<Report, 'id'>): string {
  return id.slice(0, 3);
}

export function subjectOf({ id }: Pick<Report, 'id'>): string {
  return id.slice(0, 2);
}

/** Without a date an article is as old as the others it came with. */
export function publishedAt({ date }: Report): number {
  return Date.parse(date ?? '2026-12-05T12:00:00Z');
}
