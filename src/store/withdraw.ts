/** What nobody wants any more: alerts whose subscriptions have ended, and stories that a channel does not want to hear of. */
import type { Reason } from '../domain.ts';
import { audiencesJoining, firstsOfAffair } from './as-one.ts';
import { holdChannel, settleChannel } from './channel-turn.ts';
import { dropped } from './dropped.ts';
import { fromJson } from './json.ts';
import { cancelPending } from './message-write.ts';
import type { ChannelRow, Tables } from './schema.ts';
import type { Deliveries } from './port/deliveries.ts';
import { firstOfChain, storiesOfChains } from './story-chain.ts';
import { oneOf, oneOfNumbers, type Reading, type Work } from './traits.ts';
import type { Selectable } from 'kysely';

type AlertRow = Selectable<Tables['alert']>;

/** After a subscription of the channel has ended: what rang for nothing that is left is dropped. */
export async function dropUnwanted(work: Work, channelId: number, now: number): Promise<void> {
  const channel = await holdChannel(work, channelId);
  if (channel === undefined) return;
  const wanted = await subscriptionsOf(work, channelId);
  const unwanted = [];
  for (const alert of await livelyAlerts(work, channelId)) {
    const reasons = fromJson<Reason[]>(alert.reasons);
    const left = reasons.filter(({ subscriptionId }) => wanted.has(subscriptionId));
    if (left.length === 0) unwanted.push(alert);
    else if (left.length < reasons.length) await keepOnly(work, alert, left, now);
  }
  await drop(work, unwanted, dropped.unsubscribed, now);
  await settleChannel(work, channel);
}

async function subscriptionsOf({ trx }: Work, channelId: number): Promise<ReadonlySet<number>> {
  const rows = await trx
    .selectFrom('subscription')
    .select('id')
    .where('channel_id', '=', channelId)
    .where('removed_at', 'is', null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Those that wait to be placed, and those whose messages wait. All others are asked when they would be edited (`wanted.ts`). */
async function livelyAlerts({ trx }: Work, channelId: number): Promise<readonly AlertRow[]> {
  const due = trx
    .selectFrom('alert')
    .selectAll('alert')
    .where('due_at', 'is not', null)
    .where('channel_id', '=', channelId);
  const waiting = trx
    .selectFrom('message')
    .innerJoin('message_alert', 'message_alert.message_id', 'message.id')
    .innerJoin('alert', 'alert.id', 'message_alert.alert_id')
    .selectAll('alert')
    .where('message.channel_id', '=', channelId)
    .where('dropped', 'is', null)
    .where('turn', 'is not', null);
  const rows = [...(await due.execute()), ...(await waiting.execute())];
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/** What is visible stays; what may be is found out first, and then left as it is. */
async function drop(work: Work, alerts: readonly AlertRow[], why: string, now: number): Promise<void> {
  if (alerts.length === 0) return;
  const { trx, traits } = work;
  // An alert has one message and shares its id.
  const ids = alerts.map(({ id }) => id);
  await trx
    .updateTable('alert')
    .set({ dropped: why, due_at: null })
    .where('id', 'in', oneOf(traits, ids))
    .execute();
  await cancelPending(work, ids, why, now);
  await trx
    .updateTable('message')
    .set((eb) => ({ settled_rev: eb.ref('wanted_rev') }))
    .where('id', 'in', oneOf(traits, ids))
    .where('state', '=', 'sent')
    .execute();
}

/** What is not visible yet is composed anew; what people see is not changed for that. */
async function keepOnly(work: Work, alert: AlertRow, left: readonly Reason[], now: number): Promise<void> {
  const message = await work.trx
    .selectFrom('message')
    .select('state')
    .where('id', '=', alert.id)
    .executeTakeFirst();
  if (message !== undefined && message.state !== 'pending') return;
  await work.trx
    .updateTable('alert')
    .set((eb) => ({
      reasons: JSON.stringify(left),
      due_no: eb('due_no', '+', 1),
      due_at: eb.fn.coalesce('due_at', eb.val(now)),
    }))
    .where('id', '=', alert.id)
    .execute();
}

// ── mute ─────────────────────────────────────────────────────────────────────────────────────────

/** See `Deliveries.muteStory`. */
export async function muteStory(
  work: Work,
  { channelId, storyId, by, now }: Parameters<Deliveries['muteStory']>[0],
): Promise<boolean> {
  const channel = await holdChannel(work, channelId);
  if (channel === undefined) return false;
  const first = await firstOfChain(work.trx, storyId);
  const muted = await work.trx
    .insertInto('mute')
    .values({ channel_id: channelId, story_id: first, muted_at: now, muted_by: by })
    .onConflict((conflict) => conflict.columns(['story_id', 'channel_id']).doNothing())
    .returning('story_id')
    .executeTakeFirst();
  const told = (await alertsOfAffair(work, channel, storyId)).filter(
    (alert) => alert.dropped === null || alert.dropped === dropped.unsubscribed,
  );
  await drop(work, told, dropped.muted, now);
  await settleChannel(work, channel);
  return muted !== undefined;
}

export async function unmuteStory(work: Work, channelId: number, storyId: number): Promise<boolean> {
  const channel = await holdChannel(work, channelId);
  if (channel === undefined) return false;
  const removed = await work.trx
    .deleteFrom('mute')
    .where('channel_id', '=', channelId)
    .where('story_id', 'in', await firstsOfAffair(work, storyId, channel.workspace_id))
    .returning('story_id')
    .execute();
  if (removed.length === 0) return false;
  const wanted = await subscriptionsOf(work, channelId);
  for (const alert of await alertsOfAffair(work, channel, storyId)) {
    if (alert.dropped !== dropped.muted) continue;
    // Subscriptions may have ended while it was muted.
    const isWanted = fromJson<Reason[]>(alert.reasons).some(({ subscriptionId }) =>
      wanted.has(subscriptionId),
    );
    await work.trx
      .updateTable('alert')
      .set({ dropped: isWanted ? null : dropped.unsubscribed })
      .where('id', '=', alert.id)
      .execute();
  }
  return true;
}

async function alertsOfAffair(
  work: Work,
  { id, workspace_id: workspaceId }: ChannelRow,
  storyId: number,
): Promise<readonly AlertRow[]> {
  const { trx, traits } = work;
  const stories = await storiesOfChains(trx, await firstsOfAffair(work, storyId, workspaceId));
  return trx
    .selectFrom('alert')
    .selectAll()
    .where('story_id', 'in', oneOfNumbers(traits, stories))
    .where('channel_id', '=', id)
    .execute();
}

/** The channels that do not want to hear of this story, nor of one that is one with it there. */
export async function mutedIn(reading: Reading, storyId: number): Promise<ReadonlySet<number>> {
  const { trx } = reading;
  const rows = await trx
    .selectFrom('mute')
    .innerJoin('story', (join) =>
      join.on((eb) => eb('mute.story_id', '=', eb.fn.coalesce('story.follows', 'story.id'))),
    )
    .select('mute.channel_id')
    .where('story.id', '=', storyId)
    .execute();
  for (const audience of await audiencesJoining(reading, storyId)) {
    const firsts = await firstsOfAffair(reading, storyId, audience);
    // What others have muted is their own: a story that they hear of depends on nothing that is hidden from them.
    const its = trx
      .selectFrom('mute')
      .innerJoin('channel', 'channel.id', 'mute.channel_id')
      .select('mute.channel_id')
      .where('mute.story_id', 'in', firsts)
      .where('channel.workspace_id', '=', audience);
    rows.push(...(await its.execute()));
  }
  return new Set(rows.map((row) => row.channel_id));
}
