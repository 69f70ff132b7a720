/**
 * The outside world as parameters: time, chance and the places where a crash may strike.
 * Network and disk come in as narrow ports of their own, where they are used
 * (`watch/fetch.ts`, `watch/disk.ts`). With all of them replaced, a run replays from a seed.
 */
export interface World {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Milliseconds that have passed since some moment: for durations, as no clock that is set touches it. */
  readonly elapsedMs: () => number;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** Runs `task` once, not before `delayMs` have passed; returns what cancels it. Never keeps the process alive. */
  readonly after: (delayMs: number, task: () => void) => () => void;
  /** Marks a place where being killed must lose nothing and double nothing. Does nothing outside tests. */
  readonly reach: (point: CrashPoint) => void;
}

/** Every place between two durable states of an article or a message. A test kills the process at each. */
export const crashPoints = [
  'entry read', // the inbox or a feed has given an entry, nothing is written
  'article accepted', // the article is committed as due, nobody was told
  'article matched', // its matches are known, nothing is written
  'alerts due', // for whom it rang is committed, no alert exists
  'fanned out', // alerts are committed, no message exists
  'message placed', // the message is committed as pending
  'channel leased', // the lease is committed, nothing is being sent
  'message sending', // "sending" is committed, the platform has not been asked
  'message posted', // the platform has it, we have not written that down
  'message recorded', // "sent" is committed, the lease is still held
] as const;

export type CrashPoint = (typeof crashPoints)[number];

export const realWorld: World = {
  now: Date.now,
  elapsedMs: () => performance.now(),
  random: Math.random,
  after(delayMs, task) {
    // Node turns delays over 2^31-1 ms into 1 ms; nobody waits that long for one look.
    const timer = setTimeout(task, Math.min(delayMs, 2_147_483_647)).unref();
    return () => clearTimeout(timer);
  },
  reach() {},
};
