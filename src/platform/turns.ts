/** What is done about events: one thing after the other for each server or team, in the order in which they were said. */
import { reasonOf } from '../errors.ts';
import type { Log } from '../log.ts';

export interface Turns {
  readonly add: (server: string, task: () => Promise<void>) => Promise<void>;
  /** Looks at things as they are: one look that has not begun yet does for all who ask meanwhile. */
  readonly addLook: (server: string, look: () => Promise<void>) => void;
  /** Resolves when nothing is left. */
  readonly idle: () => Promise<void>;
}

export function createTurns(log: Log): Turns {
  const last = new Map<string, Promise<void>>();
  const looks = new Set<string>();

  function add(server: string, task: () => Promise<void>): Promise<void> {
    const turn: Promise<void> = (last.get(server) ?? Promise.resolve())
      .then(task)
      .catch((error: unknown) => log.error({ err: error }, `an event was not acted upon: ${reasonOf(error)}`))
      .finally(() => {
        if (last.get(server) === turn) last.delete(server);
      });
    last.set(server, turn);
    return turn;
  }

  return {
    add,
    addLook(server, look) {
      if (looks.has(server)) return;
      looks.add(server);
      void add(server, () => {
        looks.delete(server);
        return look();
      });
    },
    async idle() {
      while (last.size > 0) await Promise.all(last.values());
    },
  };
}
