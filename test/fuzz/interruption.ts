/**
 * Loaded into a process before its program (`node --import`). At one of the calls that concern a folder, the call fails or
 * the process is killed, as the environment says. Each call has two moments: before it, and after it has begun.
 */
import type { FileHandle } from 'node:fs/promises';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

/** What to do in the process; JSON in `ARTICLE_INTERRUPTION`. */
export interface Interruption {
  /** The folder. A call counts if it names a path in it or a file that was opened in it. */
  readonly folder: string;
  /** The number of the moment, from 0; -1 for none. */
  readonly at: number;
  readonly how: 'SIGKILL' | 'ENOSPC' | 'EACCES' | 'EIO';
  /** A file for the total number of moments, written if the process reaches its end. */
  readonly moments: string;
}

type AnyFunction = (...parameters: unknown[]) => unknown;
type Functions = Record<string, AnyFunction>;

// The objects that the program uses; an import would be a copy that cannot be changed.
const fs = createRequire(import.meta.url)('node:fs') as Functions & { promises: Functions };
const { folder, at, how, moments }: Interruption = JSON.parse(process.env.ARTICLE_INTERRUPTION ?? '{}');
const writeFileSync = fs.writeFileSync as AnyFunction;

/** The descriptors of files of the folder. */
const own = new Set<unknown>();
let moment = 0;

/** Makes a call with its two moments; `fail` makes the call fail. */
function interrupted(call: () => unknown, fail: (error: Error) => unknown): unknown {
  const isNow = [moment++, moment++].indexOf(at);
  if (isNow === 0 && how === 'SIGKILL') process.kill(process.pid, how);
  if (isNow === 0) return fail(Object.assign(new Error(`${how}: it was to fail`), { code: how }));
  const result = call();
  if (isNow === 1 && how === 'SIGKILL') process.kill(process.pid, how);
  return result;
}

function concerns(parameters: readonly unknown[]): boolean {
  const [file] = parameters;
  return own.has(file) || (typeof file === 'string' && path.resolve(file).startsWith(folder));
}

/** Replaces functions; `wrap` makes the replacement of one. */
function replace(functions: Functions, names: string, wrap: (original: AnyFunction) => AnyFunction): void {
  for (const name of names.split(' ')) {
    const original = functions[name] as AnyFunction;
    functions[name] = Object.assign(wrap(original.bind(functions)), original); // Keeps members such as `realpathSync.native`.
  }
}

const raise = (error: Error) => {
  throw error;
};
const reject = (error: Error) => Promise.reject(error);

replace(
  fs,
  'accessSync copyFileSync fstatSync linkSync lstatSync mkdirSync openSync readFileSync readSync readdirSync realpathSync renameSync rmSync statSync unlinkSync writeFileSync writeSync',
  (original) =>
    (...parameters) => {
      if (!concerns(parameters)) return original(...parameters);
      const result = interrupted(() => original(...parameters), raise);
      if (typeof result === 'number' && typeof parameters[0] === 'string') own.add(result);
      return result;
    },
);

// Streams use these.
replace(fs, 'open write writev', (original) => (...parameters) => {
  const done = parameters.pop() as AnyFunction;
  const found = (error: unknown, result: unknown, ...more: unknown[]) => {
    if (!error && typeof parameters[0] === 'string') own.add(result);
    done(error, result, ...more);
  };
  if (!concerns(parameters)) return original(...parameters, done);
  return interrupted(
    () => original(...parameters, found),
    (error) => process.nextTick(done, error),
  );
});

replace(
  fs.promises,
  'access appendFile copyFile link lstat mkdir open readFile readdir realpath rename rm stat statfs unlink writeFile',
  (original) =>
    async (...parameters) => {
      if (!concerns(parameters)) return original(...parameters);
      const result = await interrupted(() => original(...parameters), reject);
      if (original.name.endsWith('open')) watch(result as FileHandle);
      return result;
    },
);

function watch(handle: FileHandle): void {
  replace(handle as unknown as Functions, 'chmod chown read stat sync write writeFile', (original) => {
    return async (...parameters) => interrupted(() => original(...parameters), reject);
  });
}

process.once('exit', () => writeFileSync(moments, String(moment)));
syncBuiltinESMExports();
