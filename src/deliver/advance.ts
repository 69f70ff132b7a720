/** What is done about a message next: it is sent, looked for, sent again, given up, or its channel is paused. */
import { fullJitterMs } from '../backoff.ts';
import type { Channel, Message } from '../domain.ts';
import type { Log } from '../log.ts';
import type { Meter } from '../meter.ts';
import { type Platform, type PostOutcome, type ReadBack, sameMarkerMsIn } from '../platform/platform.ts';
import type { Deliveries, Recorded } from '../store/port/deliveries.ts';
import type { World } from '../world.ts';
import { answerMs, type Asking } from './ask.ts';
import { createEffectWindows } from './effect-window.ts';
import { asItIs, inDoubt, isGivenUp, isOld, judge, type Judgement } from './judge.ts';
import type { Service } from './service.ts';
import type { TokenGate } from './token-gate.ts';

/** How a channel's turn goes on: after a rest, not for now, or not by us. */
export type Turn =
  | { readonly kind: 'go on'; readonly waitMs: number }
  | { readonly kind: 'over' }
  | { readonly kind: 'lost' };

interface AdvanceParts {
  readonly deliveries: Deliveries;
  readonly asking: Asking;
  readonly gate: TokenGate;
  readonly world: World;
  readonly log: Log;
  readonly meter: Meter;
  readonly isStopped: () => boolean;
  /** What is done about a message that may be visible where no history tells. */
  readonly whenInDoubt: 'send again' | 'leave';
  /** Where whoever looks after the bot is told of channels that take no messages. */
  readonly operatorChannel?: (() => Promise<number>) | undefined;
  /** A channel that took messages until now takes none any more. */
  readonly onPaused: (channel: Channel, reason: string) => void;
}

/** A channel that took no messages is tried again after as long as it has been so already, within these bounds. */
const soonestRetryMs = 5 * 60_000;
const latestRetryMs = 6 * 60 * 60_000;

/** What has found its channel closed for so long lets one that stands behind it try, too: it may be closed to this alone. */
const letPastAfterMs = 2 * 60 * 60_000;

