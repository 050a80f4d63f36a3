/** `article-format lock`: writes the digests of all files of a corpus. */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isLock, type LockedCall, lockedList, lockText } from '../../corpus/files/lockText';
import { STDIN } from '../input/inputFile';
import { type InputOptions, inputFiles } from '../input/inputs';
import { type Complain, complain, Remark, shown, UsageError } from '../output/faults';
import { NOTHING_FOUND } from '../output/nothingFound';
import { plural } from '../output/plural';
import { digestsOf, nameFrom } from '../reading/digests';
import { LeftAlone } from '../reading/leftAlone';
import { requireEarlier } from '../tables/earlierOutput';
import { tableFile, writeTable } from '../tables/tableFile';

export interface LockOptions extends InputOptions {
  /** A file. If undefined or STDOUT, the lock goes to standard output. */
  readonly output?: string;
}

/** Writes the lock completely, or not at all if a file cannot be read. Throws a UsageError. */
export async function lock(paths: readonly string[], options: LockOptions): Promise<void> {
  if (paths.includes(STDIN))
    throw new UsageError('Only files can be locked, and not standard input. Name files or folders.');
  if (options.folders)
    throw new UsageError(
      'Name the folders on the command line: verify looks for new files in the folders that are named there.',
    );
  const output = tableFile(options.output, 'a lock');
  requireEarlier(output, 'a lock', isLock);
  const base = output === undefined ? process.cwd() : path.dirname(path.resolve(output));
  let isComplete = true;
  const note: Complain = (file, error) => {
    complain(file, error);
    if (!(error instanceof Remark)) isComplete = false;
  };
  const leftAlone = new LeftAlone(options.listSkipped);
  const files = digestsOf(await inputFiles(paths, options, note), base, { leftAlone, complain: note });
  leftAlone.say();
  if (!isComplete) throw new UsageError('No lock was written, because it would not have all files.');
  if (files.size === 0) throw new UsageError(`${NOTHING_FOUND} No lock was written.`);
  const list = lockedList(files);
  const digest = createHash('sha256').update(list).digest('hex');
  const of: LockedCall = {
    paths: paths.map((each) => nameFrom(base, each)),
    ...(options.articlesOnly && { articlesOnly: true }),
  };
  const text = lockText({ of, digest, list });
  if (output === undefined) {
    process.stdout.write(text);
    return;
  }
  await writeTable(output, (file) => writeFile(file, text));
  process.stdout.write(`${plural(files.size, 'file')} locked in ${shown(output)}. sha256 of all: ${digest}\n`);
}
