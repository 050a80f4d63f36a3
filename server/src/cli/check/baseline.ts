/** A baseline: the findings that a project accepts for now, so that only new ones are reported. */
import fs from 'node:fs';
import path from 'node:path';
import { CORPUS_RULES } from '../../corpus/rules';
import { reasonOf } from '../../disk/reasons';
import { nameOf, STDIN } from '../input/inputFile';
import { shown, UsageError } from '../output/faults';
import { plural } from '../output/plural';
import { type Accepted, acceptedIn, acceptedOf, keyOf, NotABaselineError } from './baselineText';
import type { CheckedCall } from './checkCall';
import type { ReportedFinding } from './report';

/** Files of a call, and those of them that could not be read. */
export interface BaselineCall extends CheckedCall {
  readonly unread: readonly string[];
}

export class Baseline {
  /** How many findings it has accepted. */
  accepted = 0;
  private readonly left = new Map<string, { readonly entry: Accepted; count: number }>();

  /** `file` is where it is kept: the names in it begin at the folder of that file. */
  constructor(
    private readonly file: string,
    entries: readonly Accepted[],
  ) {
    for (const entry of entries) this.left.set(keyOf(entry), { entry, count: entry.count });
  }

  /** Whether a finding is among those that are accepted. Each of these accepts one. */
  accepts(finding: ReportedFinding): boolean {
    const entry = acceptedOf(finding, path.dirname(this.file));
    const left = entry && this.left.get(keyOf(entry));
    if (!left || left.count === 0) return false;
    left.count--;
    this.accepted++;
    return true;
  }

  /** What to say after a call: how many findings were accepted, and how many of a call of files no longer occur. */
  sentences(call: BaselineCall | undefined): readonly string[] {
    const { accepted } = this;
    const gone = call ? this.gone(call) : 0;
    const write = `article-format check --write-baseline ${shown(this.file)}`;
    return [
      ...(accepted > 0 ? [`${plural(accepted, 'problem')} accepted by ${shown(this.file)}.`] : []),
      ...(gone > 0
        ? [
            `${plural(gone, 'problem')} of ${shown(this.file)} no longer ${gone === 1 ? 'occurs' : 'occur'}. Write it again: ${write}`,
          ]
        : []),
    ];
  }

  /**
   * How many findings no longer occur, in files of the call whose rules are on, or in files that are gone. Those across files
   * are counted only if all files of the baseline are checked.
   */
  private gone({ files, settings, unread }: BaselineCall): number {
    const inCall = new Map(files.map((file) => [path.resolve(nameOf(file)), file]));
    for (const name of unread) inCall.delete(path.resolve(name));
    const left = [...this.left.values()].map(({ entry, count }) => {
      const place = entry.file === STDIN ? path.resolve(STDIN) : path.resolve(path.dirname(this.file), entry.file);
      const found = inCall.get(place);
      return { entry, count, found, isGone: !found && entry.file !== STDIN && !fs.existsSync(place) };
    });
    const isWhole = left.every(({ found, isGone }) => found || isGone);
    return left
      .filter(({ entry, found, isGone }) => {
        if (!isWhole && ACROSS.has(entry.rule)) return false;
        return isGone || (found && settings.of(found).severities[entry.rule] !== 'off');
      })
      .reduce((sum, { count }) => sum + count, 0);
  }
}

const ACROSS: ReadonlySet<string> = new Set(CORPUS_RULES.map(({ code }) => code));

/** Throws a UsageError if the file is not a baseline, or cannot be read. */
export function readBaseline(file: string): Baseline {
  try {
    return new Baseline(file, acceptedIn(fs.readFileSync(file, 'utf8')));
  } catch (error) {
    if (!(error instanceof NotABaselineError)) throw new UsageError(`${shown(file)}: ${reasonOf(error)}`);
    throw new UsageError(
      `${shown(file)} is not a valid baseline: ${error.message} Correct it, or write it with check --write-baseline.`,
    );
  }
}
