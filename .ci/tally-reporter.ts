import { writeFileSync } from 'node:fs';
import type { Reporter } from 'vitest/node';

/** Writes "N passed, N failed, N skipped" to the file that TALLY_FILE names. A file that does not load is a failure. */
export default class TallyReporter implements Reporter {
  readonly onTestRunEnd: NonNullable<Reporter['onTestRunEnd']> = (modules, unhandledErrors) => {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      const states = [...module.children.allTests()].map((test) => test.result().state);
      for (const state of states) count[state] += 1;
      if (module.state() === 'failed' && !states.includes('failed')) count.failed += 1;
    }
    const line = `${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped\n`;
    writeFileSync(process.env['TALLY_FILE'] ?? '/dev/stdout', line);
  };
}
