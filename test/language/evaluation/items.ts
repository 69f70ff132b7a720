import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** An invented article as feeds carry it, and what it is about: the names of the lexicon's entries (`keywords.ts`). */
const item = z.strictObject({
  language: z.string().length(2),
  title: z.string(),
  text: z.string(),
  /** Whoever asked for one of these must get it; whoever asked for anything else must not. */
  rings: z.array(z.string()),
  /** Readers would differ: not counted. */
  open: z.array(z.string()),
});

export type Item = z.infer<typeof item>;

export type Part = `${'' | 'newsroom-' | 'names-'}${'tuned' | 'kept'}`;

/**
 * `tuned` was looked at while the lexicon grew; of `kept` only the sums were: adjust nothing to it. `newsroom-…` were
 * written by people who never saw the lexicon, in the natural wording of their language, and labelled with
 * `newsroomKeywords`. `names-…` are labelled with companies, products and people only, but with all of those the lexicon has.
 */
export function items(part: Part): readonly Item[] {
  const lines = readFileSync(new URL(`${part}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => item.parse(JSON.parse(line)));
}
