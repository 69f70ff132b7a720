/** Figures of Discord. What it publishes is stated; what it hides is a guess that a test may change. */

export interface Bucket {
  readonly limit: number;
  readonly perMs: number;
}

export interface Limits {
  /** Requests of one bot; interaction endpoints do not count. Published: 50 a second. */
  readonly global: Bucket;
  /**
   * By "METHOD /route/{with}/{names}"; one window for each channel, guild or webhook. Hidden, and changing: a bot must
   * read the headers.
   */
  readonly routes: Readonly<Record<string, Bucket>>;
  /** Of routes that are not named. Hidden. */
  readonly otherRoutes: Bucket;
  /** Answers 401, 403 and 429 (other than a shared limit's) until the address is banned. Published: 10,000 in 10 min. */
  readonly invalid: Bucket;
  /** How long a ban lasts. Hidden. */
  readonly banMs: number;
  /** How long a nonce is remembered. Published as "the past few minutes". */
  readonly nonceMs: number;
  /** Edits of messages older than an hour, in one channel. Hidden. */
  readonly oldEdits: Bucket;
  /** Age at which a message is old for edits. Published with 30046: 1 hour. */
  readonly oldMessageMs: number;
  /** UTF-8 of all text in Components V2; above it messages were refused although 4,000 characters were kept. Hidden. */
  readonly componentBytes: number;
  /** New commands in a day, for each guild and for the global list. Published: 200. */
  readonly commandCreates: Bucket;
  /** Until an interaction must be acknowledged; published: 3 s. */
  readonly acknowledgeMs: number;
  /** How long an interaction's token is good; published: 15 min. */
  readonly interactionMs: number;
  /** Identifies in a day; published: 1,000. */
  readonly identifies: Bucket;
  /** Identifies in 5 s (`max_concurrency`). */
  readonly identifyAtOnce: Bucket;
  /** Payloads a client may send over one connection; published: 120 in 60 s. */
  readonly gatewaySends: Bucket;
  readonly heartbeatMs: number;
  /** How long a session without a connection can be resumed. Hidden; "a few minutes". */
  readonly sessionMs: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export const usualLimits: Limits = {
  global: { limit: 50, perMs: 1000 },
  routes: {
    'POST /channels/{channel}/messages': { limit: 5, perMs: 5000 },
    'PATCH /channels/{channel}/messages/{message}': { limit: 5, perMs: 5000 },
    'DELETE /channels/{channel}/messages/{message}': { limit: 5, perMs: 1000 },
    'POST /channels/{channel}/messages/{message}/crosspost': { limit: 10, perMs: hour },
    'POST /webhooks/{application}/{token}': { limit: 5, perMs: 2000 },
  },
  otherRoutes: { limit: 50, perMs: 1000 },
  invalid: { limit: 10_000, perMs: 10 * minute },
  banMs: hour,
  nonceMs: 2 * minute,
  oldEdits: { limit: 3, perMs: 20_000 },
  oldMessageMs: hour,
  componentBytes: 10_170,
  commandCreates: { limit: 200, perMs: day },
  acknowledgeMs: 3000,
  interactionMs: 15 * minute,
  identifies: { limit: 1000, perMs: day },
  identifyAtOnce: { limit: 1, perMs: 5000 },
  gatewaySends: { limit: 120, perMs: minute },
  heartbeatMs: 41_250,
  sessionMs: 5 * minute,
};