/** @returns brings a message one step further */
export function createAdvance({
  deliveries,
  asking,
  gate,
  world,
  log,
  meter,
  isStopped,
  whenInDoubt,
  operatorChannel,
  onPaused,
}: AdvanceParts): (message: Message, service: Service) => Promise<Turn> {
  const windows = createEffectWindows(deliveries, world);
  return advance;

  async function advance(message: Message, service: Service): Promise<Turn> {
    const { platform } = service;
    if (isEditedEnough(message, platform)) return leaveAsItIs(message, service, 'edited often enough');
    if (inDoubt(message) && canBeRepeated(message, service)) return repeat(message, service);
    // A request still on its way would appear after we have found nothing, or undo the edit that we make now.
    const leftMs = await windows.leftMs(message, platform);
    if (leftMs > 0) return waitFor(message, service, world.now() + leftMs);
    if (inDoubt(message)) return settle(message, service);
    // The store begins no edit for nobody: without a word of ours it would stay in doubt, and the channel behind it.
    if (message.unwanted === true) return leaveAsItIs(message, service, 'nobody wants it any more');
    return send(message, service);
  }

  function leaveAsItIs(message: Message, service: Service, reason: string): Promise<Turn> {
    const recorded = asItIs(message, message.externalId ?? '', reason);
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
    // It is looked for first, and what is asked then may take several requests.
    const lastMs = 2 * answerMs + platform.effectWithinMs;
    const recognised = age + lastMs < sameMarkerMsIn(lease.channel, platform);
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
    const back = await asking.lookBack(message, service);
    return back.kind === 'found' ? recordFound(message, service, back) : send(message, service);
  }

  function recordFound(
    message: Message,
    service: Service,
    { externalId, revision }: Extract<ReadBack, { kind: 'found' }>,
  ): Promise<Turn> {
    return record(message, service, { recorded: { kind: 'sent', externalId, revision }, waitMs: 0 });
  }

  function waitFor(message: Message, service: Service, nextTryAt: number): Promise<Turn> {
    const { state, reason = 'no answer' } = message;
    const kind = state === 'unknown' ? 'unknown' : 'later';
    return record(message, service, { recorded: { kind, nextTryAt, reason }, waitMs: 0 });
  }

  /** May it be visible? The channel's history tells; where it cannot, rather twice than never. */
  async function settle(message: Message, service: Service): Promise<Turn> {
    const waitMs = await gate.enter(service.lease.channel, service.platform);
    if (waitMs > 0) return { kind: 'go on', waitMs };
    if (isStopped()) return { kind: 'over' };
    const back = await asking.lookBack(message, service);
    const now = world.now();
    switch (back.kind) {
      case 'found':
        return recordFound(message, service, back);
      case 'absent':
        return sendAgain(message, service, 'not in the channel: sent again');
      case 'unreadable':
        return decideInDoubt(message, service, back.reason);
      case 'closed':
        return whileClosed(message, service, back);
      case 'busy': {
        const { reason } = back;
        // A history that stays shut must not hold up for ever what waits behind this message.
        if (isGivenUp(message, now)) return decideInDoubt(message, service, reason);
        // Who leaves this unanswered has not dealt with what we asked before either: it may still take effect.
        const backOffMs =
          back.retryAfterMs ??
          Math.max(service.platform.effectWithinMs, fullJitterMs(message.attempt, world.random));
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

  /**
   * What lets us neither read nor write for a while can be read when it is mended. Whether it takes messages, and its
   * history alone is shut, shows when it is tried again.
   */
  async function whileClosed(
    message: Message,
    service: Service,
    closed: Extract<ReadBack, { kind: 'closed' }>,
  ): Promise<Turn> {
    const { reason } = closed;
    const wasPaused = service.lease.channel.status === 'paused';
    if (wasPaused && (whenInDoubt === 'send again' || isOld(message, world.now())))
      return decideInDoubt(message, service, reason);
    const recorded = { kind: 'unknown', nextTryAt: world.now(), reason, afresh: true } as const;
    const turn = await record(message, service, { recorded, waitMs: 0 });
    return turn.kind === 'lost' ? turn : pause(closed, service);
  }

  /** No history tells. What is sent again stays in doubt until the channel takes it: a closed one may be read later. */
  async function decideInDoubt(message: Message, service: Service, reason: string): Promise<Turn> {
    if (message.unwanted === true) return sendAgain(message, service, reason);
    if (whenInDoubt === 'send again') return send(message, service, { untold: reason });
    tellDoubt(message, service, reason);
    const recorded = { kind: 'dead', reason: `${reason}: it may be there, and is not sent twice` } as const;
    return record(message, service, { recorded, waitMs: 0 });
  }

  function tellDoubt({ id }: Message, { platform }: Service, reason: string): void {
    log.warn({ message: id, reason }, `cannot tell whether it was sent: ${whenInDoubt}`);
    meter.doubted(platform.name, whenInDoubt);
  }

  /**
   * @param how.letPast what stands before it in its line has just found the channel closed
   * @param how.untold why no history tells whether an earlier try made it visible
   */
  async function send(
    message: Message,
    service: Service,
    { letPast = false, untold }: { readonly letPast?: boolean; readonly untold?: string } = {},
  ): Promise<Turn> {
    const { lease, platform } = service;
    const waitMs = await gate.enter(lease.channel, platform);
    if (waitMs > 0) return { kind: 'go on', waitMs };
    if (isStopped() || world.elapsedMs() >= service.until) return { kind: 'over' };
    const sending = await deliveries.startSending(message.id, lease.fence, world.now());
    // The channel was paused or taken over, or the message is wanted no more.
    if (sending === undefined) return { kind: 'over' };
    world.reach('message sending');
    const answer = await asking.post(sending, service);
    const outcome = await unlessOvertaken(message, answer);
    world.reach('message posted');
    windows[outcome.kind === 'unknown' ? 'lost' : 'heard'](message.id);
    if (untold !== undefined && outcome.kind === 'posted') tellDoubt(message, service, untold);
    // Refused for what it is: there will never be more to learn.
    const doubted = inDoubt(message) && !(untold !== undefined && outcome.kind === 'refused');
    const judgement = judge(sending, outcome, doubted, platform, world);
    if (outcome.kind === 'busy') {
      meter.busy(platform.name);
      if (outcome.scope === 'token') gate.rest(lease.channel, platform, judgement.waitMs);
    }
    const turn = await record(sending, service, withoutRevival(answer, judgement));
    world.reach('message recorded');
    if (outcome.kind !== 'closed' || turn.kind === 'lost') return turn;
    const behind = letPast ? undefined : await whoMayPass(message, outcome);
    return behind === undefined ? pause(outcome, service) : send(behind, service, { letPast: true });
  }

  /** Closed to it whatever it says: other words are no reason to try again, and to close the channel to all by that. */
  function withoutRevival(answer: PostOutcome, { recorded, waitMs }: Judgement): Judgement {
    const isClosedToIt = answer.kind === 'closed' && recorded.kind === 'dead';
    return { recorded: isClosedToIt ? { ...recorded, refused: false } : recorded, waitMs };
  }

  /** Where others have come through since it found the channel closed, and it finds it closed again, it is the message. */
  async function unlessOvertaken(message: Message, outcome: PostOutcome): Promise<PostOutcome> {
    const isTriedBefore = message.reason !== undefined;
    if (outcome.kind !== 'closed' || outcome.scope === 'workspace' || !isTriedBefore) return outcome;
    const isOvertaken = await deliveries.isOvertaken(message.id);
    return isOvertaken ? { kind: 'refused', reason: outcome.reason } : outcome;
  }

  async function whoMayPass(
    message: Message,
    { scope, reason }: Extract<PostOutcome, { kind: 'closed' }>,
  ): Promise<Message | undefined> {
    // What may be visible is settled before anything behind it.
    if (scope === 'workspace' || inDoubt(message)) return undefined;
    const now = world.now();
    // Not since when the channel is paused: who looks after it may have ended pauses in vain.
    const first = (await deliveries.transitions(message.id)).find(
      (step) => step.from === 'sending' && step.to === 'pending' && step.reason === reason,
    );
    const isLong = first !== undefined && now - first.at >= letPastAfterMs;
    return isLong ? deliveries.messageBehind(message.id, now) : undefined;
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

  async function record(message: Message, service: Service, { recorded, waitMs }: Judgement): Promise<Turn> {
    const { channel, fence } = service.lease;
    const ours = await deliveries.record(message.id, fence, recorded, world.now());
    const { reason } = recorded;
    const facts = { message: message.id, channel: channel.id, outcome: recorded.kind, reason };
    if (ours) measure(message, channel, recorded);
    if (!ours) log.warn(facts, 'another sender took the channel over; what this one did will be read back');
    else if (recorded.kind === 'dead')
      log.error(
        facts,
        `a message is not shown: ${reason}. "bellwire resend ${message.id}" tries it once more`,
      );
    else log.debug(facts, 'delivery step');
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
