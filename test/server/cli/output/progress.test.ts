/** Progress bars, on a screen and with a clock of the test’s own. */
import { assert } from 'chai';
import { CheckRun } from '../../../../server/src/cli/check/checkRun';
import { importedFiles } from '../../../../server/src/cli/imports/importedFiles';
import { openTable } from '../../../../server/src/cli/imports/table';
import type { InputFile } from '../../../../server/src/cli/input/inputFile';
import { complain, Remark } from '../../../../server/src/cli/output/faults';
import { Output } from '../../../../server/src/cli/output/output';
import {
  bytesRead,
  clearProgress,
  Progress,
  screen,
  withoutProgress,
  withProgress,
} from '../../../../server/src/cli/output/progress';
import { LeftAlone } from '../../../../server/src/cli/reading/leftAlone';
import { FolderSettings } from '../../../../server/src/cli/settings/settings';
import { Omissions } from '../../../../server/src/cli/tables/omissions';
import { rowsOfRecords } from '../../../../server/src/cli/tables/recordRows';
import { rowsOfFiles } from '../../../../server/src/cli/tables/rows';
import { columnsFor } from '../../../../server/src/corpus/tables/columns';
import { HardLinks } from '../../../../server/src/disk/hardLinks';
import { context } from '../../core/findings';
import { article, folder } from '../commandLine';

/** What takes away the text of a line. */
const CLEARED = '\r\x1b[K';

/** What is on the line of the terminal after everything that was written. */
class Terminal {
  isTTY = true;
  readonly written: string[] = [];

  write(text: string): void {
    this.written.push(text);
  }

  get line(): string {
    return this.written.join('').split(CLEARED).at(-1) as string;
  }

  /** All bars that were drawn, without their blocks. */
  get texts(): string[] {
    return this.written.map((text) => text.replace(CLEARED, '').replace(/^[█░]* ?/, '')).filter((text) => text !== '');
  }
}

const real = { ...screen };
let terminal: Terminal;
let time: number;

beforeEach(() => {
  terminal = new Terminal();
  time = 0;
  screen.stream = terminal;
  screen.now = () => time;
});

afterEach(() => {
  Object.assign(screen, real);
});

describe('a progress bar', () => {
  it('appears after half a second, is drawn ten times a second, and goes', () => {
    const progress = new Progress(4000);
    for (time = 0; time < 700; time += 10) progress.at(time);
    assert.deepEqual(terminal.texts, ['500 of 4,000 files', '600 of 4,000 files']);
    assert.equal(terminal.line, `${'█'.repeat(4)}${'░'.repeat(26)} 600 of 4,000 files`);
    clearProgress();
    assert.equal(terminal.line, '');
    clearProgress();
    assert.lengthOf(terminal.written, 3);
  });

  it('is only on a terminal', () => {
    terminal.isTTY = false;
    const progress = new Progress(10);
    time = 1000;
    progress.at(5);
    progress.clear();
    assert.isEmpty(terminal.written);
  });

  it('of one file shows how much of it has been read, in percent or, of a pipe, in megabytes', () => {
    new Progress(1);
    time = 1000;
    bytesRead(430, 1000);
    assert.equal(terminal.line, `${'█'.repeat(12)}${'░'.repeat(18)} 43 %`);
    time = 2000;
    bytesRead(1_234_567_890);
    assert.equal(terminal.line, '1,234 MB');
  });

  it('of several files goes on within a large one', () => {
    const progress = new Progress(2);
    progress.at(1);
    time = 1000;
    bytesRead(500, 1000);
    assert.equal(terminal.line, `${'█'.repeat(22)}${'░'.repeat(8)} 1 of 2 files, 50 % of the next one`);
  });

  it('is gone when its loop ends, also early, and bytes that are read later draw none', () => {
    for (const file of withProgress(['a', 'b', 'c'])) {
      time += 1000;
      bytesRead(1, 2);
      assert.notEqual(terminal.line, '');
      if (file === 'b') break;
    }
    assert.equal(terminal.line, '');
    time += 1000;
    bytesRead(1, 2);
    assert.equal(terminal.line, '');
  });

  it('is not between the lines of an output', async () => {
    async function* rows() {
      for (const row of withProgress(['a', 'b', 'c'])) {
        time += 1000;
        bytesRead(1, 2);
        yield row;
      }
    }
    for await (const row of withoutProgress(rows())) assert.equal(terminal.line, '', row);
    assert.lengthOf(terminal.texts, 3);
  });
});

