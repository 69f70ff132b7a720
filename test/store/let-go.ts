import { pruneSteps } from '../../src/store/port/retention.ts';
import type { Store } from '../../src/store/store.ts';

const dayMs = 24 * 3_600_000;

/** A whole pass at once. */
export async function letGo(
  { retention }: Pick<Store, 'retention'>,
  now: number,
  days: number,
): Promise<void> {
  const limits = { asOf: now, before: now - days * dayMs, unseenMs: 90 * dayMs };
  for (const step of pruneSteps) {
    let part = await retention.prune(step, limits, undefined);
    while (part.next !== undefined) part = await retention.prune(step, limits, part.next);
  }
}
