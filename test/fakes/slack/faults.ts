/** What a method answers because a test says so. Faults of the network are `faultyServer`'s. */
import { Refusal } from './refusal.ts';
import type { Json } from './shapes.ts';

export type Failure =
  /** An error of Slack's: "is_archived". "ratelimited" says to wait for a second. */
  | string
  | {
      readonly error: string;
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** What else the answer tells. */
      readonly more?: Json;
      /** The method has done its work all the same. */
      readonly effect?: boolean;
    };

export interface Faults {
  /** The next calls of this method are answered with these, in this order; after them all is well. */
  readonly fail: (method: string, ...failures: readonly Failure[]) => void;
  readonly next: (method: string) => { readonly refusal: Refusal; readonly effect: boolean } | undefined;
  /** How many are still to be met. */
  readonly unmet: () => number;
}

export function openFaults(): Faults {
  const orders = new Map<string, Failure[]>();
  return {
    fail(method, ...failures) {
      orders.set(method, [...(orders.get(method) ?? []), ...failures]);
    },
    next(method) {
      const failure = orders.get(method)?.shift();
      if (failure === undefined) return undefined;
      const { error, status, headers, more, effect = false } = wordy(failure);
      return { refusal: new Refusal(error, more, { status, headers }), effect };
    },
    unmet: () => [...orders.values()].reduce((sum, { length }) => sum + length, 0),
  };
}

function wordy(failure: Failure): Exclude<Failure, string> {
  if (typeof failure !== 'string') return failure;
  return failure === 'ratelimited'
    ? { error: failure, status: 429, headers: { 'retry-after': '1' } }
    : { error: failure };
}
