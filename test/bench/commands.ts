/** Measures programs that run from start to end. */
import { spawn, spawnSync } from 'node:child_process';
import { processMemory } from './processMemory';

export interface Command {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** Its working directory. */
  readonly folder: string;
}

/** Whether a program is installed on this machine. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Milliseconds from start to end. Throws if the program fails, because then it has not done its work. */
export function wallTime({ name, program, args, folder }: Command): number {
  const start = performance.now();
  const { status } = spawnSync(program, args, { cwd: folder, stdio: 'ignore' });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`${name} ended with ${status}`);
  return time;
}

/** Milliseconds between two readings of a process's memory. */
const LOOK = 2;

/** Its largest memory in bytes, except in its last moment; undefined if the system does not report it. */
export function peakMemory({ program, args, folder }: Command): Promise<number | undefined> {
  const child = spawn(program, args, { cwd: folder, stdio: 'ignore' });
  let most: number | undefined;
  const looking = setInterval(() => {
    most = processMemory(child.pid, 'VmHWM') ?? most;
  }, LOOK);
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', () => {
      clearInterval(looking);
      resolve(most);
    });
  });
}
