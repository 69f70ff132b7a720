/**
 * Resolves when the process is asked to end (Ctrl+C, SIGTERM). Who asks a second time does not want to wait:
 * the process ends at once, as if it had been killed, which loses nothing.
 * @param inNpm a script of npm runs us: its end is heard as well, for npm passes a signal on to its shell alone, which
 *   dies of it and leaves us behind
 */
export function asked(inNpm: boolean): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(130));
        resolve();
      });
    }
    if (inNpm) onOrphaned(resolve);
  });
}

const parentMs = 500;

function onOrphaned(then: () => void): void {
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    then();
  }, parentMs);
  looking.unref();
}

/** An orchestrator kills after 10 seconds. */
const stopMs = 8000;

/**
 * Waits until all is finished or given back. What is not by then is left as a kill would leave it, which loses nothing:
 * the process ends.
 */
export async function stopInTime(stop: () => Promise<void>, exitCode: number): Promise<void> {
  const force = setTimeout(() => process.exit(exitCode), stopMs);
  await stop();
  clearTimeout(force);
}
