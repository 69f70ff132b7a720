/** Who may send to a channel, and for how long. */
import { holdChannel, settleChannel } from './channel-turn.ts';
import { abandoned } from './message-step.ts';
import { stepMessage } from './message-write.ts';
import { turns, type ChannelRow } from './schema.ts';
import type { Deliveries, Lease } from './port/deliveries.ts';
import { oneOfNumbers, type Work } from './traits.ts';
import { channelOf, selectChannels } from './workspaces.ts';

type LeaseRequest = Parameters<Deliveries['leaseChannel']>[0];

export async function leaseChannel(work: Work, request: LeaseRequest): Promise<Lease | undefined> {
  const { owner, now, leaseMs } = request;
  const channel = await waitingLongest(work, request);
  if (channel === undefined) return undefined;
  await abandonSending(work, channel.id, now);
  const fence = channel.fence + 1;
  const leased = await settleChannel(work, channel, {
    lease_owner: owner,
    lease_until: now + leaseMs,
    fence,
  });
  const inWorkspace = selectChannels(work.trx).where('channel.id', '=', leased.id);
  return { channel: channelOf(await inWorkspace.executeTakeFirstOrThrow()), fence };
}

async function waitingLongest(
  { trx, traits }: Work,
  { platforms, exceptWorkspaces = [], exceptChannels = [], now }: LeaseRequest,
): Promise<ChannelRow | undefined> {
  const first: ChannelRow[] = [];
  // One index range for each platform: those not asked for may have thousands of channels waiting.
  for (const platform of platforms) {
    const waiting = trx
      .selectFrom('channel')
      .selectAll()
      .where('platform', '=', platform)
      .where('due_at', '<=', now)
      .$if(exceptWorkspaces.length > 0, (query) => query.where('workspace_id', 'not in', exceptWorkspaces))
      .$if(exceptChannels.length > 0, (query) =>
        query.where('id', 'not in', oneOfNumbers(traits, exceptChannels)),
      )
      .orderBy('due_at')
      .orderBy('id')
      .limit(1);
    first.push(...(await traits.holdFree(waiting).execute()));
  }
  return first.toSorted((a, b) => (a.due_at ?? 0) - (b.due_at ?? 0))[0];
}

async function abandonSending(work: Work, channelId: number, now: number): Promise<void> {
  const left = await work.trx
    .selectFrom('message')
    .selectAll()
    .where('channel_id', '=', channelId)
    .where('turn', '=', turns.sending)
    .execute();
  for (const row of left) await stepMessage(work, row, abandoned(now), now);
}

export async function releaseChannel(
  work: Work,
  channelId: number,
  fence: number,
  nextSendAt: number,
): Promise<void> {
  const channel = await holdChannel(work, channelId);
  if (channel?.fence !== fence) return;
  await settleChannel(work, channel, { lease_owner: null, lease_until: null, next_send_at: nextSendAt });
}

/** See `Deliveries.takeOver`. */
export async function takeOver(work: Work, now: number): Promise<number> {
  const { trx, traits } = work;
  const leased = trx.selectFrom('channel').selectAll().where('lease_until', 'is not', null).orderBy('id');
  const sending = trx.selectFrom('message').select('channel_id').where('turn', '=', turns.sending);
  const left = trx.selectFrom('channel').selectAll().where('id', 'in', sending).orderBy('id');
  for (const query of [leased, left]) {
    for (const channel of await traits.hold(query).execute()) {
      await abandonSending(work, channel.id, now);
      const released = { lease_owner: null, lease_until: null, fence: channel.fence + 1 };
      await settleChannel(work, channel, released);
    }
  }
  const doubtful = trx
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('turn', '=', turns.unknown);
  return (await doubtful.executeTakeFirstOrThrow()).count;
}
