/** `article-format check --write-baseline`: writes a file of all findings, which are then accepted. */
import fs from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Accepted, acceptedIn, acceptedOf, baselineText, NotABaselineError } from '../check/baselineText';
import { type CheckCallOptions, checkCall } from '../check/checkCall';
import { type Complain, complain, Remark, shown, UsageError } from '../output/faults';
import { Output } from '../output/output';
import { plural } from '../output/plural';
import { tableFile, writeTable } from '../tables/tableFile';

/** Writes `file` completely, or not at all if something could not be read: its findings are unknown. Throws a UsageError. */
export async function writeBaseline(paths: readonly string[], options: CheckCallOptions, file: string): Promise<void> {
  requirePlace(file);
  const accepted: Accepted[] = [];
  let always = 0;
  let unread = 0;
  const note: Complain = (name, error) => {
    complain(name, error);
    if (!(error instanceof Remark)) unread++;
  };
  const call = await checkCall(paths, options, {
    output: new Output(),
    complain: note,
    report: (finding) => {
      const entry = acceptedOf(finding, path.dirname(file));
      if (entry) accepted.push(entry);
      else always++;
    },
  });
  call.leftAlone.say();
  if (unread > 0) throw new UsageError('No baseline was written, because it would not have all problems.');
  await writeTable(file, (temporary) => writeFile(temporary, baselineText(accepted)));
  process.stdout.write(`${plural(accepted.length, 'problem')} accepted in ${shown(file)}.\n`);
  if (always > 0)
    process.stderr.write(
      `article-format: ${plural(always, 'problem')} of what cannot be read: these are not in it, and always reported.\n`,
    );
}

/** Throws a UsageError if a baseline must not be written there. */
function requirePlace(file: string): void {
  const option = '--write-baseline';
  if (tableFile(file, 'a baseline', option) === undefined) throw new UsageError(`${option} needs the name of a file.`);
  const found = fs.statSync(file, { throwIfNoEntry: false });
  if (!found) return;
  const isNone = `${shown(file)} is not a baseline, and a baseline would replace it. Name another file with ${option}.`;
  if (!found.isFile()) throw new UsageError(isNone);
  try {
    acceptedIn(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    throw error instanceof NotABaselineError ? new UsageError(isNone) : error;
  }
}
