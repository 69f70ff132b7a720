import { holdChannel, settleChannel } from './channel-turn.ts';
import { wantingMore } from './message-step.ts';
import { logTransition, stepMessage } from './message-write.ts';
import type { Deliveries } from './store.ts';
import type { Work } from './traits.ts';

type Placed = Parameters<Deliveries['place']>[0];

/** An alert goes into its message. */
export async function place(work: Work, placed: Placed): Promise<void> {
  const { alert } = placed.due;
  const channel = await holdChannel(work, alert.channelId);
  if (channel === undefined) throw new Error(`there is no channel ${alert.channelId}`);
  if (!(await notePlaced(work, placed))) return;
  if (await writeMessage(work, placed)) await settleChannel(work, channel);
}

/** @returns false if something newer is in the message already. */
async function notePlaced({ trx }: Work, { due }: Placed): Promise<boolean> {
  const row = await trx
    .selectFrom('alert')
    .select(['due_no', 'placed_no'])
    .where('id', '=', due.alert.id)
    .executeTakeFirst();
  if (row === undefined) throw new Error(`there is no alert ${due.alert.id}`);
  if (due.dueNo < row.placed_no) return false;
  // What has become due meanwhile stays due.
  const done = due.dueNo === row.due_no;
  await trx
    .updateTable('alert')
    .set({ placed_no: due.dueNo, ...(done && { due_at: null }) })
    .where('id', '=', due.alert.id)
    .where('due_no', '=', row.due_no)
    .execute();
  return true;
}

/** @returns whether there is something to send. */
async function writeMessage(work: Work, placed: Placed): Promise<boolean> {
  const { messageId, now, editDelayMs } = placed;
  const content = JSON.stringify(placed.content);
  const { trx } = work;
  const row = await trx.selectFrom('message').selectAll().where('id', '=', messageId).executeTakeFirst();
  if (row === undefined) {
    await writeNew(work, placed, content);
    return true;
  }
  if (row.content === content && row.state !== 'cancelled') return false;
  await stepMessage(work, row, wantingMore(row, content, now, editDelayMs), now);
  return true;
}

async function writeNew(work: Work, placed: Placed, content: string): Promise<void> {
  const { due, messageId, now } = placed;
  const { trx } = work;
  await trx
    .insertInto('message')
    .values({
      id: messageId,
      channel_id: due.alert.channelId,
      kind: placed.content.kind,
      parent_id: await parentOf(work, placed),
      state: 'pending',
      wanted_rev: 1,
      posted_rev: 0,
      sending_rev: 0,
      settled_rev: 0,
      attempt: 0,
      next_try_at: now,
      created_at: now,
      content,
    })
    .execute();
  await trx.insertInto('message_alert').values({ message_id: messageId, alert_id: due.alert.id }).execute();
  await logTransition(work, messageId, 'due', 'pending', now, null);
}

/** The message about the story that this one follows. Threads are one deep: a reply to a reply joins its thread. */
async function parentOf({ trx }: Work, { due, follows }: Placed): Promise<string | null> {
  if (follows === undefined) return null;
  const parent = await trx
    .selectFrom('alert')
    .innerJoin('message', 'message.id', 'alert.id')
    .select(['message.id', 'message.parent_id'])
    .where('story_id', '=', follows)
    .where('alert.channel_id', '=', due.alert.channelId)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst();
  return parent === undefined ? null : (parent.parent_id ?? parent.id);
}
