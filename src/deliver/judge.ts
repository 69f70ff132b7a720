/** What an answer of a platform means for its message and its channel. */
import { fullJitterMs } from '../backoff.ts';
import type { Message } from '../domain.ts';
import type { Platform, PostOutcome } from '../platform/platform.ts';
import type { Recorded } from '../store/port/deliveries.ts';
import type { World } from '../world.ts';

const giveUpAfterMs = 24 * 60 * 60_000;
const leastTries = 20;

/**
 * A message nobody could deliver for so long is no news any more. It takes many tries as well: the time in which the
 * bot did not run, or its channel was paused, says nothing against a message.
 */
export function isGivenUp(message: Message, now: number): boolean {
  return isOld(message, now) && message.attempt >= leastTries;
}

export function isOld({ firstTryAt }: Pick<Message, 'firstTryAt'>, now: number): boolean {
  return firstTryAt !== undefined && now - firstTryAt >= giveUpAfterMs;
}

export interface Judgement {
  readonly recorded: Recorded;
  /** How long the channel rests. */
  readonly waitMs: number;
}

/** It may be visible or not; an edit is not in doubt, it can simply be made again. */
export function inDoubt(message: Message): boolean {
  return message.state === 'unknown' && message.externalId === undefined;
}

/**
 * @param message as it was sent
 * @param doubted an earlier try may have made it visible. Only "posted" or reading back ends that doubt: this time
 *   refused before any effect says nothing about the time before.
 */
export function judge(
  message: Message,
  outcome: PostOutcome,
  doubted: boolean,
  platform: Platform,
  world: Pick<World, 'now' | 'random'>,
): Judgement {
  const now = world.now();
  const backOffMs = fullJitterMs(message.attempt, world.random);
  if (outcome.kind === 'posted') {
    const { externalId, nextInMs } = outcome;
    const recorded = { kind: 'sent', externalId, revision: message.sendingRev } as const;
    return { recorded, waitMs: nextInMs ?? platform.paceMs };
  }

  const { reason } = outcome;
  const waitMs = outcome.kind === 'busy' ? (outcome.retryAfterMs ?? backOffMs) : 0;
  const isEdit = message.externalId !== undefined;
  // Platforms count edits apart from news: they wait for nothing but their token.
  const editsWait = isEdit && outcome.kind === 'busy' && outcome.scope !== 'token';
  if (outcome.kind === 'refused' && !doubted)
    return { recorded: refusal(message, reason, { refused: true }), waitMs: platform.paceMs };
  if (outcome.kind !== 'closed' && isGivenUp(message, now)) {
    const recorded = refusal(message, `not delivered within 24 h: ${reason}`, { refused: false });
    return { recorded, waitMs: editsWait ? 0 : waitMs };
  }
  // What is visible stays so: an edit in doubt is made again, but not before the one that may be on its way is over. Until
  // then it holds up nothing behind it.
  if (outcome.kind === 'unknown' && isEdit) {
    const nextTryAt = now + Math.max(backOffMs, platform.effectWithinMs);
    return { recorded: { kind: 'later', nextTryAt, reason }, waitMs };
  }
  const afresh = outcome.kind === 'closed';
  if (outcome.kind === 'unknown' || doubted) {
    const nextTryAt = now + Math.max(waitMs, backOffMs);
    return { recorded: { kind: 'unknown', nextTryAt, reason, afresh }, waitMs };
  }
  const recorded = { kind: 'later', nextTryAt: now + waitMs, reason, afresh, editsWait } as const;
  return { recorded, waitMs: editsWait ? 0 : waitMs };
}

/** An edit that cannot be made is a normal day: what is visible stays as it is. A post that cannot be made is dead. */
function refusal(message: Message, reason: string, { refused }: { readonly refused: boolean }): Recorded {
  return message.externalId === undefined
    ? { kind: 'dead', reason, refused }
    : asItIs(message, message.externalId, reason);
}

/** What is visible is left at that. */
export function asItIs({ postedRev: revision }: Message, externalId: string, reason: string): Recorded {
  return { kind: 'sent', externalId, revision, reason };
}
