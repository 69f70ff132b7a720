import type { Insertable, Kysely } from 'kysely';
import type { MessageState } from '../domain.ts';
import { insertMany } from './insert-many.ts';
import { cancelled, type MessageChanges } from './message-step.ts';
import { turns, type MessageRow, type Tables } from './schema.ts';
import { oneOf, type Work } from './traits.ts';

/** Writes a step of a message and, if its state or the reason for it changes, logs it. */
export async function stepMessage(
  work: Work,
  row: MessageRow,
  changes: MessageChanges,
  at: number,
): Promise<MessageRow> {
  const stepped = await work.trx
    .updateTable('message')
    .set(changes)
    .where('seq', '=', row.seq)
    .returningAll()
    .executeTakeFirstOrThrow();
  if (stepped.state !== row.state || stepped.reason !== row.reason) {
    await logTransition(work, row.id, row.state, stepped.state, at, stepped.reason);
  }
  return stepped;
}

/** None of the channel's edits is due before that. */
export async function delayEdits({ trx }: Work, channelId: number, until: number): Promise<void> {
  await trx
    .updateTable('message')
    .set({ next_try_at: until })
    .where('channel_id', '=', channelId)
    .where('turn', '=', turns.edit)
    .where('next_try_at', '<', until)
    .execute();
}

/** Cancels those of them that are pending: a channel that was paused for weeks has thousands. */
export async function cancelPending(
  { trx, traits }: Work,
  ids: readonly string[],
  why: string,
  at: number,
): Promise<void> {
  const stepped = await trx
    .updateTable('message')
    .set(cancelled(why))
    .where('id', 'in', oneOf(traits, ids))
    .where('state', '=', 'pending')
    .returning('id')
    .execute();
  const rows = stepped.map(({ id }) => {
    return { message_id: id, at, from_state: 'pending', to_state: 'cancelled', reason: why };
  });
  await insertMany(trx, rows, newTransitions);
}

function newTransitions(trx: Kysely<Tables>, rows: Array<Insertable<Tables['delivery_log']>>) {
  return trx.insertInto('delivery_log').values(rows);
}

export async function logTransition(
  { trx }: Work,
  messageId: string,
  from: MessageState | 'due',
  to: MessageState,
  at: number,
  reason: string | null,
): Promise<void> {
  await trx
    .insertInto('delivery_log')
    .values({ message_id: messageId, at, from_state: from, to_state: to, reason })
    .execute();
}
