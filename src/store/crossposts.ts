import type { Crossposts } from './store.ts';
import type { Database } from './traits.ts';

export function crossposts({ db }: Database): Crossposts {
  return {
    async add({ channelId, messageId }, now) {
      await db
        .insertInto('crosspost')
        .values({ message_id: messageId, channel_id: channelId, asked_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async waiting() {
      const rows = await db
        .selectFrom('crosspost')
        .select(['channel_id', 'message_id'])
        .orderBy('asked_at')
        // Discord's ids grow; the longer one is the later one.
        .orderBy((eb) => eb.fn('length', ['message_id']))
        .orderBy('message_id')
        .execute();
      return rows.map((row) => ({ channelId: row.channel_id, messageId: row.message_id }));
    },

    async remove(messageId) {
      await db.deleteFrom('crosspost').where('message_id', '=', messageId).execute();
    },
  };
}
