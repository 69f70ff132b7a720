import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Every suite gets its own process: native SQLite handles and worker threads must not be shared.
    pool: 'forks',
    setupFiles: ['test/setup.ts'],
    testTimeout: 20_000,
    reporters: ['default'],
  },
});
