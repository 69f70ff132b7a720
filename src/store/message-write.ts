import type { MessageState } from '../domain.ts';
import type { MessageChanges } from './message-step.ts';
import type { MessageRow } from './schema.ts';
import type { Work } from './traits.ts';

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
