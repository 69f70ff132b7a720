/**
 * The sender: leases a channel, sends what it needs next, writes down what became of it, gives the channel back.
 * A message is asked of the platform only between two commits ("sending" before, the outcome after), so that whoever
 * finds it in "sending" knows that it may be visible, and asks before sending again.
 */
import { fullJitterMs } from '../backoff.ts';
import type { Message, PlatformName } from '../domain.ts';
import { reasonOf } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Meter } from '../meter.ts';
import type { Platform, Post, PostOutcome, ReadBack } from '../platform/platform.ts';
import type { Deliveries, Lease, Recorded } from '../store/store.ts';
import type { World } from '../world.ts';

export interface Sender {
  /**
   * Begins to serve the channels that wait; does not wait for their platforms, so that a slow one holds up no other.
   * @returns when there will be more, if that is known
   */
  readonly serveDue: () => Promise<number | undefined>;
  /** Resolves when no channel is being served. */
  readonly idle: () => Promise<void>;
  /**
   * Resolves when every channel is given back: after the message under way, at most some seconds later. What has no
   * answer by then is `unknown`.
   */
  readonly stop: () => Promise<void>;
}

interface SenderParts {
  readonly deliveries: Deliveries;
  readonly platforms: ReadonlyMap<PlatformName, Platform>;
  readonly world: World;
  readonly log: Log;
  readonly meter: Meter;
  /** Tells this sender from others on the same database. */
  readonly owner: string;
  /** A channel was given back: there may be more to serve. */
  readonly onFree: () => void;
}

/** How a channel's turn goes on: after a rest, not at all because it takes no messages, or not by us. */
type Turn =
  | { readonly kind: 'go on'; readonly waitMs: number }
  | { readonly kind: 'closed' }
  | { readonly kind: 'lost' };

const leaseMs = 60_000;
/** A platform that has not answered by then is given up on; its own time-outs are shorter, if they work. */
const answerMs = 20_000;
/** A channel is given back well before its lease ends: its last request must be over by then, answered or not. */
const sessionMs = 30_000;
/** How long an answer may still take once we are stopping; an orchestrator waits 10 seconds before it kills. */
const lastAnswerMs = 5000;
/** When to look again for what is due but not to be had: an alert not yet placed, a channel that another holds. */
const restMs = 1000;
/** A message nobody could deliver for so long is dead: it is no news any more. */
const giveUpAfterMs = 24 * 60 * 60_000;
/** Channels served at the same time: they wait for the network, not for us. */
const parallel = 16;

