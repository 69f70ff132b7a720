import { readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * Invented articles as feeds and pages carry them. An id names its subject (two digits), its event (a letter) and its
 * outlet: "02a1" and "02a3" tell one event; "02b1" is its hard negative (same company, a follow-up, or only alike). The
 * newsroom's were written by people who did not know how stories are told apart; there a digit before the subject
 * names the writer, and reports of different writers are not compared. The corrected ones are pairs: one event of which the
 * second report gives another number, or two events that have one company, what happened and often the sum in common. So are
 * those of background: another event of the same day is told below the first paragraph, or in the title denied.
 */
const report = z.strictObject({
  id: z.string().regex(/^\d{2,3}[a-z]\d$/),
  lang: z.string().length(2),
  /** As feeds give it: a moment, a day, or nothing. */
  date: z.union([z.iso.datetime(), z.iso.date()]).optional(),
  /** The event of which this one is a later development: a story of its own, in the thread of that one. */
  follows: z
    .string()
    .regex(/^\d{2,3}[a-z]$/)
    .optional(),
  title: z.string(),
  text: z.string(),
});

export type Report = z.infer<typeof report>;

export const parts = [
  'tuned',
  'kept',
  'newsroom-tuned',
  'newsroom-kept',
  'corrected-tuned',
  'corrected-kept',
  'background-tuned',
  'background-kept',
] as const;

export type Part = (typeof parts)[number];

/** What is tuned was looked at while the weights were chosen, what is kept was not: adjust nothing to it. */
export function reports(part: Part): readonly Report[] {
  const lines = readFileSync(new URL(`${part}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => report.parse(JSON.parse(line)));
}

export function eventOf({ id }: Pick<Report, 'id'>): string {
  return id.slice(0, -1);
}

export function subjectOf({ id }: Pick<Report, 'id'>): string {
  return id.slice(0, -2);
}

/** Nobody knows whether two writers have made up the same event. */
export function writerOf({ id }: Pick<Report, 'id'>): string {
  return id.slice(0, -4);
}

/** Without a date an article is as old as the others it came with. */
export function publishedAt({ date }: Report): number {
  return Date.parse(date ?? '2026-12-05T12:00:00Z');
}
