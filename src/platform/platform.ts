/** The contract between Bellwire and a chat platform. `test/platform/contract.ts` runs every platform through it. */
import type { AlertContent, Channel, PlatformName } from '../domain.ts';

/** What is asked of a platform: make this content visible under this marker. */
export interface Post {
  /** Where in the channel's history it is recognised: the message's id, at most 25 characters. */
  readonly marker: string;
  readonly revision: number;
  readonly content: AlertContent;
}

/** What became of it. All of these are normal days; a platform throws only for our own mistakes. */
export type PostOutcome =
  | { readonly kind: 'posted'; readonly externalId: string }
  /** Refused before any effect; may be asked again after `retryAfterMs` (the platform's own figure, if it gave one). */
  | { readonly kind: 'busy'; readonly retryAfterMs?: number | undefined; readonly reason: string }
  /** Refused for what it is; asking again changes nothing. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The channel does not take messages from us until somebody mends that. */
  | { readonly kind: 'closed'; readonly reason: string }
  /** Nobody knows whether it is visible: no answer, or none that can be understood. */
  | { readonly kind: 'unknown'; readonly reason: string };

export type ReadBack =
  | { readonly kind: 'found'; readonly externalId: string; readonly revision: number }
  | { readonly kind: 'absent' }
  /** History cannot be read now; `retry` says whether it makes sense to try again. */
  | { readonly kind: 'unreadable'; readonly retry: boolean; readonly reason: string };

export interface Platform {
  readonly name: PlatformName;
  /** For how long after the first try posting the same marker again cannot make a second message; 0 = never safe. */
  readonly sameMarkerMs: number;
  /**
   * A request that nobody has heard of any more takes effect within this time of being asked, or never. Until then an
   * absent message may still appear, and an older edit may still replace a newer one.
   */
  readonly effectWithinMs: number;
  /** The least time between two posts to one channel. */
  readonly paceMs: number;
  /** How long changes of a visible message are gathered before it is edited. */
  readonly editDelayMs: number;
  readonly post: (channel: Channel, post: Post) => Promise<PostOutcome>;
  /** Makes `post` visible in place of an earlier revision. */
  readonly edit: (channel: Channel, externalId: string, post: Post) => Promise<PostOutcome>;
  readonly readBack: (channel: Channel, marker: string) => Promise<ReadBack>;
}
