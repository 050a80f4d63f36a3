/** Calls the built command line as users do, as a separate process. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/generate/index';
import { markerText } from '../../../server/src/core/format';
import { temporaryFolder } from '../../temporary';
import { articleText } from '../core/articles';

export const BIN = path.join(root, 'dist/cli.js');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `article-format` in a folder, with some text on standard input, with these variables, and from this file. */
export function run(
  args: readonly string[],
  cwd: string,
  stdin: string | Uint8Array = '',
  env: NodeJS.ProcessEnv = {},
  bin = BIN,
): Promise<Outcome> {
  const child = spawn(process.execPath, [bin, ...args], { cwd, env: { ...environment(), ...env } });
  const out = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    out.stderr += text;
  });
  child.stdin.on('error', () => {}); // The process may end without reading its input.
  child.stdin.end(stdin);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...out })));
}

/** A new temporary folder with these files, by their names. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

/** Calls a part of the command line in this process, with this working directory. */
export async function inFolder<T>(cwd: string, call: () => Promise<T>): Promise<T> {
  const before = process.cwd();
  process.chdir(cwd);
  try {
    return await call();
  } finally {
    process.chdir(before);
  }
}

let state: string | undefined;

/** The environment of a call. What it keeps for undo goes into a folder of the tests. */
export function environment(): NodeJS.ProcessEnv {
  if (state === undefined || !fs.existsSync(state)) state = temporaryFolder();
  return { ...process.env, NO_COLOR: '1', XDG_STATE_HOME: state, LOCALAPPDATA: state };
}

/** An article as the producers write it. */
export function article(
  number: string,
  { date = '2024-04-09', title = 'A truce', text = `Text ${number}.` } = {},
): string {
  return articleText([number, date, title, text]);
}

/** The same, with user-defined fields between TITLE and TEXT, by their letters. */
export function articleWith(number: string, fields: Readonly<Record<string, string>>): string {
  const own = Object.entries(fields).map(
    ([letters, value]) => `${markerText(letters, 'start')} ${value} ${markerText(letters, 'end')}  `,
  );
  return article(number).replace('T-E-X-T-S-T-A-R-T.', () => `${own.join('')}T-E-X-T-S-T-A-R-T.`);
}

/** A table with this name as `export` has written it earlier: of two articles. */
export async function earlierTable(name: string): Promise<Uint8Array> {
  const cwd = folder({ 'a.txt': article('1'), 'b.txt': article('2') });
  await run(['export', '-o', name, 'a.txt', 'b.txt'], cwd);
  return fs.readFileSync(path.join(cwd, name));
}
