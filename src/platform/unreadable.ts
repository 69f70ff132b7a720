/** Why a channel's history cannot be read, and whether it makes sense to try again. */
import type { HttpOutcome } from './http-outcome.ts';
import type { PostOutcome, ReadBack } from './platform.ts';

type Unreadable = Extract<ReadBack, { kind: 'unreadable' }>;

/**
 * A right that is missing is so the next time as well; everything else may pass.
 * @param meaningOf the platform's word for it; asked for all but 401
 */
export function unreadable(
  outcome: HttpOutcome,
  meaningOf: () => Exclude<PostOutcome, { kind: 'posted' }>,
): Unreadable {
  if (outcome.kind === 'unauthorized') return { kind: 'unreadable', retry: true, reason: outcome.reason };
  const meaning = meaningOf();
  const { kind, reason } = meaning;
  if (kind !== 'busy') return { kind: 'unreadable', retry: kind === 'unknown', reason };
  const { retryAfterMs, scope } = meaning;
  return { kind: 'unreadable', retry: true, reason, retryAfterMs, scope };
}

export const tooMuchSince: Unreadable = {
  kind: 'unreadable',
  retry: false,
  reason: 'too much was written in the channel since',
};

export const noList: Unreadable = { kind: 'unreadable', retry: true, reason: 'no list of messages' };
