/** `npm run regexps`: checks new regular expressions, and writes the verdicts on all of them. */
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { type RegExpOfProject, regExps } from './regexps';
import { literal, readVerdicts, type Verdicts, writeVerdicts } from './verdicts';

interface Diagnostics {
  readonly status: 'safe' | 'vulnerable' | 'unknown';
  readonly attack?: { readonly pattern: string };
}

process.env.RECHECK_BACKEND = 'pure'; // Written in JavaScript; the other backends are separate programs.
execFileSync('npm', ['ci', '--loglevel=error'], { cwd: import.meta.dirname, stdio: 'inherit' });
const { checkSync }: { checkSync(source: string, flags: string, options: object): Diagnostics } = createRequire(
  import.meta.url,
)('recheck');

const known = readVerdicts();
const verdicts: Verdicts = {};
for (const found of regExps().sort((a, b) => (literal(a) < literal(b) ? -1 : 1))) {
  const name = literal(found);
  verdicts[name] ??= known[name] ?? verdict(found);
}
writeVerdicts(verdicts);

function verdict(found: RegExpOfProject): Verdicts[string] {
  const { status, attack } = checkSync(found.source, found.flags, { timeout: 60_000 });
  if (status === 'safe') return 'linear';
  console.log(`Not proven linear: ${literal(found)} in ${found.file}; try ${attack?.pattern}`);
  return 'not proven linear';
}
