/**
 * The Mocha reporter for every suite, in Node and in both extension hosts. It prints failures in full, and a last line
 * that scripts/test.ts adds up. A run without that line counts as failed, so a suite that never ran is not green.
 */
import type { Runner, Test } from 'mocha';

export default class Plain {
  constructor(runner: Runner) {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    runner.on('pass', (test: Test) => {
      counts.passed++;
      console.log(`  ok ${test.fullTitle()} (${test.duration} ms)`);
    });
    runner.on('pending', (test: Test) => {
      counts.skipped++;
      console.log(`  skipped ${test.fullTitle()}`);
    });
    runner.on('fail', (test: Test, error: Error & { actual?: unknown; expected?: unknown }) => {
      counts.failed++;
      console.log(`  FAILED ${test.fullTitle()}\n${error.stack ?? error}`);
      if (error.expected !== undefined) {
        console.log(`  expected ${JSON.stringify(error.expected)}\n  actual   ${JSON.stringify(error.actual)}`);
      }
    });
    runner.once('end', () => console.log(`##tests ${JSON.stringify(counts)}`));
  }
}
