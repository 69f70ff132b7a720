/** Why a channel's history cannot be read, and what follows from it for what is looked for there. */
import type { PostOutcome, ReadBack } from './platform.ts';

type NotRead = Extract<ReadBack, { kind: 'busy' | 'closed' | 'unreadable' }>;

/** @param meaning the platform's word for it */
export function unreadable(meaning: Exclude<PostOutcome, { kind: 'posted' }>): NotRead {
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
