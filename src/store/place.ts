import { audiencesJoining, firstsOfAffair } from './as-one.ts';
import { holdChannels, keepWorkspacesOf, settleChannels } from './channel-turn.ts';
import { dropped } from './dropped.ts';
import { wantingMore } from './message-step.ts';
import { stepMessage } from './message-write.ts';
import type { Deliveries } from './port/deliveries.ts';
import type { MessageRow } from './schema.ts';
import { storiesOfChains } from './story-chain.ts';
import { oneOf, oneOfNumbers, type Work } from './traits.ts';
import { wantedByNobody } from './wanted.ts';

type Placed = Parameters<Deliveries['place']>[0][number];

/** Alerts go into their messages, all of them in one transaction: a commit for each would take most of the time. */
export async function place(work: Work, placed: readonly Placed[]): Promise<void> {
  const { trx, traits } = work;
  const channelIds = [...new Set(placed.map(({ due }) => due.alert.channelId))];
  await keepWorkspacesOf(work, channelIds);
  await holdChannels(work, channelIds);
  const channels = await trx
    .selectFrom('channel')
    .selectAll()
    .where('id', 'in', oneOfNumbers(traits, channelIds))
    .execute();
  const there = new Set(channels.map(({ id }) => id));
  const missing = channelIds.find((id) => !there.has(id));
  if (missing !== undefined) throw new Error(`there is no channel ${missing}`);

  const newer = await notePlaced(work, placed);
  const changed = new Set(await writeMessages(work, newer));
  await settleChannels(
    work,
    channels.filter(({ id }) => changed.has(id)),
  );
}

/** @returns those that are still wanted, and than which nothing newer is in the message already */
async function notePlaced(work: Work, placed: readonly Placed[]): Promise<readonly Placed[]> {
  const { trx, traits } = work;
  const rows = await trx
    .selectFrom('alert')
    .select(['id', 'due_no', 'placed_no', 'dropped', 'reasons'])
    .where(
      'id',
      'in',
      oneOf(
        traits,
        placed.map(({ due }) => due.alert.id),
      ),
    )
    .execute();
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const unwanted = await dropUnwantedOf(
    work,
    rows.filter((row) => row.placed_no > 0 && row.dropped === null),
  );
  const newer = placed.filter(({ due }) => {
    const row = rowOf.get(due.alert.id);
    if (row === undefined) throw new Error(`there is no alert ${due.alert.id}`);
    // Dropped while it was being composed: whoever unsubscribed or muted the story was faster.
    return due.dueNo >= row.placed_no && row.dropped === null && !unwanted.has(row.id);
  });
  for (const [dueNo, same] of Map.groupBy(newer, ({ due }) => due.dueNo)) {
    const ids = oneOf(
      traits,
      same.map(({ due }) => due.alert.id),
    );
    await trx.updateTable('alert').set({ placed_no: dueNo }).where('id', 'in', ids).execute();
    // What has become due meanwhile stays due.
    await trx
      .updateTable('alert')
      .set({ due_at: null })
      .where('id', 'in', ids)
      .where('due_no', '=', dueNo)
      .execute();
  }
  return newer;
}

/** What people have seen stays as it is when they have unsubscribed. @returns the ids of what was dropped */
async function dropUnwantedOf(
  work: Work,
  visible: Parameters<typeof wantedByNobody>[1],
): Promise<ReadonlySet<string>> {
  const unwanted = await wantedByNobody(work, visible);
  if (unwanted.size > 0)
    await work.trx
      .updateTable('alert')
      .set({ dropped: dropped.unsubscribed, due_at: null })
      .where('id', 'in', oneOf(work.traits, [...unwanted]))
      .execute();
  return unwanted;
}

/** @returns the channels in which there is something to send */
async function writeMessages(work: Work, placed: readonly Placed[]): Promise<readonly number[]> {
  const { trx, traits } = work;
  const ids = placed.map(({ messageId }) => messageId);
  const rows = await trx.selectFrom('message').selectAll().where('id', 'in', oneOf(traits, ids)).execute();
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const written = placed.filter(({ messageId, content }) => {
    const row = rowOf.get(messageId);
    return row?.content !== JSON.stringify(content) || row.state === 'cancelled';
  });
  for (const one of written) {
    const row = rowOf.get(one.messageId);
    if (row !== undefined) await change(work, row, one);
  }
  await writeNew(
    work,
    written.filter(({ messageId }) => !rowOf.has(messageId)),
  );
  return written.map(({ due }) => due.alert.channelId);
}

