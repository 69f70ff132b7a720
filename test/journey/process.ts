import { onTestFinished } from 'vitest';
import { spawnBellwire, type Spawned } from './spawn.ts';

/** Bellwire as a person starts it; whatever is left of it is killed at the end of the test. */
export function startProcess(...[folder, args, settings]: Parameters<typeof spawnBellwire>): Spawned {
  const spawned = spawnBellwire(folder, args, settings);
  onTestFinished(() => void spawned.child.kill('SIGKILL'));
  return spawned;
}