export function createSender({
  deliveries,
  platforms,
  world,
  log,
  meter,
  owner,
  onFree,
}: SenderParts): Sender {
  const names = [...platforms.keys()];
  const serving = new Set<Promise<void>>();
  const enough = Promise.withResolvers<void>();
  let stopped = false;
  return {
    serveDue,
    idle,
    async stop() {
      stopped = true;
      const cancel = world.after(lastAnswerMs, enough.resolve);
      await idle();
      cancel();
    },
  };

  async function serveDue(): Promise<number | undefined> {
    while (serving.size < parallel && !stopped) {
      const lease = await nextLease();
      if (lease === undefined) break;
      begin(lease);
    }
    const dueAt = await deliveries.nextDueAt(names);
    return dueAt && Math.max(dueAt, world.now() + restMs);
  }

  function begin(lease: Lease): void {
    const turn = serve(lease)
      // Nothing is lost: the lease runs out, and what was being sent is looked for.
      .catch((fault: unknown) => failed('sending', fault, { channel: lease.channel.id }))
      .finally(() => {
        serving.delete(turn);
        onFree();
      });
    serving.add(turn);
  }

  function failed(what: string, fault: unknown, facts: object): void {
    meter.failed(what);
    log.error({ err: fault, ...facts }, `${what} failed: ${reasonOf(fault)}`);
  }

  async function idle(): Promise<void> {
    while (serving.size > 0) await Promise.all(serving);
  }

  async function nextLease(): Promise<Lease | undefined> {
    const lease = await deliveries.leaseChannel({ platforms: names, owner, now: world.now(), leaseMs });
    if (lease !== undefined) world.reach('channel leased');
    return lease;
  }

  /** One channel's turn: message after message in its order, until nothing is due, its pace says wait, or time is up. */
  async function serve(lease: Lease): Promise<void> {
    const platform = platforms.get(lease.channel.platform);
    if (platform === undefined) throw new Error(`no platform ${lease.channel.platform}`);
    const until = world.now() + sessionMs;
    let nextSendAt = world.now();
    while (nextSendAt <= world.now() && world.now() < until && !stopped) {
      const message = await deliveries.nextMessage(lease.channel.id, world.now());
      if (message === undefined) break;
      const turn = await advance(message, lease, platform);
      if (turn.kind === 'lost') return;
      if (turn.kind === 'closed') break;
      nextSendAt = world.now() + turn.waitMs;
    }
    await deliveries.releaseChannel(lease.channel.id, lease.fence, nextSendAt);
  }

  /** Brings a message one step further. */
  async function advance(message: Message, lease: Lease, platform: Platform): Promise<Turn> {
    if (message.state !== 'unknown' || (inDoubt(message) && canBeRepeated(message, platform))) {
      return send(message, lease, platform);
    }
    // A request still on its way would appear after we have found nothing, or undo the edit that we make now.
    const overAt = (await lastAskedAt(message)) + platform.effectWithinMs;
    if (world.now() < overAt) return waitFor(message, lease, overAt);
    return inDoubt(message) ? settle(message, lease, platform) : send(message, lease, platform);
  }

  /**
   * The platform recognises what it has seen under this marker, also if this request takes its time. Then it leaves it
   * as it is, so other words than those it may have seen must not be asked of it: we would take the old ones for the new.
   */
  function canBeRepeated(message: Message, platform: Platform): boolean {
    const age = world.now() - (message.firstTryAt ?? 0);
    return age + platform.effectWithinMs < platform.sameMarkerMs && message.sendingRev === message.wantedRev;
  }

  async function lastAskedAt({ id }: Message): Promise<number> {
    return (await deliveries.transitions(id)).findLast(({ to }) => to === 'sending')?.at ?? 0;
  }

  function waitFor(message: Message, lease: Lease, nextTryAt: number): Promise<Turn> {
    const { reason = 'no answer' } = message;
    return record(message, lease, 0, { kind: 'unknown', nextTryAt, reason });
  }

  /** May it be visible? The channel's history tells; where it cannot, rather twice than never. */
  async function settle(message: Message, lease: Lease, platform: Platform): Promise<Turn> {
    const back = await lookBack(message, lease, platform);
    const now = world.now();
    switch (back.kind) {
      case 'found':
        return record(message, lease, 0, {
          kind: 'sent',
          externalId: back.externalId,
          revision: back.revision,
        });
      case 'absent':
        return record(message, lease, 0, {
          kind: 'later',
          nextTryAt: now,
          reason: 'not in the channel: sent again',
        });
      case 'unreadable': {
        const waitMs = fullJitterMs(message.attempt, world.random);
        // A history that stays shut must not hold up for ever what waits behind this message.
        const patient = now - (message.firstTryAt ?? now) < giveUpAfterMs;
        if (back.retry && patient) {
          return record(message, lease, waitMs, {
            kind: 'unknown',
            nextTryAt: now + waitMs,
            reason: back.reason,
          });
        }
        log.warn({ message: message.id, reason: back.reason }, 'cannot tell whether it was sent: sent again');
        return record(message, lease, 0, {
          kind: 'later',
          nextTryAt: now,
          reason: `${back.reason}: sent again`,
        });
      }
    }
  }

  async function send(message: Message, lease: Lease, platform: Platform): Promise<Turn> {
    const sending = await deliveries.startSending(message.id, lease.fence, world.now());
    if (sending === undefined) return { kind: 'lost' };
    world.reach('message sending');
    const outcome = await ask(sending, lease, platform);
    world.reach('message posted');
    if (outcome.kind === 'busy') meter.busy(platform.name);
    const { recorded, waitMs } = judge(sending, outcome, platform, inDoubt(message));
    const turn = await record(sending, lease, waitMs, recorded);
    world.reach('message recorded');
    if (outcome.kind !== 'closed' || turn.kind === 'lost') return turn;
    await deliveries.pauseChannel(lease.channel.id, outcome.reason);
    log.warn(
      { channel: lease.channel.externalId, reason: outcome.reason },
      'channel paused: its messages wait',
    );
    return { kind: 'closed' };
  }

  function ask(message: Message, { channel }: Lease, platform: Platform): Promise<PostOutcome> {
    const { id: marker, sendingRev: revision, content, externalId } = message;
    const post: Post = { marker, revision, content };
    return answered<PostOutcome>(
      message,
      () =>
        externalId === undefined ? platform.post(channel, post) : platform.edit(channel, externalId, post),
      (reason) => ({ kind: 'unknown', reason }),
    );
  }

  function lookBack(message: Message, { channel }: Lease, platform: Platform): Promise<ReadBack> {
    return answered<ReadBack>(
      message,
      () => platform.readBack(channel, message.id),
      (reason) => ({ kind: 'unreadable', retry: true, reason }),
    );
  }

  /** What the platform answers; what stands for it if it does not, or throws, which is a mistake of ours. */
  function answered<T>(
    { id }: Message,
    request: () => Promise<T>,
    instead: (reason: string) => T,
  ): Promise<T> {
    const { promise, resolve } = Promise.withResolvers<T>();
    const cancel = world.after(answerMs, () => resolve(instead(`no answer within ${answerMs / 1000} s`)));
    void enough.promise.then(() => resolve(instead('stopped before the answer came')));
    const asked = request().catch((fault: unknown) => {
      failed('platform', fault, { message: id });
      return instead(reasonOf(fault));
    });
    void asked.then(resolve).finally(cancel);
    return promise;
  }

  /**
   * @param doubted an earlier try may have made it visible. Only "posted" or reading back ends that doubt: this time
   *   refused before any effect says nothing about the time before.
   */
  function judge(
    message: Message,
    outcome: PostOutcome,
    platform: Platform,
    doubted: boolean,
  ): { readonly recorded: Recorded; readonly waitMs: number } {
    const now = world.now();
    const backOffMs = fullJitterMs(message.attempt, world.random);
    if (outcome.kind === 'posted') {
      const { externalId } = outcome;
      return {
        recorded: { kind: 'sent', externalId, revision: message.sendingRev },
        waitMs: platform.paceMs,
      };
    }

    const { reason } = outcome;
    const waitMs = outcome.kind === 'busy' ? (outcome.retryAfterMs ?? backOffMs) : 0;
    if (outcome.kind === 'refused' && !doubted)
      return { recorded: refusal(message, reason), waitMs: platform.paceMs };
    if (outcome.kind !== 'closed' && now - (message.firstTryAt ?? now) >= giveUpAfterMs) {
      return { recorded: refusal(message, `not delivered within 24 h: ${reason}`), waitMs };
    }
    if (outcome.kind === 'unknown' || doubted) {
      return { recorded: { kind: 'unknown', nextTryAt: now + Math.max(waitMs, backOffMs), reason }, waitMs };
    }
    return { recorded: { kind: 'later', nextTryAt: now + waitMs, reason }, waitMs };
  }

  async function record(message: Message, lease: Lease, waitMs: number, recorded: Recorded): Promise<Turn> {
    const ours = await deliveries.record(message.id, lease.fence, recorded, world.now());
    const { reason } = recorded;
    const facts = { message: message.id, channel: lease.channel.id, outcome: recorded.kind, reason };
    if (ours) measure(message, lease, recorded);
    if (ours) log.debug(facts, 'delivery step');
    else log.warn(facts, 'another sender took the channel over; what this one did will be read back');
    return ours ? { kind: 'go on', waitMs } : { kind: 'lost' };
  }

  function measure(message: Message, { channel }: Lease, { kind }: Recorded): void {
    meter.delivered(channel.platform, kind);
    if (kind === 'sent' && message.postedRev === 0) meter.appeared(message.content.articleId, world.now());
  }
}

/** It may be visible or not; an edit is not in doubt, it can simply be made again. */
function inDoubt(message: Message): boolean {
  return message.state === 'unknown' && message.externalId === undefined;
}

/** An edit that cannot be made is a normal day: what is visible stays as it is. A post that cannot be made is dead. */
function refusal(message: Message, reason: string): Recorded {
  return message.externalId === undefined
    ? { kind: 'dead', reason }
    : { kind: 'sent', externalId: message.externalId, revision: message.postedRev, reason };
}
