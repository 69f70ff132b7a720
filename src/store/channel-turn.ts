/** When a channel has something to do, kept in `channel.due_at`: whoever changes a message brings it up to date. */
import type { Kysely, Selectable } from 'kysely';
import { turns, type ChannelRow, type MessageRow, type Tables } from './schema.ts';
import { oneOfNumbers, type Work } from './traits.ts';

/** The channel's row, held until the end of the transaction: one writer at a time for all of its messages. */
export function holdChannel({ trx, traits }: Work, id: number): Promise<ChannelRow | undefined> {
  return traits.hold(trx.selectFrom('channel').selectAll().where('id', '=', id)).executeTakeFirst();
}

/** The same for many; in one order for all who hold several: two of them never wait for each other. */
export async function holdChannels({ trx, traits }: Work, ids: readonly number[]): Promise<void> {
  const held = trx.selectFrom('channel').select('id').where('id', 'in', oneOfNumbers(traits, ids));
  await traits.hold(held.orderBy('id')).execute();
}

/** The same for the channel of a message. */
export function holdChannelOf({ trx, traits }: Work, messageId: string): Promise<ChannelRow | undefined> {
  const held = trx
    .selectFrom('channel')
    .selectAll()
    .where('id', '=', (eb) =>
      eb.selectFrom('message').select('channel_id').where('message.id', '=', messageId),
    );
  return traits.hold(held).executeTakeFirst();
}

/**
 * Whether these workspaces are paused stays as it is until the end of the transaction. For who brings work to channels
 * that had none, before they are held: whoever resumes a workspace meanwhile sees no work in them, and would leave them to
 * wait for the end of a pause that is over.
 */
export async function keepWorkspacesOf({ trx, traits }: Work, channelIds: readonly number[]): Promise<void> {
  const kept = trx
    .selectFrom('workspace')
    .select('id')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('channel')
        .select('workspace_id')
        .where('channel.id', 'in', oneOfNumbers(traits, channelIds)),
    )
    .orderBy('id');
  await traits.keep(kept).execute();
}

/** Writes what changes about a held channel, and with it when there will be something to do. */
export async function settleChannel(
  work: Work,
  held: ChannelRow,
  changes: Partial<ChannelRow> = {},
): Promise<ChannelRow> {
  const channel = { ...held, ...changes };
  const settled = { ...changes, due_at: await dueAt(work, channel) };
  await work.trx.updateTable('channel').set(settled).where('id', '=', held.id).execute();
  return { ...channel, ...settled };
}

/** The same for many that have something to do, with nothing else changed: a question for all of them. */
export async function settleChannels({ trx, traits }: Work, held: readonly ChannelRow[]): Promise<void> {
  if (held.length === 0) return;
  const ids = held.map(({ id }) => id);
  const work = await trx
    .selectFrom('channel')
    .select((eb) => [
      'id',
      eb
        .selectFrom('message')
        .select((row) =>
          row.case().when('turn', '=', turns.sending).then(0).else(row.ref('next_try_at')).end().as('at'),
        )
        .whereRef('channel_id', '=', 'channel.id')
        .where('turn', '<', turns.edit)
        .orderBy('turn')
        .orderBy('seq')
        .limit(1)
        .as('line_at'),
      eb
        .selectFrom('message')
        .select((row) => row.fn.min('next_try_at').as('at'))
        .whereRef('channel_id', '=', 'channel.id')
        .where('turn', '=', turns.edit)
        .as('edit_at'),
    ])
    .where('id', 'in', oneOfNumbers(traits, ids))
    .execute();
  const workAt = new Map(
    work.map(({ id, line_at, edit_at }) => [id, Math.min(line_at ?? Infinity, edit_at ?? Infinity)]),
  );
  const openFrom = await opensFrom(trx, held);
  const dueAtOf = (channel: ChannelRow): number | null =>
    turnAt(channel, openFrom.get(channel), workAt.get(channel.id));
  for (const [due_at, same] of Map.groupBy(held, dueAtOf)) {
    const sameIds = oneOfNumbers(
      traits,
      same.map(({ id }) => id),
    );
    await trx.updateTable('channel').set({ due_at }).where('id', 'in', sameIds).execute();
  }
}

async function dueAt(work: Work, channel: ChannelRow): Promise<number | null> {
  return turnAt(channel, await opensAt(work.trx, channel), await nextWorkAt(work, channel.id));
}

function turnAt(channel: ChannelRow, openFrom: number | undefined, workAt: number = Infinity): number | null {
  if (openFrom === undefined || workAt === Infinity) return null;
  return Math.max(workAt, openFrom, channel.next_send_at, channel.lease_until ?? 0);
}

/** What pauses a channel: it is paused itself, or all of its workspace is. */
type Pausable = Pick<Selectable<Tables['workspace']>, 'status' | 'retry_at'>;

/** From when on a channel may be sent to; 0 = it is not paused, undefined = not before somebody ends the pause. */
export async function opensAt(
  db: Kysely<Tables>,
  channel: Pausable & Pick<ChannelRow, 'workspace_id'>,
): Promise<number | undefined> {
  const workspace = await db
    .selectFrom('workspace')
    .select(['status', 'retry_at'])
    .where('id', '=', channel.workspace_id)
    .executeTakeFirstOrThrow();
  return latestOpening(channel, workspace);
}

function latestOpening(channel: Pausable, workspace: Pausable): number | undefined {
  const times = [channel, workspace].map(({ status, retry_at }) => (status === 'ok' ? 0 : retry_at));
  return times.includes(null) ? undefined : Math.max(...times.map(Number));
}

/** The same for many channels, whose workspaces are few. */
async function opensFrom(
  db: Kysely<Tables>,
  channels: readonly ChannelRow[],
): Promise<ReadonlyMap<ChannelRow, number | undefined>> {
  const openFrom = new Map<ChannelRow, number | undefined>();
  for (const [workspaceId, its] of Map.groupBy(channels, (channel) => channel.workspace_id)) {
    const workspace = await db
      .selectFrom('workspace')
      .select(['status', 'retry_at'])
      .where('id', '=', workspaceId)
      .executeTakeFirstOrThrow();
    for (const channel of its) openFrom.set(channel, latestOpening(channel, workspace));
  }
  return openFrom;
}

async function nextWorkAt({ trx }: Work, channelId: number): Promise<number | undefined> {
  const head = await headOfLine(trx, channelId);
  // Left over from a lease that nobody holds any more, or will be when it runs out.
  if (head?.turn === turns.sending) return 0;
  const edit = await nextEdit(trx, channelId);
  if (head === undefined) return edit?.next_try_at;
  return Math.min(head.next_try_at, edit?.next_try_at ?? Infinity);
}

/** In doubt before new, then in the order they were placed: nothing behind it may be sent before it is. */
export function headOfLine(db: Kysely<Tables>, channelId: number): Promise<MessageRow | undefined> {
  return db
    .selectFrom('message')
    .selectAll()
    .where('channel_id', '=', channelId)
    .where('turn', '<', turns.edit)
    .orderBy('turn')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
}

/** The edit that has waited longest, or will be due first. */
export function nextEdit(db: Kysely<Tables>, channelId: number): Promise<MessageRow | undefined> {
  return db
    .selectFrom('message')
    .selectAll()
    .where('channel_id', '=', channelId)
    .where('turn', '=', turns.edit)
    .orderBy('next_try_at')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
}
