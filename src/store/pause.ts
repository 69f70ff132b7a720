/** Channels and workspaces that take no messages for a while: who says so, until when, and what becomes of what waited. */
import type { Notice } from '../domain.ts';
import { messageIdOf } from '../message-id.ts';
import { holdChannel, settleChannel } from './channel-turn.ts';
import { logTransition } from './message-write.ts';
import { turns, type ChannelRow } from './schema.ts';
import type { Pause } from './store.ts';
import type { Work } from './traits.ts';

export async function pauseChannel(work: Work, channelId: number, pause: Pause): Promise<void> {
  const channel = await holdChannel(work, channelId);
  if (channel === undefined) return;
  const begins = channel.status === 'ok';
  // What a person wants to rest is not tried again on account of an answer that came late.
  if (channel.paused_by !== null && pause.by === undefined) return;
  await settleChannel(work, channel, {
    ...pauseOf(pause),
    paused_by: pause.by ?? null,
    ...(!begins && { paused_at: channel.paused_at }),
  });
  if (begins) await tellOperator(work, 'channel', channel, pause);
}

export async function pauseWorkspace(work: Work, workspaceId: number, pause: Pause): Promise<void> {
  const workspace = await holdWorkspace(work, workspaceId);
  if (workspace === undefined) return;
  const begins = workspace.status === 'ok';
  await work.trx
    .updateTable('workspace')
    .set({ ...pauseOf(pause), ...(!begins && { paused_at: workspace.paused_at }) })
    .where('id', '=', workspaceId)
    .execute();
  const waiting = await channelsThatWait(work, workspaceId);
  for (const channel of waiting) await settleChannel(work, channel);
  const [first] = waiting;
  if (begins && first !== undefined) await tellOperator(work, 'workspace', first, pause);
}

function pauseOf({ now, reason, retryAt }: Pause) {
  return {
    status: 'paused',
    reason: reason ?? null,
    paused_at: now,
    retry_at: retryAt ?? null,
  } as const;
}

const resumed = { status: 'ok', reason: null, paused_at: null, retry_at: null } as const;

/** See `Deliveries.resumeChannel`. */
export async function resumeChannel(work: Work, channelId: number, now: number): Promise<number> {
  const channel = await holdChannel(work, channelId);
  return channel === undefined ? 0 : resumeHeld(work, channel, now);
}

async function resumeHeld(work: Work, channel: ChannelRow, now: number): Promise<number> {
  if (channel.status === 'ok') return 0;
  const waiting = await waitingIn(work, channel.id);
  // Whoever paused it hears how many waited in the answer to resuming it.
  if (channel.paused_by === null) await tellChannel(work, channel, channel, waiting, now);
  await settleChannel(work, channel, { ...resumed, paused_by: null });
  return waiting;
}

export async function resumeWorkspace(work: Work, workspaceId: number, now: number): Promise<number> {
  const workspace = await holdWorkspace(work, workspaceId);
  if (workspace === undefined || workspace.status === 'ok') return 0;
  await work.trx.updateTable('workspace').set(resumed).where('id', '=', workspaceId).execute();
  let all = 0;
  for (const channel of await channelsThatWait(work, workspaceId)) {
    const waiting = await waitingIn(work, channel.id);
    all += waiting;
    await tellChannel(work, channel, workspace, waiting, now);
    await settleChannel(work, channel);
  }
  return all;
}

/** A message has come through: whatever was paused is mended. */
export async function resumeAfterSending(work: Work, channel: ChannelRow, now: number): Promise<void> {
  await resumeHeld(work, channel, now);
  await resumeWorkspace(work, channel.workspace_id, now);
}

function holdWorkspace({ trx, traits }: Work, id: number) {
  return traits.hold(trx.selectFrom('workspace').selectAll().where('id', '=', id)).executeTakeFirst();
}

/** Held, in one order for everybody. */
function channelsThatWait({ trx, traits }: Work, workspaceId: number): Promise<ChannelRow[]> {
  const waiting = trx.selectFrom('message').select('channel_id').where('turn', 'is not', null);
  const channels = trx
    .selectFrom('channel')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', waiting)
    .orderBy('id');
  return traits.hold(channels).execute();
}

async function waitingIn({ trx }: Work, channelId: number): Promise<number> {
  const row = await trx
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('channel_id', '=', channelId)
    .where('turn', '<', turns.edit)
    // A notice that waited itself is nothing that another one need tell of.
    .where('kind', '=', 'alert')
    .executeTakeFirstOrThrow();
  return row.count;
}

// ── notices ──────────────────────────────────────────────────────────────────────────────────────

async function tellOperator(
  work: Work,
  scope: 'channel' | 'workspace',
  channel: ChannelRow,
  { noticeTo, reason, now }: Pause,
): Promise<void> {
  if (noticeTo === undefined || noticeTo === channel.id || reason === undefined) return;
  const { name, key } = await namesOf(work, channel);
  const notice: Notice = {
    kind: 'paused',
    scope,
    name:
      scope === 'channel'
        ? `${channel.platform}/${name}/${channel.external_id}`
        : `${channel.platform}/${name}`,
    reason,
  };
  await writeNotice(work, noticeTo, messageIdOf('paused', scope, key, now), notice, now);
  const operator = await holdChannel(work, noticeTo);
  if (operator !== undefined) await settleChannel(work, operator);
}

/** Behind what waited, so that it can say that it has come. The caller settles the channel. */
async function tellChannel(
  work: Work,
  channel: ChannelRow,
  { paused_at, reason }: Pick<ChannelRow, 'paused_at' | 'reason'>,
  waiting: number,
  now: number,
): Promise<void> {
  if (waiting === 0 || paused_at === null) return;
  const { key } = await namesOf(work, channel);
  const notice: Notice = { kind: 'resumed', since: paused_at, reason: reason ?? undefined, waiting };
  await writeNotice(work, channel.id, messageIdOf('resumed', key, paused_at), notice, now);
}

async function namesOf({ trx }: Work, { platform, workspace_id, external_id }: ChannelRow) {
  const workspace = await trx
    .selectFrom('workspace')
    .select(['external_id', 'name'])
    .where('id', '=', workspace_id)
    .executeTakeFirstOrThrow();
  return { name: workspace.name, key: `${platform}/${workspace.external_id}/${external_id}` };
}

async function writeNotice(
  work: Work,
  channelId: number,
  id: string,
  notice: Notice,
  now: number,
): Promise<void> {
  const row = await work.trx
    .insertInto('message')
    .values({
      id,
      channel_id: channelId,
      kind: 'notice',
      state: 'pending',
      wanted_rev: 1,
      posted_rev: 0,
      sending_rev: 0,
      settled_rev: 0,
      attempt: 0,
      next_try_at: now,
      created_at: now,
      content: JSON.stringify({ kind: 'notice', notice }),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row !== undefined) await logTransition(work, id, 'due', 'pending', now, null);
}
