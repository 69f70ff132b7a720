/** The clock by which a platform dates its messages, as the `Date` of its answers tells it: ours may be hours away. */

export interface ServerClock {
  /** @param date the header field of an answer that is the platform's own */
  readonly hear: (date: string | undefined) => void;
  /** The earliest time that the platform can have had when ours was `at`; undefined = it has never told its own. */
  readonly earliest: (at: number) => number | undefined;
  readonly latest: (at: number) => number | undefined;
}

/** An answer takes its time, and `at` may have been noted by another machine. */
const toleranceMs = 10 * 60_000;

export function createServerClock(now: () => number): ServerClock {
  // Theirs less ours. More than one, where ours was set while we ran: what was noted before may be by either.
  let least = Infinity;
  let most = -Infinity;
  return {
    hear(date) {
      const aheadMs = Date.parse(date ?? '') - now();
      if (Number.isNaN(aheadMs)) return;
      least = Math.min(least, aheadMs);
      most = Math.max(most, aheadMs);
    },
    earliest: (at) => (least === Infinity ? undefined : at + least - toleranceMs),
    latest: (at) => (most === -Infinity ? undefined : at + most + toleranceMs),
  };
}
