/**
 * What the steps tell of their work, for `/metrics`. Nothing that names a channel, a feed, a person or a text goes in:
 * there would be a series for each of them.
 */
export interface Meter {
  /** An article has become due. */
  readonly accepted: (articleId: number, at: number) => void;
  /** A message about this article is visible for the first time. */
  readonly appeared: (articleId: number, at: number) => void;
  readonly delivered: (platform: string, outcome: 'sent' | 'later' | 'unknown' | 'dead') => void;
  /** Nobody can tell whether a message is visible; what was done about it. */
  readonly doubted: (platform: string, decision: 'send again' | 'leave') => void;
  /** The platform asked us to come back later. */
  readonly busy: (platform: string) => void;
  /** A step failed and will be tried again. */
  readonly failed: (step: string) => void;
  /** So many people wait for an answer of the bot now. */
  readonly waiting: (platform: string, people: number) => void;
  /** Somebody has their answer. */
  readonly answered: (platform: string, afterMs: number) => void;
  /** Somebody was told to come back later: too many waited. */
  readonly turnedAway: (platform: string) => void;
}

export const silentMeter: Meter = {
  accepted() {},
  appeared() {},
  delivered() {},
  doubted() {},
  busy() {},
  failed() {},
  waiting() {},
  answered() {},
  turnedAway() {},
};
