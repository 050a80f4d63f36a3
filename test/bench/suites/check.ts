/**
 * The command line's check, compared with a program that only reads the same files, with one that also looks for the markers,
 * and with xmllint on the same content as XML.
 */
import path from 'node:path';
import { type Command, isInstalled, peakMemory, wallTime } from '../commands';
import { repeatFile, writeFile, writeFiles } from '../corpora/files';
import type { LanguageName } from '../corpora/languages';
import { healthyRecords, records } from '../corpora/records';
import type { Measurement } from '../measurement';
import { results, root } from '../paths';
import { inTemporaryFolder } from '../temporary';
import type { Extent, Suite } from './suite';

const FILES = 4000;
const TIMES = 16;
const MEGABYTE = 1_000_000;

/** Findings are not failures here. */
const CHECK = [path.join(root, 'dist/cli.js'), 'check', '--fail-on', 'never'];

/** The corpora, by what their measurements add to their names. */
const CORPORA = { '': records, ' without faults': healthyRecords };

export const check: Suite = {
  name: 'check',
  run: ({ calls, fileSize }: Extent) =>
    inTemporaryFolder(async function* (folder) {
      const languages: readonly LanguageName[] = isInstalled('xmllint') ? ['article', 'xml'] : ['article'];
      const inXml = (...files: string[]) => (languages.includes('xml') ? files : []);
      for (const [remark, source] of Object.entries(CORPORA)) {
        const [files, one] = [`files${remark}`, `one${remark}`];
        for (const language of languages) {
          writeFiles(path.join(folder, files, language), language, FILES, source);
          writeFile(path.join(folder, `${one}.${language}`), language, fileSize, source);
        }
        const names = Array.from({ length: FILES }, (_, index) => path.join(files, 'xml', `article_${index + 1}.xml`));
        const ofFiles = [...ours(folder, path.join(files, 'article')), ...xmllint(folder, inXml(...names))];
        yield* timesOf(`check of ${FILES.toLocaleString('en')} files${remark}`, 0, calls, ofFiles);
        const ofOne = [...ours(folder, `${one}.article`), ...xmllint(folder, inXml(`${one}.xml`))];
        yield* timesOf(`check of one file${remark}`, fileSize, Math.ceil(calls / 3), ofOne);
        yield* memoryOf(`memory of a check of one file${remark}`, fileSize, ofOne);
      }
      const [file, pipe] = [ours(folder, 'one.article')[0] as Command, throughPipe(folder, 'one.article')];
      yield* timesOf('check of standard input', fileSize, Math.ceil(calls / 3), [pipe, { ...file, name: 'file' }]);
      yield* memoryOf('memory of a check of standard input', fileSize, [pipe]);
      writeFile(path.join(folder, 'part.article'), 'article', fileSize / TIMES);
      repeatFile(path.join(folder, 'part.article'), TIMES, path.join(folder, 'repeated.article'));
      const commands = ours(folder, 'repeated.article');
      yield* timesOf(`check of the same ${TIMES} times`, fileSize, Math.ceil(calls / 3), commands);
      yield* memoryOf(`memory of a check of the same ${TIMES} times`, fileSize, commands);
    }),
};

/** Our check of an input, and the floors. */
export function ours(folder: string, input: string): Command[] {
  const programs = { article: CHECK, read: [floor('read')], markers: [floor('markers')] };
  return Object.entries(programs).map(([name, program]) => ({
    ...{ name, program: process.execPath, args: [...program, input], folder },
  }));
}

function floor(name: string): string {
  return path.join(results, `floors/${name}.cjs`);
}

/** Our check of a file that another program writes into a pipe. */
function throughPipe(folder: string, input: string): Command {
  const script = 'exec "$@" < <(cat "$0")';
  return {
    ...{ name: 'article', program: 'bash', folder },
    args: ['-c', script, input, process.execPath, ...CHECK, '-'],
  };
}

function xmllint(folder: string, inputs: readonly string[]): Command[] {
  if (inputs.length === 0) return [];
  const command = { program: 'xmllint', folder };
  return [
    { ...command, name: 'xmllint', args: ['--noout', ...inputs] },
    { ...command, name: 'xmllint --stream', args: ['--stream', '--noout', ...inputs] },
  ];
}

/** The commands take turns, so that other work on the machine affects all of them equally. The first call of each does not count. */
export async function* timesOf(
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
  if (!isInstalled('xmllint')) {
    yield { what, subject: 'xmllint', bytes, unit: 'ms', samples: [], remark: 'not installed' };
  }
}

/** Our check has one worker here: each further one needs memory of its own. */
async function* memoryOf(what: string, bytes: number, commands: readonly Command[]): AsyncGenerator<Measurement> {
  for (const command of commands) {
    const isOurs = command.name === 'article';
    const most = await peakMemory(isOurs ? { ...command, args: [...command.args, '--jobs', '1'] } : command);
    const samples = most === undefined ? [] : [most / MEGABYTE];
    yield { what, subject: command.name, bytes, unit: 'MB', samples };
  }
}
