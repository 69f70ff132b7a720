/** The contract between Bellwire and a chat platform. `test/platform/contract.ts` runs every platform through it. */
import type { Channel, MessageContent, PlatformName } from '../domain.ts';

/** What is asked of a platform: make this content visible under this marker. */
export interface Post {
  /** Where in the channel's history it is recognised: the message's id, at most 25 characters. */
  readonly marker: string;
  readonly revision: number;
  readonly content: MessageContent;
  /** The platform's id of the message to whose thread it belongs. Where there are no threads it is a reply to that one. */
  readonly replyTo?: string | undefined;
  /** Nobody waits for the outcome any more: nothing that would show it, or other words of it, is asked after that. */
  readonly signal?: AbortSignal | undefined;
}

/** What became of it. All of these are normal days; a platform throws only for our own mistakes. */
export type PostOutcome =
  /** `nextInMs`: the channel takes no other before that, says the platform; `paceMs` where it says nothing. */
  | { readonly kind: 'posted'; readonly externalId: string; readonly nextInMs?: number | undefined }
  /**
   * Refused before any effect; may be asked again after `retryAfterMs` (the platform's own figure, if it gave one).
   * `scope`: what has to wait, the channel alone (if absent; of an edit: the channel's edits) or all that goes out by the
   * same token.
   */
  | {
      readonly kind: 'busy';
      readonly retryAfterMs?: number | undefined;
      readonly reason: string;
      readonly scope?: 'channel' | 'token' | undefined;
    }
  /** Refused for what it is; asking again changes nothing. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The channel, or its whole workspace, does not take messages from us until somebody mends that. */
  | {
      readonly kind: 'closed';
      readonly reason: string;
      readonly scope?: 'channel' | 'workspace' | undefined;
    }
  /** Nobody knows whether it is visible: no answer, or none that can be understood. */
  | { readonly kind: 'unknown'; readonly reason: string };

export type ReadBack =
  | { readonly kind: 'found'; readonly externalId: string; readonly revision: number }
  | { readonly kind: 'absent' }
  /** It cannot be read now, or the answer is not understood: may be asked again. */
  | Extract<PostOutcome, { kind: 'busy' }>
  /** The channel, or its whole workspace, lets us neither read nor write, as far as can be told. */
  | Extract<PostOutcome, { kind: 'closed' }>
  /** Waiting does not help: no right to read what may take messages all the same, or too much was written since. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** What is known of a message that is looked for. */
export interface Sought {
  /** As in its `Post`. */
  readonly replyTo?: string | undefined;
  /** It cannot have appeared before this, by our clock; the platform's may be another. */
  readonly since?: number | undefined;
  /** Nor after this: until then the last request for it could still take effect. By our clock, too. */
  readonly until?: number | undefined;
}

export interface Platform {
  readonly name: PlatformName;
  /** For how long after the first try posting the same marker again cannot make a second message; 0 = never safe. */
  readonly sameMarkerMs: number;
  /** The same for one channel, where its kind or what is known of it makes a difference. */
  readonly sameMarkerMsIn?: ((channel: Channel) => number) | undefined;
  /**
   * A request that nobody has heard of any more takes effect within this time of being sent, or never. Until then an
   * absent message may still appear, and an older edit may still replace a newer one.
   */
  readonly effectWithinMs: number;
  /** The least time between two posts to one channel. */
  readonly paceMs: number;
  /**
   * The pace of all requests by one token, and whose token that is: the bot's own, or one for each workspace.
   * `burst`: how many may go out at once after a rest; 1 if absent.
   */
  readonly token?:
    | {
        readonly of: 'platform' | 'workspace';
        readonly perSecond: number;
        readonly burst?: number | undefined;
      }
    | undefined;
  /** How long changes of a visible message are gathered before it is edited. */
  readonly editDelayMs: number;
  /** A message is not edited more often; what changes after that is left at. Absent: no limit. */
  readonly editsAtMost?: number | undefined;
  readonly post: (channel: Channel, post: Post) => Promise<PostOutcome>;
  /** Makes `post` visible in place of an earlier revision. */
  readonly edit: (channel: Channel, externalId: string, post: Post) => Promise<PostOutcome>;
  readonly readBack: (channel: Channel, marker: string, sought?: Sought) => Promise<ReadBack>;
}

export function sameMarkerMsIn(channel: Channel, platform: Platform): number {
  return platform.sameMarkerMsIn?.(channel) ?? platform.sameMarkerMs;
}