async function change(work: Work, row: MessageRow, { content, now, editDelayMs }: Placed): Promise<void> {
  await stepMessage(work, row, wantingMore(row, JSON.stringify(content), now, editDelayMs), now);
}

/** In runs, so that what follows a story of the same list finds its message. */
async function writeNew(work: Work, placed: readonly Placed[]): Promise<void> {
  let run: Placed[] = [];
  for (const one of placed) {
    const { channelId } = one.due.alert;
    if (one.follows !== undefined && run.some(({ due }) => due.alert.channelId === channelId)) {
      await insertNew(work, run);
      run = [];
    }
    run.push(one);
  }
  if (run.length > 0) await insertNew(work, run);
}

async function insertNew(work: Work, placed: readonly Placed[]): Promise<void> {
  const { trx } = work;
  const parents = await parentsOf(work, placed);
  await trx
    .insertInto('message')
    .values(
      placed.map((one) => ({
        id: one.messageId,
        channel_id: one.due.alert.channelId,
        kind: one.content.kind,
        parent_id: parents.get(one) ?? null,
        state: 'pending',
        wanted_rev: 1,
        posted_rev: 0,
        sending_rev: 0,
        settled_rev: 0,
        attempt: 0,
        next_try_at: one.now,
        created_at: one.now,
        content: JSON.stringify(one.content),
      })),
    )
    .execute();
  await trx
    .insertInto('message_alert')
    .values(placed.map(({ due, messageId }) => ({ message_id: messageId, alert_id: due.alert.id })))
    .execute();
  await trx
    .insertInto('delivery_log')
    .values(
      placed.map(({ messageId, now }) => ({
        message_id: messageId,
        at: now,
        from_state: 'due',
        to_state: 'pending',
        reason: null,
      })),
    )
    .execute();
}

/**
 * The channel's first message about the story that each follows, or about another one that follows it. Threads are one
 * deep: a reply to a reply joins its thread.
 */
async function parentsOf(work: Work, placed: readonly Placed[]): Promise<ReadonlyMap<Placed, string>> {
  const parents = new Map<Placed, string>();
  for (const [follows, replies] of Map.groupBy(placed, (one) => one.follows)) {
    if (follows === undefined) continue;
    const joining = new Set(await audiencesJoining(work, follows));
    // For them it may follow more.
    const byAudience = Map.groupBy(replies, ({ due }) =>
      joining.has(due.workspaceId) ? due.workspaceId : 0,
    );
    for (const [audience, its] of byAudience) {
      const firsts = audience === 0 ? [follows] : await firstsOfAffair(work, follows, audience);
      const parentIn = await oldestIn(
        work,
        firsts,
        its.map(({ due }) => due.alert.channelId),
      );
      for (const reply of its) {
        const parent = parentIn.get(reply.due.alert.channelId);
        if (parent !== undefined && parent !== reply.messageId) parents.set(reply, parent);
      }
    }
  }
  return parents;
}

/** By channel, its oldest message about one of these chains of stories. */
async function oldestIn(
  { trx, traits }: Work,
  firsts: readonly number[],
  channelIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await trx
    .selectFrom('alert')
    .innerJoin('message', 'message.id', 'alert.id')
    .select(['message.id', 'message.parent_id', 'message.seq', 'alert.channel_id'])
    .where('story_id', 'in', oneOfNumbers(traits, await storiesOfChains(trx, firsts)))
    .where('alert.channel_id', 'in', oneOfNumbers(traits, channelIds))
    .where('state', '<>', 'cancelled')
    .execute();
  // Of a channel's several the oldest is set last.
  const newestFirst = rows.toSorted((a, b) => b.seq - a.seq);
  return new Map(newestFirst.map((row) => [row.channel_id, row.parent_id ?? row.id]));
}
