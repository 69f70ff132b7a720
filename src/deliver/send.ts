/**
 * The sender: leases a channel, sends what it needs next, writes down what became of it, gives the channel back.
 * A message is asked of the platform only between two commits ("sending" before, the outcome after), so that whoever
 * finds it in "sending" knows that it may be visible, and asks before sending again.
 */
import { fullJitterMs } from '../backoff.ts';
import type { Channel, Message, PlatformName } from '../domain.ts';
import { reasonOf } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Meter } from '../meter.ts';
import {
  type Platform,
  type Post,
  type PostOutcome,
  type ReadBack,
  sameMarkerMsIn,
} from '../platform/platform.ts';
import type { Deliveries, Lease, Recorded } from '../store/port/deliveries.ts';
import type { World } from '../world.ts';
import { asItIs, inDoubt, isGivenUp, judge, type Judgement } from './judge.ts';
import { createTokenGate } from './token-gate.ts';

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
  /** A channel was given back, or takes its time: there may be more to serve. */
  readonly onFree: () => void;
  /** What is done about a message that may be visible where no history tells. */
  readonly whenInDoubt?: 'send again' | 'leave' | undefined;
  /** Where whoever looks after the bot is told of channels that take no messages. */
  readonly operatorChannel?: (() => Promise<number>) | undefined;
  /** A channel that took messages until now takes none any more. */
  readonly onPaused?: ((channel: Channel, reason: string) => void) | undefined;
}

/** How a channel's turn goes on: after a rest, not for now, or not by us. */
type Turn =
  | { readonly kind: 'go on'; readonly waitMs: number }
  | { readonly kind: 'over' }
  | { readonly kind: 'lost' };

/** A channel that is being served. */
interface Service {
  readonly lease: Lease;
  readonly platform: Platform;
  /** The platform takes its time: it holds up no other channel. */
  slow: boolean;
}

const leaseMs = 60_000;
/** A platform that has not answered by then is given up on; its own time-outs are shorter, if they work. */
const answerMs = 20_000;
/** A channel is given back well before its lease ends: its last request must be over by then, answered or not. */
const sessionMs = 30_000;
/** How long an answer may still take once we are stopping; an orchestrator waits 10 seconds before it kills. */
const lastAnswerMs = 5000;
/** When to look again for what is due but not to be had: an alert not yet placed, a channel that another holds. */
const restMs = 1000;
/** Channels served at the same time: they wait for the network, not for us. */
const parallel = 16;
/** A request that takes longer does not count among those; so many may be waited for in all. */
const slowMs = 500;
const mostSlow = 500;
/** A channel that took no messages is tried again after as long as it has been so already, within these bounds. */
const soonestRetryMs = 5 * 60_000;
const latestRetryMs = 6 * 60 * 60_000;

