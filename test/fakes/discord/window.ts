/** A limit as Discord counts it: the first use opens a window, and all uses come back when it ends. */
import type { Bucket } from './limits.ts';

export interface Window {
  used: number;
  /** Milliseconds since the epoch. */
  endsAt: number;
}

export interface Taken {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Milliseconds until the window ends. */
  readonly resetAfterMs: number;
}

export interface Windows {
  /** Uses `key` once, if that is allowed. */
  readonly take: (key: string, bucket: Bucket, now: number) => Taken;
  /** What is left, without using it. */
  readonly left: (key: string, bucket: Bucket, now: number) => Taken;
}

export function openWindows(): Windows {
  const windows = new Map<string, Window>();

  const current = (key: string, bucket: Bucket, now: number): Window => {
    let window = windows.get(key);
    if (window === undefined || now >= window.endsAt) {
      window = { used: 0, endsAt: now + bucket.perMs };
      windows.set(key, window);
    }
    return window;
  };
  const seen = (window: Window, allowed: boolean, bucket: Bucket, now: number): Taken => ({
    allowed,
    remaining: Math.max(0, bucket.limit - window.used),
    resetAfterMs: window.endsAt - now,
  });

  return {
    take(key, bucket, now) {
      const window = current(key, bucket, now);
      const allowed = window.used < bucket.limit;
      if (allowed) window.used += 1;
      return seen(window, allowed, bucket, now);
    },
    left(key, bucket, now) {
      const window = windows.get(key);
      if (window === undefined || now >= window.endsAt) {
        return { allowed: true, remaining: bucket.limit, resetAfterMs: bucket.perMs };
      }
      return seen(window, window.used < bucket.limit, bucket, now);
    },
  };
}
