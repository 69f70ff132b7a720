import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Every suite gets its own process: native SQLite handles and worker threads must not be shared.
    pool: 'forks',
    // Much of a run is waiting for processes, pages and disks: two at a time even where there are only two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    setupFiles: ['test/setup.ts'],
    testTimeout: 20_000,
    reporters: ['default'],
  },
});
