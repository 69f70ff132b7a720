import type { Received } from './store.ts';
import { transact, type Database } from './traits.ts';

/** A platform repeats an event for some hours at most. */
const keptMs = 3 * 24 * 60 * 60_000;

export function received(database: Database): Received {
  return {
    take: (platform, eventId, now) =>
      // Noted alone, and something else of it failing, the event would never be acted upon.
      transact(database, async ({ trx }) => {
        const row = await trx
          .insertInto('received')
          .values({ platform, event_id: eventId, at: now })
          .onConflict((conflict) => conflict.columns(['platform', 'event_id']).doNothing())
          .returning('event_id')
          .executeTakeFirst();
        if (row === undefined) return false;
        await trx
          .deleteFrom('received')
          .where('at', '<', now - keptMs)
          .execute();
        return true;
      }),
  };
}
