import { fullJitterMs } from './backoff.ts';
import type { World } from './world.ts';

/**
 * Rows whose step threw, and when each is tried again: one bad row must not hold up those behind it. Kept in memory
 * alone, for the row is still due in the database; after a restart it is simply tried again.
 */
export interface SetAside<Id> {
  /** False while the row waits for its next try. */
  readonly isReady: (id: Id) => boolean;
  /**
   * Runs a row's step; if it throws, `onFault` is told and the row is set aside, longer each time (1 s to 10 min).
   * Throws what is no fault of the row.
   */
  readonly attempt: (id: Id, step: () => Promise<void>) => Promise<void>;
  /** Its step was done, with those of others. */
  readonly done: (id: Id) => void;
  /** How many rows wait: so many more must be read to find others. */
  readonly size: () => number;
  /** These are all that are due: whatever else was set aside has been done elsewhere, or is wanted no more. */
  readonly forgetOthers: (due: Iterable<Id>) => void;
  /**
   * When the next of them may be tried again. Those whose time has come are no reason to look again: they were there to
   * be tried, and are at work or wait for the next look.
   */
  readonly nextAt: () => number | undefined;
}

/**
 * @param isOfRow where order matters: a row that is set aside is overtaken by those behind it, which a full disk must
 *   not bring about.
 */
export function createSetAside<Id>(
  world: Pick<World, 'now' | 'elapsedMs' | 'random'>,
  onFault: (id: Id, fault: unknown, retryInMs: number) => void,
  isOfRow: (fault: unknown) => boolean = () => true,
): SetAside<Id> {
  /** `retryAt` as the world's `elapsedMs`. */
  const waiting = new Map<Id, { readonly failed: number; readonly retryAt: number }>();

  return {
    isReady: (id) => (waiting.get(id)?.retryAt ?? 0) <= world.elapsedMs(),
    async attempt(id, step) {
      try {
        await step();
        waiting.delete(id);
      } catch (fault) {
        if (!isOfRow(fault)) throw fault;
        const failed = waiting.get(id)?.failed ?? 0;
        const retryInMs = 1000 + fullJitterMs(failed, world.random, { capMs: 10 * 60_000 });
        waiting.set(id, { failed: failed + 1, retryAt: world.elapsedMs() + retryInMs });
        onFault(id, fault, retryInMs);
      }
    },
    done: (id) => void waiting.delete(id),
    size: () => waiting.size,
    forgetOthers(due) {
      const known = new Set(due);
      for (const id of waiting.keys()) if (!known.has(id)) waiting.delete(id);
    },
    nextAt() {
      const waits = [...waiting.values()]
        .map(({ retryAt }) => retryAt - world.elapsedMs())
        .filter((ms) => ms > 0);
      return waits.length === 0 ? undefined : world.now() + Math.min(...waits);
    },
  };
}
