/** What is wrong with the rows of a table, by reason, so that a table of a hundred thousand rows gets a few sentences. */
import { plural } from '../counted';

/** A reason. */
export interface RowProblem {
  /** The end of a sentence that begins with the rows: `there is no text`. It is the same for all rows with this problem. */
  readonly what: string;
  /** What to do, as a sentence. */
  readonly todo: string;
}

/** The rows with one problem. */
interface Group extends RowProblem {
  readonly example: string | undefined;
  readonly rows: Set<number>;
}

/** What a row is called: the line that it begins in, or its number. */
export type RowNoun = 'line' | 'row';

export class RowProblems {
  private readonly groups = new Map<string, Group>();

  /** `example` is a value that has the problem. Only the first one is kept. */
  add({ what, todo }: RowProblem, at: number, example?: string): void {
    const group = this.groups.get(what) ?? { what, todo, example, rows: new Set() };
    this.groups.set(what, group);
    group.rows.add(at);
  }

  /** How many rows have a problem. */
  get rows(): number {
    return new Set([...this.groups.values()].flatMap(({ rows }) => [...rows])).size;
  }

  /** A sentence or two for each reason. `outcome` is what became of the rows: `left out, because`. */
  sentences(outcome: string, noun: RowNoun): readonly string[] {
    return [...this.groups.values()].map(({ what, todo, example, rows }) => {
      const such = example === undefined ? '' : `, such as “${shortened(example)}”`;
      const places = `${noun === 'line' ? 'Line' : 'Row'}${rows.size === 1 ? '' : 's'} ${rangesOf([...rows])}`;
      return `${plural(rows.size, 'row')} ${outcome} ${what}${such}. ${todo} ${places}.`;
    });
  }
}

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
