import { afterAll } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import type { OpenStore } from './given.ts';

/**
 * One database for all tests of a file, emptied for each: opening one takes longer than most tests. A store that is
 * closed is kept, as long as nobody can tell the difference: whoever opens the same place again gets one that is new.
 */
export function sharedDatabase(openStore: () => Promise<Store>, empty: () => Promise<unknown>): OpenStore {
  const idle: Store[] = [];
  let placeThere: string | undefined;
  afterAll(closeIdle);

  return async (place) => {
    if (place === placeThere) {
      await closeIdle();
      return kept(await openStore());
    }
    placeThere = place;
    const store = idle.pop() ?? (await openStore());
    await closeIdle();
    await empty();
    return kept(store);
  };

  async function closeIdle(): Promise<void> {
    for (const store of idle.splice(0)) await store.close();
  }

  function kept(store: Store): Store {
    return {
      ...store,
      close() {
        idle.push(store);
        return Promise.resolve();
      },
    };
  }
}
