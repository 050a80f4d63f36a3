/** `article-format list`: lists articles, all or those that a query chooses. */

import { counted } from '../../core/language';
import { columnOf } from '../../corpus/tables/columns';
import { jsonLine } from '../../corpus/tables/jsonLine';
import type { LIST_FORMS } from '../choices';
import { nameOf, STDIN } from '../input/inputFile';
import { columns as widthOf } from '../output/caret';
import { complain, shown, UsageError } from '../output/faults';
import { Output } from '../output/output';
import { type ChoosingOptions, type ChosenArticle, Selection, say } from '../query/chosen';

export interface ListOptions extends ChoosingOptions {
  readonly format: (typeof LIST_FORMS)[number];
  /** Separates the names of files by NUL. */
  readonly null?: boolean;
}

/** Writes the list to standard output. Throws a UsageError. */
export async function list(paths: readonly string[], options: ListOptions): Promise<void> {
  const { format } = options;
  if (options.null && format !== 'files') throw new UsageError('--null is for names of files. Add --format files.');
  const choice = await Selection.of(paths, options);
  if (format === 'files' && choice.files.some((file) => nameOf(file) === STDIN))
    throw new UsageError('Standard input is not a file that a list can name. Name files, or use another --format.');
  const output = new Output();
  const lister = LISTERS[format](output.write, choice, options.null ?? false);
  let count = 0;
  for await (const article of choice.articles()) {
    count++;
    lister.article(article);
    await output.settle();
  }
  lister.end();
  await output.settle();
  if (count === 0) say(choice.nothing);
  choice.say();
}

interface Lister {
  article(article: ChosenArticle): void;
  end(): void;
}

type MakeLister = (write: (text: string) => void, choice: Selection, isNull: boolean) => Lister;

/** The columns of the table for people. */
const HEAD = ['number', 'date', 'words', 'file', 'title'] as const;

/** Its columns are as wide as the widest value, so it is written at the end. */
const table: MakeLister = (write) => {
  const rows: string[][] = [];
  return {
    article({ values, index, file }) {
      const { number, date, words, title } = values;
      const place = index === 1 ? nameOf(file) : `${nameOf(file)} (${counted(index)})`;
      rows.push([number, date, counted(words), place, title].map(shown));
    },
    end() {
      if (rows.length === 0) return;
      const all = [[...HEAD], ...rows];
      const widths = HEAD.map((_name, at) => all.reduce((widest, row) => Math.max(widest, widthOf(row[at] ?? '')), 0));
      for (const row of all) {
        const cells = row.map((cell, at) => {
          const space = ' '.repeat((widths[at] as number) - widthOf(cell));
          return HEAD[at] === 'words' ? space + cell : cell + space;
        });
        write(`${cells.join('  ').trimEnd()}\n`);
      }
    },
  };
};

/** One object for each article; values are verbatim. */
const jsonl: MakeLister = (write, choice) => ({
  article({ values, index, file }) {
    const own = choice.columns.letters.map((letters) => [columnOf(letters), values.verbatim(columnOf(letters))]);
    const row = {
      number: values.verbatim('number'),
      date: values.verbatim('date'),
      title: values.verbatim('title'),
      words: values.words,
      file: nameOf(file),
      ...Object.fromEntries(own),
      index,
      ...(choice.knowsProblems && { problems: values.problems }),
    };
    write(jsonLine(row));
  },
  end() {},
});

/** The name of each file with such an article, once. */
const files: MakeLister = (write, _choice, isNull) => {
  let last: string | undefined;
  return {
    article({ file }) {
      const name = nameOf(file);
      if (name === last) return;
      last = name;
      if (isNull) write(`${name}\0`);
      else if (/[\r\n]/.test(name)) complain(name, new Error(LINE_BREAK));
      else write(`${name}\n`);
    },
    end() {},
  };
};

const LINE_BREAK = 'Its name has a line break, which would make two names of it in a list. Add --null.';

const LISTERS: Readonly<Record<ListOptions['format'], MakeLister>> = { table, jsonl, files };
