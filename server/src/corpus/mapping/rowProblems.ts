/** What is wrong with the rows of a table, by reason, so that a table of a hundred thousand rows gets a few sentences. */
import * as l10n from '@vscode/l10n';
import { plural } from '../../core/language';

/** A reason. */
export interface RowProblem {
  /** A part of a sentence that can be alone: `there is no text`. The same for all rows with this problem, and for no others. */
  readonly what: () => string;
  /** What to do, as a sentence. */
  readonly todo: () => string;
  /** The same where people choose from a list; without it, `todo`. */
  readonly todoInEditor?: () => string;
}

/** Where the sentences are read. */
export type Reader = 'command line' | 'editor';

/** What became of rows with a problem. */
export type Outcome = 'omitted' | 'written' | 'unreadable';

/** The rows with one problem. */
interface Group {
  readonly problem: RowProblem;
  readonly example: string | undefined;
  readonly rows: Set<number>;
}

/** What a row is called: the line that it begins in, or its number. */
export type RowNoun = 'line' | 'row';

export class RowProblems {
  private readonly groups = new Map<string, Group>();

  /** `example` is a value that has the problem. Only the first one is kept. */
  add(problem: RowProblem, at: number, example?: string): void {
    const what = problem.what();
    const group = this.groups.get(what) ?? { problem, example, rows: new Set() };
    this.groups.set(what, group);
    group.rows.add(at);
  }

  /** How many rows have a problem. */
  get rows(): number {
    return new Set([...this.groups.values()].flatMap(({ rows }) => [...rows])).size;
  }

  /** A sentence or two for each reason. */
  sentences(outcome: Outcome, noun: RowNoun, reader: Reader): readonly string[] {
    return [...this.groups].map(([what, { problem, example, rows }]) => {
      const because = example === undefined ? what : l10n.t('{0}, such as “{1}”', what, shortened(example));
      const todo = (reader === 'editor' && problem.todoInEditor) || problem.todo;
      return `${OUTCOMES[outcome](rows.size, because)} ${todo()} ${PLACES[noun](rows.size, rangesOf([...rows]))}`;
    });
  }
}

const OUTCOMES: Readonly<Record<Outcome, (rows: number, what: string) => string>> = {
  omitted: (rows, what) => plural(rows, '{0} row left out, because {1}.', '{0} rows left out, because {1}.', what),
  written: (rows, what) => plural(rows, '{0} row written, although {1}.', '{0} rows written, although {1}.', what),
  unreadable: (rows, what) =>
    plural(rows, '{0} row cannot be read, because {1}.', '{0} rows cannot be read, because {1}.', what),
};

const PLACES: Readonly<Record<RowNoun, (rows: number, ranges: string) => string>> = {
  line: (rows, ranges) => plural(rows, 'Line {1}.', 'Lines {1}.', ranges),
  row: (rows, ranges) => plural(rows, 'Row {1}.', 'Rows {1}.', ranges),
};

/** A longer example is cut: a message is no place for a text. */
const LONGEST_EXAMPLE = 40;

function shortened(text: string): string {
  const characters = [...text.slice(0, 4 * LONGEST_EXAMPLE)];
  return characters.length > LONGEST_EXAMPLE ? `${characters.slice(0, LONGEST_EXAMPLE).join('')}…` : text;
}

/** Ascending numbers, with those in a row as a range: `3, 17, 40-55`. */
function rangesOf(numbers: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
}
