import { reasonOf } from '../../errors.ts';

export interface Listeners<T> {
  readonly tell: (event: T) => void;
  /** Tells of every event from now on; returns what ends it. */
  readonly listen: (listener: (event: T) => void) => () => void;
}

/** @param onFault hears of listeners that throw: one that is broken takes the news from nobody else. */
export function listenersFor<T>(onFault: (reason: string) => void): Listeners<T> {
  const listeners = new Set<(event: T) => void>();
  return {
    tell(event) {
      for (const listener of listeners) {
        try {
          listener(event);
        } catch (error) {
          onFault(`a listener of the local channels failed: ${reasonOf(error)}`);
        }
      }
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
