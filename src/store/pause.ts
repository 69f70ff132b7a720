/** Channels and workspaces that take no messages for a while: who says so, until when, and what becomes of what waited. */
import type { Notice } from '../domain.ts';
import { messageIdOf } from '../message-id.ts';
import { holdChannel, opensAt, settleChannel } from './channel-turn.ts';
import { logTransition } from './message-write.ts';
import { turns, type ChannelRow } from './schema.ts';
import type { Pause } from './port/deliveries.ts';
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
  if (!begins || channel.id === pause.noticeTo) return;
  const { name, key } = await namesOf(work, channel);
  const place = `${channel.platform}/${name}/${channel.name ?? channel.external_id}`;
  await tellOperator(work, 'channel', key, place, pause);
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
  for (const channel of await channelsThatWait(work, workspaceId)) await settleChannel(work, channel);
  const { platform, external_id, name } = workspace;
  if (begins)
    await tellOperator(work, 'workspace', `${platform}/${external_id}`, `${platform}/${name}`, pause);
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
export async function resumeChannel(
  work: Work,
  channelId: number,
  now: number,
  { quietly }: { readonly quietly: boolean } = { quietly: false },
): Promise<number> {
  const channel = await holdChannel(work, channelId);
  if (channel === undefined) return 0;
  const waiting = await waitingIn(work, channel.id);
  await resumeHeld(work, channel, waiting, now, quietly || channel.paused_by !== null);
  return (await opensAt(work.trx, channel)) === 0 ? 0 : waiting;
}

async function resumeHeld(
  work: Work,
  channel: ChannelRow,
  waiting: number,
  now: number,
  quietly: boolean,
): Promise<void> {
  if (channel.status === 'ok') return;
  if (!quietly) await tellChannel(work, channel, channel, waiting, now);
  await settleChannel(work, channel, { ...resumed, paused_by: null });
}

export async function resumeWorkspace(work: Work, workspaceId: number, now: number): Promise<number> {
  // Most are not paused: that is seen without holding one row against everybody who sends.
  if (!(await isPaused(work, workspaceId))) return 0;
  const workspace = await holdWorkspace(work, workspaceId);
  if (workspace === undefined || workspace.status === 'ok') return 0;
  await work.trx.updateTable('workspace').set(resumed).where('id', '=', workspaceId).execute();
  let all = 0;
  for (const channel of await channelsThatWait(work, workspaceId)) {
    const waiting = await waitingIn(work, channel.id);
    all += waiting;
    if (channel.status === 'ok') await tellChannel(work, channel, workspace, waiting, now);
    await settleChannel(work, channel);
  }
  return all;
}

/** A message has come through: what the platform had closed is mended. What a person has paused meanwhile rests. */
export async function resumeAfterSending(work: Work, channel: ChannelRow, now: number): Promise<void> {
  if (channel.status === 'paused' && channel.paused_by === null) {
    const waiting = 1 + (await waitingIn(work, channel.id));
    await resumeHeld(work, channel, waiting, now, false);
  }
  await resumeWorkspace(work, channel.workspace_id, now);
}

async function isPaused({ trx }: Work, workspaceId: number): Promise<boolean> {
  const row = await trx
    .selectFrom('workspace')
    .select('status')
    .where('id', '=', workspaceId)
    .executeTakeFirst();
  return row?.status === 'paused';
}

function holdWorkspace({ trx, traits }: Work, id: number) {
  return traits.hold(trx.selectFrom('workspace').selectAll().where('id', '=', id)).executeTakeFirst();
}

/** Held, in one order for everybody. */
function channelsThatWait({ trx, traits }: Work, workspaceId: number): Promise<ChannelRow[]> {
  const channels = trx
    .selectFrom('channel')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('message')
          .select('message.seq')
          .whereRef('message.channel_id', '=', 'channel.id')
          .where('turn', 'is not', null),
      ),
    )
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
  key: string,
  name: string,
  { noticeTo, reason, now }: Pause,
): Promise<void> {
  if (noticeTo === undefined || reason === undefined) return;
  const notice: Notice = { kind: 'paused', scope, name, reason };
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