export function createSender({
  deliveries,
  platforms,
  world,
  log,
  meter,
  owner,
  onFree,
  whenInDoubt = 'send again',
  operatorChannel,
  onPaused = () => {},
}: SenderParts): Sender {
  const names = [...platforms.keys()];
  const gate = createTokenGate(world);
  const serving = new Set<Promise<void>>();
  const enough = Promise.withResolvers<void>();
  let brisk = 0;
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
    while (brisk < parallel && serving.size < parallel + mostSlow && !stopped) {
      const lease = await nextLease();
      if (lease === undefined) break;
      begin(lease);
    }
    const { platforms: resting, until } = gate.resting();
    const dueAt = await deliveries.nextDueAt(names.filter((name) => !resting.has(name)));
    const next = Math.min(
      dueAt === undefined ? Infinity : Math.max(dueAt, world.now() + restMs),
      until ?? Infinity,
    );
    return next === Infinity ? undefined : next;
  }

  function begin(lease: Lease): void {
    const platform = platforms.get(lease.channel.platform);
    if (platform === undefined) throw new Error(`no platform ${lease.channel.platform}`);
    const service: Service = { lease, platform, slow: false };
    brisk += 1;
    const turn = serve(service)
      // Nothing is lost: the lease runs out, and what was being sent is looked for.
      .catch((fault: unknown) => failed('sending', fault, { channel: lease.channel.id }))
      .finally(() => {
        serving.delete(turn);
        if (!service.slow) brisk -= 1;
        onFree();
      });
    serving.add(turn);
  }

  function becomeSlow(service: Service): void {
    if (service.slow) return;
    service.slow = true;
    brisk -= 1;
    onFree();
  }

  function failed(what: string, fault: unknown, facts: object): void {
    meter.failed(what);
    log.error({ err: fault, ...facts }, `${what} failed: ${reasonOf(fault)}`);
  }

  async function idle(): Promise<void> {
    while (serving.size > 0) await Promise.all(serving);
  }

  async function nextLease(): Promise<Lease | undefined> {
    const resting = gate.resting();
    const lease = await deliveries.leaseChannel({
      platforms: names.filter((name) => !resting.platforms.has(name)),
      exceptWorkspaces: resting.workspaces,
      owner,
      now: world.now(),
      leaseMs,
    });
    if (lease !== undefined) world.reach('channel leased');
    return lease;
  }

  /** One channel's turn: message after message in its order, until nothing is due, its pace says wait, or time is up. */
  async function serve(service: Service): Promise<void> {
    const { lease } = service;
    const until = world.now() + sessionMs;
    let nextSendAt = world.now();
    while (nextSendAt <= world.now() && world.now() < until && !stopped) {
      const message = await deliveries.nextMessage(lease.channel.id, world.now());
      if (message === undefined) break;
      const turn = await advance(message, service);
      if (turn.kind === 'lost') return;
      if (turn.kind === 'over') break;
      nextSendAt = world.now() + turn.waitMs;
    }
    await deliveries.releaseChannel(lease.channel.id, lease.fence, nextSendAt);
  }

  /** Brings a message one step further. */
  async function advance(message: Message, service: Service): Promise<Turn> {
    const { platform } = service;
    if (isEditedEnough(message, platform)) return leaveAsItIs(message, service);
    if (message.state !== 'unknown') return send(message, service);
    if (inDoubt(message) && canBeRepeated(message, service)) return repeat(message, service);
    // A request still on its way would appear after we have found nothing, or undo the edit that we make now.
    const overAt = (await lastAskedAt(message)) + platform.effectWithinMs;
    if (world.now() < overAt) return waitFor(message, service, overAt);
    return inDoubt(message) ? settle(message, service) : send(message, service);
  }

  function leaveAsItIs(message: Message, service: Service): Promise<Turn> {
    const recorded = asItIs(message, message.externalId ?? '', 'edited often enough');
    return record(message, service, { recorded, waitMs: 0 });
  }

  /**
   * The platform recognises what it has seen under this marker, also if this request takes its time. Then it leaves it
   * as it is, so other words than those it may have seen must not be asked of it: we would take the old ones for the new.
   */
  function canBeRepeated(message: Message, { lease, platform }: Service): boolean {
    const age = world.now() - (message.firstTryAt ?? 0);
    // Nobody wants it any more: it is looked for, and not asked for again.
    if (message.unwanted === true) return false;
    const recognised = age + platform.effectWithinMs < sameMarkerMsIn(lease.channel, platform);
    return recognised && message.sendingRev === message.wantedRev;
  }

  /**
   * A look first, where its promise is not for ever: a server that has lost its memory, or never had one, would show it
   * twice. What is not there yet may still be on its way, which is why it is the same marker again.
   */
  async function repeat(message: Message, service: Service): Promise<Turn> {
    if (sameMarkerMsIn(service.lease.channel, service.platform) === Infinity) return send(message, service);
    const waitMs = await gate.enter(service.lease.channel, service.platform);
    if (waitMs > 0) return { kind: 'go on', waitMs };
    const back = await lookBack(message, service);
    return back.kind === 'found' ? recordFound(message, service, back) : send(message, service);
  }

  function recordFound(
    message: Message,
    service: Service,
    { externalId, revision }: Extract<ReadBack, { kind: 'found' }>,
  ): Promise<Turn> {
    return record(message, service, { recorded: { kind: 'sent', externalId, revision }, waitMs: 0 });
  }

  async function lastAskedAt({ id }: Message): Promise<number> {
    return (await deliveries.transitions(id)).findLast(({ to }) => to === 'sending')?.at ?? 0;
  }

  function waitFor(message: Message, service: Service, nextTryAt: number): Promise<Turn> {
    const { reason = 'no answer' } = message;
    return record(message, service, { recorded: { kind: 'unknown', nextTryAt, reason }, waitMs: 0 });
  }

  /** May it be visible? The channel's history tells; where it cannot, rather twice than never. */
  async function settle(message: Message, service: Service): Promise<Turn> {
    const waitMs = await gate.enter(service.lease.channel, service.platform);
    if (waitMs > 0) return { kind: 'go on', waitMs };
    if (stopped) return { kind: 'over' };
    const back = await lookBack(message, service);
    const now = world.now();
    switch (back.kind) {
      case 'found':
        return recordFound(message, service, back);
      case 'absent':
        return sendAgain(message, service, 'not in the channel: sent again');
      case 'unreadable': {
        const { reason } = back;
        // A history that stays shut must not hold up for ever what waits behind this message.
        if (!back.retry || isGivenUp(message, now)) return decideInDoubt(message, service, reason);
        const backOffMs = back.retryAfterMs ?? fullJitterMs(message.attempt, world.random);
        if (back.scope === 'token') gate.rest(service.lease.channel, service.platform, backOffMs);
        const recorded = { kind: 'unknown', nextTryAt: now + backOffMs, reason } as const;
        return record(message, service, { recorded, waitMs: backOffMs });
      }
    }
  }

  function sendAgain(message: Message, service: Service, reason: string): Promise<Turn> {
    const recorded = { kind: 'later', nextTryAt: world.now(), reason } as const;
    return record(message, service, { recorded, waitMs: 0 });
  }

  function decideInDoubt(message: Message, service: Service, reason: string): Promise<Turn> {
    log.warn({ message: message.id, reason }, `cannot tell whether it was sent: ${whenInDoubt}`);
    meter.doubted(service.platform.name, whenInDoubt);
    if (whenInDoubt === 'send again') return sendAgain(message, service, `${reason}: sent again`);
    const recorded = { kind: 'dead', reason: `${reason}: it may be there, and is not sent twice` } as const;
    return record(message, service, { recorded, waitMs: 0 });
  }

  async function send(message: Message, service: Service): Promise<Turn> {
    const { lease, platform } = service;
    const waitMs = await gate.enter(lease.channel, platform);
    if (waitMs > 0) return { kind: 'go on', waitMs };
    if (stopped) return { kind: 'over' };
    const sending = await deliveries.startSending(message.id, lease.fence, world.now());
    // The channel was paused or taken over, or the message is wanted no more.
    if (sending === undefined) return { kind: 'over' };
    world.reach('message sending');
    const outcome = await ask(sending, service);
    world.reach('message posted');
    const judgement = judge(sending, outcome, inDoubt(message), platform, world);
    if (outcome.kind === 'busy') {
      meter.busy(platform.name);
      if (outcome.scope === 'token') gate.rest(lease.channel, platform, judgement.waitMs);
    }
    const turn = await record(sending, service, judgement);
    world.reach('message recorded');
    return outcome.kind === 'closed' && turn.kind !== 'lost' ? pause(outcome, service) : turn;
  }

  /** It is tried again by and by, so that nobody has to tell us when it is mended. */
  async function pause(
    { scope = 'channel', reason }: Extract<PostOutcome, { kind: 'closed' }>,
    { lease: { channel } }: Service,
  ): Promise<Turn> {
    const now = world.now();
    const pausedMs = now - (channel.pausedAt ?? now);
    const retryAt = now + Math.min(latestRetryMs, Math.max(soonestRetryMs, pausedMs));
    const pausing = { now, reason, retryAt, noticeTo: await operatorChannel?.() };
    if (scope === 'workspace') await deliveries.pauseWorkspace(channel.workspaceId, pausing);
    else await deliveries.pauseChannel(channel.id, pausing);
    log.warn({ channel: channel.externalId, scope, reason, retryAt }, `${scope} paused: its messages wait`);
    if (channel.status === 'ok' && scope === 'channel') onPaused(channel, reason);
    return { kind: 'over' };
  }

  async function ask(message: Message, service: Service): Promise<PostOutcome> {
    const { lease, platform } = service;
    const { id: marker, sendingRev: revision, content, externalId } = message;
    const post: Post = { marker, revision, content, replyTo: await parentOf(message) };
    return answered<PostOutcome>(
      message,
      service,
      () =>
        externalId === undefined
          ? platform.post(lease.channel, post)
          : platform.edit(lease.channel, externalId, post),
      (reason) => ({ kind: 'unknown', reason }),
    );
  }

  async function parentOf({ parentId }: Message): Promise<string | undefined> {
    return parentId === undefined ? undefined : (await deliveries.message(parentId))?.externalId;
  }

  async function lookBack(message: Message, service: Service): Promise<ReadBack> {
    const sought = { replyTo: await parentOf(message), since: message.firstTryAt };
    return answered<ReadBack>(
      message,
      service,
      () => service.platform.readBack(service.lease.channel, message.id, sought),
      (reason) => ({ kind: 'unreadable', retry: true, reason }),
    );
  }

  /** What the platform answers; what stands for it if it does not, or throws, which is a mistake of ours. */
  function answered<T>(
    { id }: Message,
    service: Service,
    request: () => Promise<T>,
    instead: (reason: string) => T,
  ): Promise<T> {
    const { promise, resolve } = Promise.withResolvers<T>();
    const slow = world.after(slowMs, () => becomeSlow(service));
    const cancel = world.after(answerMs, () => resolve(instead(`no answer within ${answerMs / 1000} s`)));
    void enough.promise.then(() => resolve(instead('stopped before the answer came')));
    const asked = request().catch((fault: unknown) => {
      failed('platform', fault, { message: id });
      return instead(reasonOf(fault));
    });
    void asked.then(resolve).finally(() => {
      slow();
      cancel();
    });
    return promise;
  }

  async function record(message: Message, service: Service, { recorded, waitMs }: Judgement): Promise<Turn> {
    const { channel, fence } = service.lease;
    const ours = await deliveries.record(message.id, fence, recorded, world.now());
    const { reason } = recorded;
    const facts = { message: message.id, channel: channel.id, outcome: recorded.kind, reason };
    if (ours) measure(message, channel, recorded);
    if (ours) log.debug(facts, 'delivery step');
    else log.warn(facts, 'another sender took the channel over; what this one did will be read back');
    return ours ? { kind: 'go on', waitMs } : { kind: 'lost' };
  }

  function measure({ postedRev, content }: Message, channel: Channel, { kind }: Recorded): void {
    meter.delivered(channel.platform, kind);
    if (kind === 'sent' && postedRev === 0 && content.kind === 'alert')
      meter.appeared(content.articleId, world.now());
  }
}

function isEditedEnough({ state, edits }: Message, { editsAtMost = Infinity }: Platform): boolean {
  return state === 'sent' && edits >= editsAtMost;
}
