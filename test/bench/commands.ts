/** Programs that are run from their beginning to their end. */
import { spawn, spawnSync } from 'node:child_process';
import { processMemory } from './processMemory';

export interface Command {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** The folder that it works in. */
  readonly folder: string;
}

/** Whether there is such a program on this machine. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Milliseconds from the start to the end. Throws when it does not end well: then it has not done its work. */
export function wallTime({ name, program, args, folder }: Command): number {
  const start = performance.now();
  const { status } = spawnSync(program, args, { cwd: folder, stdio: 'ignore' });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`${name} ended with ${status}`);
  return time;
}

/** Milliseconds between two looks at a process. */
const LOOK = 2;

/** The most bytes of memory that it holds, but for its last moment; undefined where the system does not tell. */
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
