/** Whether each regular expression was proven to take linear time. Written by `npm run regexps`. */
import fs from 'node:fs';
import path from 'node:path';
import type { RegExpOfProject } from './regexps';

const file = path.join(import.meta.dirname, 'verdicts.json');

export type Verdicts = Record<string, 'linear' | 'not proven linear'>;

export function readVerdicts(): Verdicts {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

export function writeVerdicts(verdicts: Verdicts): void {
  fs.writeFileSync(file, `${JSON.stringify(verdicts, null, 2)}\n`);
}

/** A regular expression in its notation. */
export function literal({ source, flags }: RegExpOfProject): string {
  return `/${source}/${flags}`;
}
