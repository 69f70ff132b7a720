import type { Kysely } from 'kysely';
import type { AlertContent, Message, PlatformName, Reason } from '../domain.ts';
import {
  headOfLine,
  holdChannel,
  holdChannelOf,
  keepWorkspacesOf,
  nextEdit,
  opensAt,
  settleChannel,
} from './channel-turn.ts';
import { fanOut } from './fan-out.ts';
import { leaseChannel, releaseChannel, takeOver } from './lease.ts';
import { messageOf } from './message-row.ts';
import {
  canBeSent,
  cancelled,
  changesBy,
  type MessageChanges,
  revived,
  sendingNow,
  settled,
} from './message-step.ts';
import { stepMessage } from './message-write.ts';
import { pauseChannel, pauseWorkspace, resumeAfterSending, resumeChannel, resumeWorkspace } from './pause.ts';
import { place } from './place.ts';
import { turns, type MessageRow, type Tables } from './schema.ts';
import type { Deliveries, DueAlert, Recorded } from './port/deliveries.ts';
import { transact, type Database, type Work } from './traits.ts';
import { mutedIn, muteStory, unmuteStory } from './withdraw.ts';
import { fromJson } from './json.ts';

export function deliveries(database: Database): Deliveries {
  const { db } = database;
  return {
    async waitingFanOuts(limit) {
      const rows = await db.selectFrom('fan_out').select('no').orderBy('no').limit(limit).execute();
      return rows.map(({ no }) => no);
    },

    fanOut: (no) => transact(database, (work) => fanOut(work, no)),
    dueAlerts: (now, limit) => dueAlerts(db, now, limit),
    place: (placed) => transact(database, (work) => place(work, placed)),
    leaseChannel: (request) => transact(database, (work) => leaseChannel(work, request)),
    nextMessage: (channelId, now) => nextMessage(db, channelId, now),

    startSending: (messageId, fence, now) =>
      transact(database, (work) => startSending(work, messageId, fence, now)),

    record: (messageId, fence, recorded, now) =>
      transact(database, (work) => record(work, messageId, fence, recorded, now)),

    releaseChannel: (channelId, fence, nextSendAt) =>
      transact(database, (work) => releaseChannel(work, channelId, fence, nextSendAt)),

    pauseChannel: (id, pause) => transact(database, (work) => pauseChannel(work, id, pause)),
    pauseWorkspace: (id, pause) => transact(database, (work) => pauseWorkspace(work, id, pause)),
    resumeChannel: (id, now, how) => transact(database, (work) => resumeChannel(work, id, now, how)),
    resumeWorkspace: (id, now) => transact(database, (work) => resumeWorkspace(work, id, now)),
    muteStory: (mute) => transact(database, (work) => muteStory(work, mute)),
    isMuted: async (channelId, storyId) =>
      (await mutedIn({ trx: db, traits: database.traits }, storyId)).has(channelId),
    unmuteStory: (channelId, storyId) => transact(database, (work) => unmuteStory(work, channelId, storyId)),

    resend: (messageId, now) => transact(database, (work) => resend(work, messageId, now)),
    takeOver: (now) => transact(database, (work) => takeOver(work, now)),
    nextDueAt: (platforms) => nextDueAt(db, platforms),

    async message(id) {
      const row = await db.selectFrom('message').selectAll().where('id', '=', id).executeTakeFirst();
      return row && messageOf(row);
    },

    async latestAlerts(channelId, limit) {
      const rows = await db
        .selectFrom('message')
        .selectAll()
        .where('channel_id', '=', channelId)
        .where('kind', '=', 'alert')
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ...messageOf(row), content: fromJson<AlertContent>(row.content) }));
    },

    async transitions(messageId) {
      const rows = await db
        .selectFrom('delivery_log')
        .selectAll()
        .where('message_id', '=', messageId)
        .orderBy('seq')
        .execute();
      return rows.map((row) => ({
        messageId,
        at: row.at,
        from: row.from_state,
        to: row.to_state,
        reason: row.reason ?? undefined,
      }));
    },
  };
}

async function dueAlerts(db: Kysely<Tables>, now: number, limit: number): Promise<readonly DueAlert[]> {
  const rows = await db
    .selectFrom('alert')
    .innerJoin('channel', 'channel.id', 'alert.channel_id')
    .selectAll('alert')
    .select(['platform', 'workspace_id'])
    .where('alert.due_at', '<=', now)
    .orderBy('alert.due_at')
    .orderBy('article_id')
    .orderBy('alert.id')
    .limit(limit)
    .execute();
  return rows.map(({ id, n, platform, ...row }) => ({
    alert: {
      id,
      channelId: row.channel_id,
      storyId: row.story_id,
      n,
      articleId: row.article_id,
      reasons: fromJson<Reason[]>(row.reasons),
    },
    dueNo: row.due_no,
    platform,
    workspaceId: row.workspace_id,
  }));
}

