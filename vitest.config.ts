import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** What is only computed there: one process reads the lexicon for all of them. */
const pure = ['accept', 'language', 'match', 'messages', 'summarize'].map(
  (room) => `test/${room}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    pool: 'forks',
    // Much of a run is waiting for processes, pages and disks: three at a time even where there are only two cores.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    setupFiles: ['test/setup.ts'],
    // Only what hangs takes so long, on whatever machine.
    testTimeout: 60_000,
    reporters: ['default'],
    projects: [
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      // Every suite gets its own process: native SQLite handles and worker threads must not be shared.
      { extends: true, test: { name: 'whole', include: ['test/**/*.test.ts'], exclude: pure } },
    ],
  },
});
