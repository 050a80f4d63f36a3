/**
 * `npm run test:engines`: Spark, GNU parallel and DuckDB do what one process does, with the recipes of docs/command-line.md, and the
 * results are compared byte for byte. An engine that is not installed is named and left out. `--articles N` is another size.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { codeAfter } from '../page';
import { Comparison } from './comparison';
import { addLatin1, writeCorpus } from './corpus';
import { isThere, pythonPrograms } from './installed';

const root = path.resolve(import.meta.dirname, '../..');
const { values: flags } = parseArgs({ options: { articles: { type: 'string', default: '40000' } } });
const ALONE = '--rule duplicate-number=off --rule duplicate-text=off';

execFileSync(process.execPath, ['esbuild.mjs', '--production', '--cli'], { cwd: root, stdio: 'inherit' });
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'article-engines-'));
process.once('exit', () => fs.rmSync(work, { recursive: true, force: true }));

const programs = path.join(work, 'bin');
fs.mkdirSync(programs);
// A copy, because somebody may build in the meantime.
fs.cpSync(path.join(root, 'dist/cli.js'), path.join(work, 'dist/cli.js'));
fs.cpSync(path.join(root, 'dist/cli'), path.join(work, 'dist/cli'), { recursive: true });
const command = `#!/bin/sh\nexec '${process.execPath}' '${path.join(work, 'dist/cli.js')}' "$@"\n`;
fs.writeFileSync(path.join(programs, 'article-format'), command, { mode: 0o755 });

/** Runs a command of a shell in the folder of the run, and says how long it took. */
function run(what: string, shell: string, env: NodeJS.ProcessEnv = {}): void {
  const begin = performance.now();
  const { status } = spawnSync('bash', ['-c', shell], {
    cwd: work,
    stdio: ['ignore', 'inherit', fs.openSync(path.join(work, 'said'), 'w')],
    env: { ...process.env, ...env, PATH: `${programs}${path.delimiter}${process.env.PATH}` },
  });
  console.log(`${what}: ${((performance.now() - begin) / 1000).toFixed(1)} s`);
  if (status === 0) return;
  console.log(fs.readFileSync(path.join(work, 'said'), 'utf8').slice(-4000));
  throw new Error(`${what} ended with ${status}.`);
}

const comparison = new Comparison(work);

console.log(`${flags.articles} articles, ${os.cpus().length} cores, Node ${process.versions.node}`);
writeCorpus(work, Number(flags.articles));
fs.writeFileSync(path.join(work, 'duplicates.sql'), codeAfter('command-line.md', '**Duplicates across parts**'));
const CHECK = 'article-format check --fail-on never --format jsonl';
const EXPORT = 'article-format export --records --fail-on never';
const FIX = 'article-format fix --records --fail-on never';
run('one process, check', `${CHECK} --records records.jsonl > one-findings-across`);
run('one process, check of each record', `${CHECK} ${ALONE} --records records.jsonl > one-findings`);
run('one process, fix', `${FIX} records.jsonl > one-fixed`);
run('one process, export', `${EXPORT} records.jsonl > one-rows`);
run('one process, export to Parquet', `${EXPORT} -o news.parquet records.jsonl`);
comparison.duplicates('one-findings-across', 'one-duplicates');
run('one process, check of the files', `${CHECK} corpus > files-findings`);
comparison.same('files-findings', 'one-findings-across');

if (isThere('parallel', '--version')) {
  const pipe = 'parallel --will-cite -k --pipe --block 5M';
  run('parallel, check', `${pipe} ${CHECK} ${ALONE} --records - < records.jsonl > parallel-findings`);
  comparison.sameSorted('parallel-findings', 'one-findings');
  run('parallel, fix', `${pipe} ${FIX} - < records.jsonl > parallel-fixed`);
  comparison.same('parallel-fixed', 'one-fixed');
  run('parallel, export', `${pipe} ${EXPORT} - < records.jsonl > parallel-rows`);
  comparison.same('parallel-rows', 'one-rows');
  const files = "find corpus -name '*.txt' -print0";
  run(
    'parallel, check of files',
    `${files} | parallel --will-cite -0 -X ${CHECK} ${ALONE} --articles-only > parallel-files`,
  );
  comparison.sameSorted('parallel-files', 'one-findings');
} else {
  console.log('GNU parallel is not installed, and was left out.');
}

const python = isThere('python3', '-c', 'import venv') ? pythonPrograms() : undefined;
const hasJava = isThere('java', '-version');
if (python === undefined)
  console.log('Spark and DuckDB cannot be installed without Python 3 and PyPI, and were left out.');
else if (!hasJava) console.log('Java is not installed. Spark needs it, and was left out.');
if (python !== undefined && hasJava) {
  const env = { PYSPARK_PYTHON: `${python}/python`, WORK: work };
  addLatin1(work);
  fs.writeFileSync(path.join(work, 'page.py'), codeAfter('command-line.md', '**Spark**, in Python.'));
  run('spark', `'${python}/python' '${import.meta.dirname}/spark.py' .`, env);
  comparison.sameSorted('findings', 'one-findings');
  comparison.sameSorted('fixed', 'one-fixed');
  comparison.sameSorted('spark-rows', 'one-rows');
  comparison.sameSorted('spark-parquet', 'one-duplicates');
  comparison.sameSorted('spark-partitions', 'one-duplicates');
  comparison.is('spark-printed', 'Left out, because they are not UTF-8:\n1\ncorpus/latin1.txt\n');
  const shell = `'${python}/spark-shell' --master 'local[4]' --conf spark.ui.enabled=false`;
  const latin1 = '--driver-java-options -Dfile.encoding=ISO-8859-1';
  run('spark in Scala, export', `${shell} ${latin1} -I '${import.meta.dirname}/spark.scala' < /dev/null`, env);
  comparison.sameSorted('scala-rows', 'one-rows');
}
if (python !== undefined) {
  run('duckdb', `'${python}/python' '${import.meta.dirname}/query.py' .`);
  comparison.sameSorted('duckdb-parquet', 'one-duplicates');
  if (hasJava) comparison.sameSorted('duckdb-partitions', 'one-duplicates');
}
comparison.end();
