/** What is installed of the engines. Python’s packages are installed into a cache folder of their own. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const cache = process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache');
const environment = path.join(cache, 'article-format/engines');
const requirements = path.join(import.meta.dirname, 'requirements.txt');

/** Whether a program can be called. */
export function isThere(program: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * The folder of the programs of a virtual environment with the packages of requirements.txt. The first call installs them (about
 * 400 MB from PyPI). Undefined if that cannot be done.
 */
export function pythonPrograms(): string | undefined {
  const wanted = fs.readFileSync(requirements, 'utf8');
  const stamp = path.join(environment, '.installed');
  const programs = path.join(environment, process.platform === 'win32' ? 'Scripts' : 'bin');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return programs;
  console.error(`Installing Spark and DuckDB into ${environment} …`);
  try {
    execFileSync('python3', ['-m', 'venv', environment], { stdio: 'inherit' });
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', requirements];
    execFileSync(path.join(programs, 'python'), pip, { stdio: 'inherit' });
  } catch {
    return undefined;
  }
  fs.writeFileSync(stamp, wanted);
  return programs;
}
