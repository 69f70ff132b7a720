/** What is asked of a store about letting go of what is old. See `../store.ts`. */

/**
 * The steps of a pass, in their order.
 * `stories`: alerts with their messages, then the texts of a story that is over and of which nothing waits.
 * `terms`: the room that removed search terms take.
 * `keys`: what articles were recognised by, then what is left of articles that have none.
 */
export const pruneSteps = [
  'traits',
  'stories',
  'terms',
  'revisions',
  'notices',
  'posts',
  'crossposts',
  'events',
  'keys',
] as const;

export type PruneStep = (typeof pruneSteps)[number];

export interface Limits {
  /** Texts, alerts and messages, logs and posts that are older than this go. */
  readonly before: number;
  /** How an article is recognised goes if its sources have not shown it for so long, as far as they were read. */
  readonly unseenMs: number;
  /** The pass's `asOf`. */
  readonly asOf: number;
}

/** Where a step goes on: whatever could not go is passed over. */
export type PruneCursor = ReadonlyArray<number>;

export interface Pruned {
  /** How many of each went. */
  readonly gone: Partial<Record<Kept, number>>;
  /** Absent: the step is done. */
  readonly next?: PruneCursor | undefined;
}

/** What people may want to know of. `articles`: what was left of them without their text. */
export type Kept = 'texts' | 'alerts' | 'notices' | 'posts' | 'keys' | 'articles' | 'stories';

export interface Retention {
  /**
   * Begins a pass, unless one has begun within a day, here or in another process.
   * @returns how late it is, as far as that is sure: a clock that leaps ahead takes it two days further at each pass
   */
  readonly begin: (now: number) => Promise<number | undefined>;
  /** A small part of a step, in one short transaction; safe to repeat, and to leave unfinished. */
  readonly prune: (step: PruneStep, limits: Limits, after?: PruneCursor) => Promise<Pruned>;
}
