/** A rate limit as a bucket that fills evenly: what it holds may be spent at once. */
import type { Rate } from './limits.ts';

export interface Buckets {
  /** Takes one from each, or none. @returns 0, or the seconds after which the slowest has one again */
  readonly take: (wanted: ReadonlyMap<string, Rate>, now: number) => number;
}

interface Bucket {
  left: number;
  at: number;
}

export function openBuckets(): Buckets {
  const buckets = new Map<string, Bucket>();

  const current = (key: string, { perMinute, burst }: Rate, now: number): Bucket => {
    const bucket = buckets.get(key) ?? { left: burst, at: now };
    bucket.left = Math.min(burst, bucket.left + ((now - bucket.at) / 60_000) * perMinute);
    bucket.at = now;
    buckets.set(key, bucket);
    return bucket;
  };

  return {
    take(wanted, now) {
      const all = [...wanted].map(([key, rate]) => ({ bucket: current(key, rate, now), rate }));
      // A hair's breadth below one is rounding: whoever waited as long as was asked is let through.
      const waits = all.map(({ bucket, rate }) =>
        bucket.left >= 1 - 1e-9 ? 0 : ((1 - bucket.left) / rate.perMinute) * 60,
      );
      const wait = Math.max(0, ...waits);
      if (wait > 0) return Math.max(1, Math.ceil(wait));
      for (const { bucket } of all) bucket.left -= 1;
      return 0;
    },
  };
}
