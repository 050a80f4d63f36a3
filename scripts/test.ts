/**
 * Second half of `npm test`: runs every check and adds up the results. The last line reads `N passed, N failed`; the exit
 * code is 0 only when nothing failed.
 */
import { spawn } from 'node:child_process';
import { embeddedEditorRunsHere, installEmbeddedEditor } from '../test/editor/embedded/install.ts';

interface Step {
  readonly title: string;
  readonly command: string;
  /** Whether the command runs tests and reports their number; otherwise it counts as one check. */
  readonly suite?: boolean;
}

const STEPS: readonly Step[] = [
  { title: 'Types', command: 'npm run --silent types' },
  { title: 'Formatting and lint', command: 'npm run --silent lint' },
  { title: 'Unit, grammar and protocol tests', command: 'npm run --silent test:unit', suite: true },
  { title: 'Build', command: 'node esbuild.mjs' },
  { title: 'Editor tests, Node extension host', command: 'tsx test/editor/run.ts node', suite: true },
  { title: 'Editor tests, web worker extension host', command: 'tsx test/editor/run.ts web', suite: true },
  // Driving the workbench by keyboard needs the embedded editor; elsewhere the suites above run in a desktop VS Code.
  ...(embeddedEditorRunsHere
    ? [{ title: 'Packaged extension in the workbench', command: 'npm run --silent test:packaged', suite: true }]
    : []),
];

// First, because the unit tests read its themes.
if (embeddedEditorRunsHere) installEmbeddedEditor();

const total = { passed: 0, failed: 0 };
for (const step of STEPS) {
  console.log(`\n── ${step.title}`);
  const { passed, failed } = await run(step);
  total.passed += passed;
  total.failed += failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** Runs a step and shows its output. A suite that succeeds without a passed test has not run: that is a failure. */
async function run({ title, command, suite }: Step): Promise<{ passed: number; failed: number }> {
  const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    process.stdout.write(text);
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (!suite) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const report = /^##tests (.*)$/m.exec(output)?.[1];
  const { passed, failed } = report ? JSON.parse(report) : { passed: 0, failed: 0 };
  if (failed === 0 && (code !== 0 || passed === 0)) {
    console.error(`${title}: ended with ${code} and ${passed} passed tests.`);
    return { passed, failed: 1 };
  }
  return { passed, failed };
}
