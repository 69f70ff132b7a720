import { rm, writeFile } from 'node:fs/promises';
import { type Running, runningFile } from './joined-bot.ts';

/**
 * Tells terminals how to reach the bot that runs on this data. The token in it opens the page's door, so only the
 * account that runs the bot may read it.
 * @returns what takes it back
 */
export async function announceRunning(dataDir: string, running: Running): Promise<() => Promise<void>> {
  const path = runningFile(dataDir);
  // A file left by a bot that was killed keeps its mode when it is written again, so it is made anew.
  await rm(path, { force: true });
  await writeFile(path, `${JSON.stringify(running)}\n`, { mode: 0o600 });
  return () => rm(path, { force: true });
}
