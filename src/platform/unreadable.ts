/** Why a channel's history cannot be read, and what follows from it for what is looked for there. */
import type { HttpOutcome } from './http-outcome.ts';
import type { PostOutcome, ReadBack } from './platform.ts';

type NotRead = Extract<ReadBack, { kind: 'busy' | 'closed' | 'unreadable' }>;

/** @param meaningOf the platform's word for it; asked for all but 401 */
export function unreadable(
  outcome: HttpOutcome,
  meaningOf: () => Exclude<PostOutcome, { kind: 'posted' }>,
): NotRead {
  const meaning =
    outcome.kind === 'unauthorized' ? ({ kind: 'busy', reason: outcome.reason } as const) : meaningOf();
  switch (meaning.kind) {
    case 'busy':
    case 'closed':
      return meaning;
    // A question without an answer has done nothing, and may be asked again.
    case 'unknown':
      return { kind: 'busy', reason: meaning.reason };
    case 'refused':
      return { kind: 'unreadable', reason: meaning.reason };
  }
}

export const tooMuchSince: NotRead = {
  kind: 'unreadable',
  reason: 'too much was written in the channel since',
};

export const noList: NotRead = { kind: 'busy', reason: 'no list of messages' };
