/** `article-format verify`: says how a corpus differs from its lock. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { counted } from '../../core/language';
import { DAMAGED, type Lock, readLock } from '../../corpus/files/lockText';
import { digestFile } from '../../disk/digestFile';
import { reasonOf } from '../../disk/reasons';
import { inputFiles } from '../input/inputs';
import { type Complain, complain, shown, UsageError } from '../output/faults';
import { Output } from '../output/output';
import { plural } from '../output/plural';
import { digestsOf } from '../reading/digests';
import { LeftAlone } from '../reading/leftAlone';

/** What can be different in a file. */
type Drift = 'changed' | 'missing' | 'new';

/** Lists the differences. Sets the exit code to 1 if there are any. Throws a UsageError if the lock cannot be read. */
export async function verify(file: string): Promise<void> {
  const lock = lockIn(file);
  const base = path.dirname(path.resolve(file));
  const found = await foundNow(lock, base);
  const counts: Record<Drift, number> = { changed: 0, missing: 0, new: 0 };
  const output = new Output();
  const report = (drift: Drift, name: string) => {
    counts[drift]++;
    output.write(`${drift.padEnd(7)}  ${shown(name)}\n`);
  };
  for (const [name, digest] of lock.files) {
    try {
      const present = found.get(name) ?? digestIfThere(path.join(base, name));
      if (present === undefined) report('missing', name);
      else if (present !== digest) report('changed', name);
    } catch (error) {
      complain(name, error);
    }
  }
  for (const name of [...found.keys()].sort()) if (!lock.files.has(name)) report('new', name);
  const { changed, missing, new: added } = counts;
  const isSame = changed + missing + added === 0;
  output.write(
    isSame && process.exitCode === undefined
      ? `${plural(lock.files.size, 'file')} as in ${shown(file)}. sha256 of all: ${lock.digest}\n`
      : `${counted(changed)} changed, ${counted(missing)} missing, ${counted(added)} new; ${shown(file)} has ${plural(lock.files.size, 'file')}.\n`,
  );
  await output.settle();
  if (!isSame) process.exitCode ??= 1;
}

function lockIn(file: string): Lock {
  try {
    const lock = readLock(fs.readFileSync(file, 'utf8'));
    if (createHash('sha256').update(lock.list).digest('hex') !== lock.digest) throw new Error(DAMAGED);
    return lock;
  } catch (error) {
    throw new UsageError(`${shown(file)}: ${reasonOf(error)}`);
  }
}

/** The digests of the files that a lock would have now. */
async function foundNow({ of }: Lock, base: string): Promise<ReadonlyMap<string, string>> {
  if (of.paths.length === 0) return new Map();
  const paths = of.paths.map((name) => path.join(base, name));
  // A path that is gone is no error: its files are missing.
  const unlessGone: Complain = (file, error) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') complain(file, error);
  };
  const files = await inputFiles(paths, { articlesOnly: of.articlesOnly ?? false }, unlessGone);
  return digestsOf(files, base, { leftAlone: new LeftAlone(false), complain: unlessGone });
}

/** The digest of a file that is in the lock, but would not be found now: it is no longer an article, or is ignored. */
function digestIfThere(file: string): string | undefined {
  return fs.existsSync(file) ? digestFile(file) : undefined;
}