async function nextMessage(db: Kysely<Tables>, channelId: number, now: number): Promise<Message | undefined> {
  const channel = await db
    .selectFrom('channel')
    .select(['status', 'retry_at', 'workspace_id'])
    .where('id', '=', channelId)
    .executeTakeFirst();
  if (channel === undefined || !(await isOpen(db, channel, now))) return undefined;
  const head = await headOfLine(db, channelId);
  if (head?.turn === turns.sending) return undefined;
  if (head !== undefined && head.next_try_at <= now) {
    const unwanted = head.turn === turns.unknown && (await whyDropped(db, head.id)) !== undefined;
    return { ...messageOf(head), ...(unwanted && { unwanted }) };
  }
  const edit = await nextEdit(db, channelId);
  return edit !== undefined && edit.next_try_at <= now ? messageOf(edit) : undefined;
}

async function isOpen(
  db: Kysely<Tables>,
  channel: Parameters<typeof opensAt>[1],
  now: number,
): Promise<boolean> {
  const openFrom = await opensAt(db, channel);
  return openFrom !== undefined && openFrom <= now;
}

async function startSending(
  work: Work,
  messageId: string,
  fence: number,
  now: number,
): Promise<Message | undefined> {
  const channel = await holdChannelOf(work, messageId);
  if (channel?.fence !== fence || !(await isOpen(work.trx, channel, now))) return undefined;
  const row = await messageRow(work, messageId);
  if (row === undefined || !canBeSent(row)) return undefined;
  // Nobody wants it any more, and it may be there: it is looked for instead.
  if (row.turn === turns.unknown && (await whyDropped(work.trx, row.id)) !== undefined) return undefined;
  return messageOf(await stepMessage(work, row, sendingNow(row, now), now));
}

async function record(
  work: Work,
  messageId: string,
  fence: number,
  recorded: Recorded,
  now: number,
): Promise<boolean> {
  const channel = await holdChannelOf(work, messageId);
  if (channel?.fence !== fence) return false;
  const row = await messageRow(work, messageId);
  // Nothing is to be done about it any more: this was recorded before.
  if (row === undefined || row.turn === null) return true;
  // When the channel has more to do is found out when it is given back, or its lease runs out.
  const changes = changesBy(recorded, row, now);
  await stepMessage(work, row, { ...changes, ...(await unlessUnwanted(work, row, changes)) }, now);
  // Only what the platform was asked for just now tells that it takes messages; what was found may be old.
  if (recorded.kind === 'sent' && recorded.reason === undefined && row.state === 'sending')
    await resumeAfterSending(work, channel, now);
  return true;
}

/** What was dropped while nobody knew what became of it: it is not sent again, nor edited once it is visible. */
async function unlessUnwanted(
  { trx }: Work,
  row: MessageRow,
  { state, settled_rev }: MessageChanges,
): Promise<MessageChanges> {
  const goesOn =
    state === 'pending' || (state === 'sent' && (settled_rev ?? row.settled_rev) < row.wanted_rev);
  if (!goesOn) return {};
  const why = await whyDropped(trx, row.id);
  if (why === undefined) return {};
  return state === 'pending' ? cancelled(why) : settled(row);
}

/** An alert has one message and shares its id. */
async function whyDropped(db: Kysely<Tables>, id: string): Promise<string | undefined> {
  const alert = await db.selectFrom('alert').select('dropped').where('id', '=', id).executeTakeFirst();
  return alert?.dropped ?? undefined;
}

async function resend(work: Work, messageId: string, now: number): Promise<boolean> {
  const channelId = (await messageRow(work, messageId))?.channel_id;
  if (channelId === undefined) return false;
  await keepWorkspacesOf(work, [channelId]);
  const channel = await holdChannel(work, channelId);
  const row = await messageRow(work, messageId);
  if (channel === undefined || row?.state !== 'dead') return false;
  await stepMessage(work, row, revived(now), now);
  await settleChannel(work, channel);
  return true;
}

function messageRow({ trx }: Work, id: string) {
  return trx.selectFrom('message').selectAll().where('id', '=', id).executeTakeFirst();
}

async function nextDueAt(
  db: Kysely<Tables>,
  platforms: readonly PlatformName[],
): Promise<number | undefined> {
  const times: number[] = [];
  for (const platform of platforms) {
    const channel = await db
      .selectFrom('channel')
      .select('due_at')
      .where('platform', '=', platform)
      .where('due_at', 'is not', null)
      .orderBy('due_at')
      .limit(1)
      .executeTakeFirst();
    if (channel?.due_at != null) times.push(channel.due_at);
  }
  const alert = await db
    .selectFrom('alert')
    .innerJoin('channel', 'channel.id', 'alert.channel_id')
    .select('alert.due_at')
    .where('alert.due_at', 'is not', null)
    .where('platform', 'in', platforms)
    .orderBy('alert.due_at')
    .limit(1)
    .executeTakeFirst();
  if (alert?.due_at != null) times.push(alert.due_at);
  // For which platforms it is shows when it is fanned out.
  const part = await db.selectFrom('fan_out').select('due_at').orderBy('no').limit(1).executeTakeFirst();
  if (part !== undefined) times.push(part.due_at);
  return times.length === 0 ? undefined : Math.min(...times);
}
