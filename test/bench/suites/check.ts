/** The command line's check, compared with a program that only reads the same files, and with xmllint on the same content as XML. */
import path from 'node:path';
import { type Command, isInstalled, peakMemory, wallTime } from '../commands';
import { writeFile, writeFiles } from '../corpora/files';
import type { Measurement } from '../measurement';
import { results, root } from '../paths';
import { inTemporaryFolder } from '../temporary';
import type { Extent, Suite } from './suite';

const FILES = 4000;
const MEGABYTE = 1_000_000;

const PROGRAMS = {
  article: [path.join(root, 'dist/cli.js'), 'check'],
  read: [path.join(results, 'floors/read.cjs')],
};

export const check: Suite = {
  name: 'check',
  run: ({ calls, fileSize }: Extent) =>
    inTemporaryFolder(async function* (folder) {
      const hasXmllint = isInstalled('xmllint');
      writeFiles(path.join(folder, 'corpus'), 'article', FILES);
      if (hasXmllint) writeFiles(path.join(folder, 'xml'), 'xml', FILES);
      const names = Array.from({ length: FILES }, (_, index) => path.join('xml', `article_${index + 1}.xml`));
      yield* timesOf(`check of ${FILES.toLocaleString('en')} files`, 0, calls, [
        ...ours(folder, 'corpus'),
        ...xmllint(folder, names, hasXmllint),
      ]);
      writeFile(path.join(folder, 'corpus.txt'), 'article', fileSize);
      if (hasXmllint) writeFile(path.join(folder, 'corpus.xml'), 'xml', fileSize);
      const commands = [...ours(folder, 'corpus.txt'), ...xmllint(folder, ['corpus.xml'], hasXmllint)];
      yield* timesOf('check of one file', fileSize, Math.ceil(calls / 3), commands);
      yield* memoryOf('memory of a check of one file', fileSize, commands);
    }),
};

function ours(folder: string, input: string): Command[] {
  return Object.entries(PROGRAMS).map(([name, program]) => ({
    ...{ name, program: process.execPath, args: [...program, input], folder },
  }));
}

function xmllint(folder: string, inputs: readonly string[], isThere: boolean): Command[] {
  return isThere ? [{ name: 'xmllint', program: 'xmllint', args: ['--noout', ...inputs], folder }] : [];
}

/** The commands take turns, so that other work on the machine affects all of them equally. The first call of each does not count. */
async function* timesOf(
  what: string,
  bytes: number,
  calls: number,
  commands: readonly Command[],
): AsyncGenerator<Measurement> {
  const samples = new Map<Command, number[]>(commands.map((command) => [command, []]));
  for (let call = -1; call < calls; call++) {
    for (const [command, times] of samples) {
      const time = wallTime(command);
      if (call >= 0) times.push(time);
    }
  }
  for (const [{ name }, times] of samples) yield { what, subject: name, bytes, unit: 'ms', samples: times };
  if (commands.every(({ name }) => name !== 'xmllint')) {
    yield { what, subject: 'xmllint', bytes, unit: 'ms', samples: [], remark: 'not installed' };
  }
}

async function* memoryOf(what: string, bytes: number, commands: readonly Command[]): AsyncGenerator<Measurement> {
  for (const command of commands) {
    const most = await peakMemory(command);
    const samples = most === undefined ? [] : [most / MEGABYTE];
    yield { what, subject: command.name, bytes, unit: 'MB', samples };
  }
}
