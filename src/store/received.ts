import type { Received } from './store.ts';
import type { Database } from './traits.ts';

/** A platform repeats an event for some hours at most. */
const keptMs = 3 * 24 * 60 * 60_000;

export function received({ db }: Database): Received {
  return {
    async take(platform, eventId, now) {
      const row = await db
        .insertInto('received')
        .values({ platform, event_id: eventId, at: now })
        .onConflict((conflict) => conflict.columns(['platform', 'event_id']).doNothing())
        .returning('event_id')
        .executeTakeFirst();
      if (row !== undefined)
        await db
          .deleteFrom('received')
          .where('at', '<', now - keptMs)
          .execute();
      return row !== undefined;
    },
  };
}
