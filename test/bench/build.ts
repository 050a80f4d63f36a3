/** Builds what is measured: the extension as it is shipped, and the floors with the same options. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import esbuild from 'esbuild';
import { results, root } from './paths';

export async function build(): Promise<void> {
  execFileSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: root, stdio: 'inherit' });
  await esbuild.build({
    entryPoints: ['empty', 'echo', 'extension', 'extensionHost', 'read', 'markers'].map((name) =>
      path.join(import.meta.dirname, 'floors', `${name}.ts`),
    ),
    outdir: path.join(results, 'floors'),
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    outExtension: { '.js': '.cjs' },
  });
}
