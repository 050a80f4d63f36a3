/** Bundles programs of the project, for campaigns that need a separate process. */
import path from 'node:path';
import esbuild from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');
const known = new Map<string, Promise<string>>();

/** The bundle of a module, given by its path from the project's root. Each bundle is made once. */
export function bundleOf(module: string): Promise<string> {
  const bundle = known.get(module) ?? build(module);
  known.set(module, bundle);
  return bundle;
}

async function build(module: string): Promise<string> {
  const outfile = path.join(root, 'dist/fuzz', `${module.replaceAll('/', '-')}.mjs`);
  await esbuild.build({
    entryPoints: [path.join(root, module)],
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    // CommonJS libraries call it.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    define: { VERSION: '"fuzz"' },
    logLevel: 'error',
  });
  return outfile;
}
