/** Waiting for what comes over real sockets: a busy machine may take its time. */
import { vi } from 'vitest';

/** Waits until that is so. */
export async function until(is: () => boolean | Promise<boolean>): Promise<void> {
  await vi.waitFor(
    async () => {
      if (!(await is())) throw new Error('it is not so yet');
    },
    { timeout: 40_000, interval: 10 },
  );
}

/** The first thing that is there, once it is. */
export async function soon<T>(find: () => T | undefined): Promise<T> {
  await until(() => find() !== undefined);
  const found = find();
  if (found === undefined) throw new Error('it was there, and is not');
  return found;
}
