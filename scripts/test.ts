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

/** What the other steps need. */
const BUILD: Step = { title: 'Build', command: 'node esbuild.mjs' };

/** Steps that run after each other; the lanes run side by side, because an editor spends much of its time waiting. */
const LANES: readonly (readonly Step[])[] = [
  [{ title: 'Unit, grammar and protocol tests', command: 'npm run --silent test:unit', suite: true }],
  [
    { title: 'Types', command: 'npm run --silent types' },
    { title: 'Formatting and lint', command: 'npm run --silent lint' },
    { title: 'Editor tests, Node extension host', command: 'tsx test/editor/run.ts node', suite: true },
    { title: 'Editor tests, web worker extension host', command: 'tsx test/editor/run.ts web', suite: true },
    // Driving the workbench by keyboard needs the embedded editor; elsewhere the suites above run in a desktop VS Code.
    ...(embeddedEditorRunsHere
      ? [{ title: 'Packaged extension in the workbench', command: 'npm run --silent test:packaged', suite: true }]
      : []),
  ],
];

// First, because the unit tests read its themes.
if (embeddedEditorRunsHere) installEmbeddedEditor();

const total = { passed: 0, failed: 0 };
await count(BUILD);
await Promise.all(
  LANES.map(async (lane) => {
    for (const step of lane) await count(step);
  }),
);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function count(step: Step): Promise<void> {
  const { passed, failed } = await run(step);
  total.passed += passed;
  total.failed += failed;
}

/**
 * Runs a step and shows its output when it ends, so that two lanes do not mix. A suite that succeeds without a passed test has
 * not run: that is a failure.
 */
async function run({ title, command, suite }: Step): Promise<{ passed: number; failed: number }> {
  console.log(`   ${title} …`);
  const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  console.log(`\n── ${title}\n${output.trimEnd()}`);
  if (!suite) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const report = /^##tests (.*)$/m.exec(output)?.[1];
  const { passed, failed } = report ? JSON.parse(report) : { passed: 0, failed: 0 };
  if (failed === 0 && (code !== 0 || passed === 0)) {
    console.error(`${title}: ended with ${code} and ${passed} passed tests.`);
    return { passed, failed: 1 };
  }
  return { passed, failed };
}
