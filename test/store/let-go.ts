import { type Kept, pruneSteps } from '../../src/store/port/retention.ts';
import type { Store } from '../../src/store/store.ts';

const dayMs = 24 * 3_600_000;

/**
 * A whole pass at once.
 * @param days for which texts are kept; what an article is recognised by is for 90, from when it was last shown
 * @returns how many of each went
 */
export async function letGo(
  { retention }: Pick<Store, 'retention'>,
  now: number,
  days = 90,
): Promise<Partial<Record<Kept, number>>> {
  const limits = { asOf: now, before: now - days * dayMs, unseenMs: 90 * dayMs };
  const gone: Partial<Record<Kept, number>> = {};
  for (const step of pruneSteps) {
    let after;
    do {
      const part = await retention.prune(step, limits, after);
      for (const [kept, count] of Object.entries(part.gone) as Array<[Kept, number]>)
        gone[kept] = (gone[kept] ?? 0) + count;
      after = part.next;
    } while (after !== undefined);
  }
  return gone;
}
