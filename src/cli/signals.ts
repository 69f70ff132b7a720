/**
 * Resolves when the process is asked to end (Ctrl+C, SIGTERM). Who asks a second time does not want to wait:
 * the process ends at once, as if it had been killed, which loses nothing.
 */
export function asked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(130));
        resolve();
      });
    }
  });
}
