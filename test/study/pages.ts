/** The code in a page of the documentation, and what it does. */
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/generate/index';
import { BIN, folder } from '../server/cli/commandLine';
import { outputOf } from './programs';

/** A block of code: its language, and its lines. */
export interface Block {
  readonly language: string;
  readonly code: string;
}

/** The blocks of code with a language below a heading, in order. Throws if there is none. */
export function blocksOf(page: string, heading: string): readonly Block[] {
  const text = fs.readFileSync(path.join(root, 'docs', page), 'utf8');
  const [, section = ''] = text.split(`\n## ${heading}\n`);
  const blocks = [...(section.split('\n## ')[0] ?? '').matchAll(/^```(\w+)\n(.*?)^```$/gms)];
  if (blocks.length === 0) throw new Error(`${page} has no code below ${heading}.`);
  return blocks.map(([, language = '', code = '']) => ({ language, code }));
}

/** Runs the blocks of a recipe one after another, and gives the output of the last one. */
export function follow(blocks: readonly Block[], cwd: string, program: string): string {
  const bin = commandFolder();
  const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}`, HF_HUB_OFFLINE: '1', HF_HOME: bin };
  let output = '';
  for (const { language, code } of blocks) {
    if (language === 'sh') output = outputOf('sh', ['-ec', code], { cwd, env });
    if (language === 'python') output = outputOf(program, ['-c', code], { cwd, env });
    if (language === 'sql') output = outputOf(program, ['-c', SQL, code], { cwd, env });
    if (language === 'r') output = outputOf(program, ['--encoding=UTF-8', '-e', code], { cwd, env });
  }
  return output.trim();
}

/** A folder with the command `article-format`. */
export function commandFolder(): string {
  const bin = folder({ 'article-format': COMMAND });
  fs.chmodSync(path.join(bin, 'article-format'), 0o755);
  return bin;
}

/** An import that has something to report ends with 1, which people at a terminal do not see. */
const COMMAND = `#!/bin/sh
"${process.execPath}" "${BIN}" "$@"
code=$?
test $code -eq 1 && test "$1" = import && exit 0
exit $code
`;

/** Runs each statement, and prints its rows. */
const SQL = `
import sys, duckdb
for statement in duckdb.extract_statements(sys.argv[1]):
    for row in duckdb.sql(statement.query).fetchall():
        print(*row)
`;