/** Runs work whose output, to both streams of the process, is only counted. */
function silently(work: () => void): number {
  const { stdout, stderr } = process;
  const writes = [stdout.write, stderr.write] as const;
  let count = 0;
  stdout.write = stderr.write = () => count++ >= 0;
  try {
    work();
    return count;
  } finally {
    [stdout.write, stderr.write] = writes;
  }
}

describe('a bar', () => {
  it('is taken away before a message, a text or bytes', () => {
    const progress = new Progress(10);
    const output = new Output();
    for (const write of [
      () => complain('a.txt', new Remark('It was left out.')),
      () => output.write('x'.repeat(100_000)),
      () => output.writeBytes(Buffer.of(0xff)),
    ]) {
      time += 1000;
      progress.at(5);
      assert.notEqual(terminal.line, '');
      assert.equal(silently(write), 1);
      assert.equal(terminal.line, '');
    }
  });

  it('goes on within a large file', async () => {
    screen.now = () => {
      time += 600;
      return time;
    };
    const [file] = inputs({ 'a.txt': article('1', { text: 'Talks go on. '.repeat(200_000) }) }) as [InputFile];
    await all(rowsOfFiles(new Map([[file, { file: 'a.txt', stem: 'a' }]]), columnsFor([]), outside(), faults()));
    assert.isTrue(terminal.texts.some((text) => /^[1-9]\d %$/.test(text)));
    assert.equal(terminal.line, '');
  });

  const FILES = { 'a.txt': article('1'), 'b.txt': article('2'), 'c.txt': article('3') };

  function inputs(contents: Readonly<Record<string, string>>): InputFile[] {
    const cwd = folder(contents);
    return Object.keys(contents).map((name) => {
      return { path: `${cwd}/${name}`, name, folder: cwd, root: cwd, named: true, regular: true };
    });
  }

  const faults = () => ({ complain: () => {}, links: new HardLinks() });
  const outside = () => ({ omissions: new Omissions(), leftAlone: new LeftAlone(false) });

  const WORK: Readonly<Record<string, [() => Promise<unknown>, readonly string[]]>> = {
    'check and stats': [
      () => {
        const complain = () => {};
        const settings = new FolderSettings(context.today, { isolated: true }, complain);
        const leftAlone = new LeftAlone(false);
        return new CheckRun({
          files: inputs(FILES),
          settings,
          complain,
          leftAlone,
          output: new Output(),
          report: () => {},
        }).run();
      },
      ['1 of 3 files', '2 of 3 files'],
    ],
    export: [
      () => {
        const names = inputs(FILES).map((file) => [file, { file: file.path, stem: file.path }] as const);
        return all(rowsOfFiles(new Map(names), columnsFor([]), outside(), faults()));
      },
      ['1 of 3 files', '2 of 3 files'],
    ],
    '--records': [
      () => {
        const line = JSON.stringify({ file: 'a.txt', content: article('1') });
        return all(
          rowsOfRecords({ inputs: inputs({ 'a.jsonl': line }), articlesOnly: false }, columnsFor([]), outside()),
        );
      },
      ['100 %'],
    ],
    import: [
      async () => {
        const row = { number: '1', date: '2024-04-09', title: 'A', text: 'X', file: 'a.txt' };
        const [file] = inputs({ 'a.jsonl': JSON.stringify(row) }) as [InputFile];
        const { files } = await importedFiles(openTable(file.path));
        return await all(files());
      },
      ['100 %', '100 %'],
    ],
  };

  for (const [name, [work, texts]] of Object.entries(WORK)) {
    it(`is there during ${name}, and gone afterwards`, async () => {
      screen.now = () => {
        time += 600; // Each look at the clock takes longer than a person waits.
        return time;
      };
      await work();
      assert.includeMembers(terminal.texts, [...texts]);
      assert.equal(terminal.line, '');
    });
  }
});

async function all<T>(items: AsyncIterable<T> | Iterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
