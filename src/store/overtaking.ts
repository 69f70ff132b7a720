/** The channel's other messages, where one finds the channel closed. See `Deliveries.messageBehind` and `isOvertaken`. */
import type { Kysely } from 'kysely';
import type { Message } from '../domain.ts';
import { messageOf } from './message-row.ts';
import { turns, type Tables } from './schema.ts';

export async function messageBehind(
  db: Kysely<Tables>,
  messageId: string,
  now: number,
): Promise<Message | undefined> {
  const ahead = await placeOf(db, messageId);
  const row = await db
    .selectFrom('message')
    .selectAll()
    .where('channel_id', '=', ahead.channel_id)
    .where('turn', '=', turns.pending)
    .where('seq', '>', ahead.seq)
    .where('next_try_at', '<=', now)
    .orderBy('next_try_at')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  return row && messageOf(row);
}

export async function isOvertaken(db: Kysely<Tables>, messageId: string): Promise<boolean> {
  const { seq, channel_id, external_id, next_try_at } = await placeOf(db, messageId);
  const other = await db
    .selectFrom('message')
    .select('seq')
    .where('channel_id', '=', channel_id)
    // The line keeps its order, so that what was shown behind this one was let past; edits go past it anyway.
    .where('seq', external_id === null ? '>' : '<>', seq)
    .where('sent_at', '>=', next_try_at)
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

function placeOf(db: Kysely<Tables>, id: string) {
  return db
    .selectFrom('message')
    .select(['seq', 'channel_id', 'external_id', 'next_try_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}
