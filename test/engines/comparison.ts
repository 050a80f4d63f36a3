/** Compares what engines have written with what one process has written. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export class Comparison {
  private differences = 0;

  constructor(private readonly work: string) {}

  /** Both are the same bytes. */
  same(found: string, expected: string): void {
    this.say(`${found} = ${expected}`, this.read(found), this.read(expected));
  }

  /** Both have the same lines, in any order. */
  sameSorted(found: string, expected: string): void {
    this.say(`${found} = ${expected}, sorted`, sorted(this.read(found)), sorted(this.read(expected)));
  }

  is(found: string, expected: string): void {
    this.say(`${found} = ${JSON.stringify(expected)}`, this.read(found), expected);
  }

  /** Writes the findings of duplicates as the queries give them: code, file and index, separated by tabs. */
  duplicates(findings: string, duplicates: string): void {
    const found = linesOf(this.read(findings)).map((line) => JSON.parse(line));
    const lines = found
      .filter(({ code }) => code.startsWith('duplicate-') && code !== 'duplicate-field')
      .map(({ code, file, article }) => `${code}\t${file}\t${article.index}\n`);
    fs.writeFileSync(path.join(this.work, duplicates), lines.join(''));
  }

  /** Sets the exit code. */
  end(): void {
    console.log(this.differences === 0 ? 'All results are the same.' : `${this.differences} results are different.`);
    if (this.differences > 0) process.exitCode = 1;
  }

  private say(what: string, found: string, expected: string): void {
    const count = linesOf(expected).length;
    const isSame = found === expected && count > 0;
    if (!isSame) this.differences++;
    const digest = createHash('sha256').update(found, 'latin1').digest('hex').slice(0, 16);
    console.log(`  ${isSame ? 'same' : 'DIFFERENT'}: ${what} (${count} lines, SHA-256 ${digest}…)`);
    if (!isSame) console.log(firstDifference(found, expected));
  }

  /** The bytes of a file, or of all files of a folder that an engine has written, as Latin-1. */
  private read(name: string): string {
    const file = path.join(this.work, name);
    if (!fs.statSync(file).isDirectory()) return fs.readFileSync(file, 'latin1');
    const parts = fs.readdirSync(file).filter((part) => part.startsWith('part-'));
    return parts
      .sort()
      .map((part) => fs.readFileSync(path.join(file, part), 'latin1'))
      .join('');
  }
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

function sorted(text: string): string {
  return linesOf(text).sort().join('\n');
}

function firstDifference(found: string, expected: string): string {
  const [lines, others] = [linesOf(found), linesOf(expected)];
  const longer = lines.length > others.length ? lines : others;
  const at = longer.findIndex((_line, index) => lines[index] !== others[index]);
  return `    found    ${lines[at]?.slice(0, 300)}\n    expected ${others[at]?.slice(0, 300)}`;
}
