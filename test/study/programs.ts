/**
 * The programs that articles are handed to. What is downloaded is kept in a cache folder outside the project:
 * `ARTICLE_FORMAT_STUDY`, or `article-format-study` in the user's cache folder.
 */
import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/generate/index';
import { pythonPrograms } from '../engines/installed';

const { ARTICLE_FORMAT_STUDY, XDG_CACHE_HOME } = process.env;
const cache =
  ARTICLE_FORMAT_STUDY || path.join(XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'article-format-study');

/** A program is not to be had. The message says so in one sentence. */
export class Missing extends Error {}

/** Calls a test's preparation; if a program is missing, says so and skips the tests. */
export function unlessMissing(prepare: () => void): Mocha.Func {
  return function skipIfMissing() {
    try {
      prepare();
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      console.log(`  ${error.message}`);
      this.skip();
    }
  };
}

/** What a program writes to standard output. Throws if it fails, with what it says. */
export function outputOf(command: string, args: readonly string[], options: SpawnSyncOptions = {}): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    maxBuffer: 1 << 28,
    ...options,
    encoding: 'utf8',
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stdout.slice(-2000)}${stderr.slice(-4000)}`);
  return stdout;
}

/** Does something that needs a program or the network. */
function need(what: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw new Missing(`${what} is not to be had here, so its tests are left out: ${String(error).slice(-300)}`);
  }
}

/** The folder of CoreNLP's jars. */
export function corenlp(): string {
  const version = /<version>(4[^<]*)</.exec(fs.readFileSync(pom, 'utf8'))?.[1];
  const jars = path.join(cache, `stanford-corenlp-${version}`);
  need('Java', () => outputOf('java', ['-version']));
  if (fs.existsSync(path.join(jars, 'complete'))) return jars;
  need('Stanford CoreNLP', () => {
    requireRoom(2);
    console.log('  Downloading Stanford CoreNLP (480 MB) …');
    const repository = `-Dmaven.repo.local=${path.join(cache, 'm2')}`;
    outputOf('mvn', ['-q', '-B', '-f', pom, repository, 'dependency:copy-dependencies', `-DoutputDirectory=${jars}`]);
    fs.writeFileSync(path.join(jars, 'complete'), '');
  });
  return jars;
}

const pom = path.join(root, 'test/study/corenlp/pom.xml');

/** A Python with these packages, in an environment of its own. */
export function python(...packages: readonly string[]): string {
  const environment = path.join(cache, 'venv');
  const program = path.join(environment, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  need('Python 3', () => {
    if (!fs.existsSync(program)) outputOf('python3', ['-m', 'venv', environment]);
  });
  const missing = packages.filter((name) => spawnSync(program, ['-c', `import ${name}`]).status !== 0);
  if (missing.length > 0) {
    need(`Python’s ${missing.join(', ')}`, () => {
      requireRoom(2);
      console.log(`  Installing ${missing.join(', ')} …`);
      outputOf(program, ['-m', 'pip', 'install', '--quiet', ...missing]);
    });
  }
  return program;
}

/** A Python with Spark: that of `npm run test:engines`, in its cache folder. */
export function spark(): string {
  need('Java', () => outputOf('java', ['-version']));
  const programs = pythonPrograms();
  if (programs === undefined) throw new Missing('Spark is not to be had here, so its tests are left out.');
  return path.join(programs, 'python');
}

/** R with these packages. They are not installed: that is for the machine's owner. */
export function r(...packages: readonly string[]): string {
  for (const name of ['base', ...packages]) {
    need(name === 'base' ? 'R' : `R’s ${name}`, () => outputOf('Rscript', ['-e', `library(${name})`]));
  }
  return 'Rscript';
}

/** Throws if the disk of the cache has less than so many gigabytes left. */
function requireRoom(gigabytes: number): void {
  fs.mkdirSync(cache, { recursive: true });
  const { bavail, bsize } = fs.statfsSync(cache);
  if (bavail * bsize < gigabytes * 1e9) throw new Error(`There is no room for ${gigabytes} GB in ${cache}.`);
}
