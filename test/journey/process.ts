import { onTestFinished } from 'vitest';
import { spawnBellwire, type Spawned } from './spawn.ts';

/** Bellwire as a person starts it; whatever is left of it is killed at the end of the test. */
export function startProcess(...given: Parameters<typeof spawnBellwire>): Spawned {
  const spawned = spawnBellwire(...given);
  onTestFinished(() => void spawned.child.kill('SIGKILL'));
  return spawned;
}
