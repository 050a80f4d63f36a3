/** `article-format sample`: draws articles and copies them into a new folder, for coding by hand. */
import fs from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { counted } from '../../core/language';
import { dayOfArticle } from '../../corpus/query/comparisons';
import { columnOf } from '../../corpus/tables/columns';
import { docIdOf } from '../../corpus/tables/docIds';
import { tableText } from '../../corpus/tables/tableText';
import { isWithin } from '../../disk/isWithin';
import { reasonOf } from '../../disk/reasons';
import { makeFolder } from '../../disk/writing/newFolder';
import type { InputFile } from '../input/inputFile';
import { shown, UsageError } from '../output/faults';
import { endingOnSignals } from '../output/interruption';
import { plural } from '../output/plural';
import type { ArticleValues } from '../query/articleValues';
import { type ChoosingOptions, Selection } from '../query/chosen';
import { draw } from '../query/draw';
import { copiesOf, digestOfBytes, type SampledArticle } from '../query/sampled';
import { namesInRows, type RowName } from '../tables/rowNames';
import { requireFolder } from '../tables/tableFile';

export interface SampleOptions extends ChoosingOptions {
  /** How many articles to draw. */
  readonly number: number;
  readonly seed: number;
  /** What the articles of a stratum have in common: `day`, `month`, `year` or the column of a user-defined field. */
  readonly by?: string;
  /** The folder to make. */
  readonly output: string;
}

/** The list in the folder. */
const LIST = 'sample.csv';

const COLUMNS = ['sample', 'doc_id', 'file', 'index', 'number', 'date', 'title', 'words', 'stratum', 'sha256'];

/** Makes the folder completely or not at all. Throws a UsageError. */
export async function sample(paths: readonly string[], options: SampleOptions): Promise<void> {
  requirePlace(options.output, paths);
  const selection = await Selection.of(paths, options);
  if (selection.files.some(({ regular }) => !regular))
    throw new UsageError('A sample is drawn from files, and not from standard input or a pipe. Name files.');
  const stratumOf = stratifierFor(options.by, selection);
  const names = namesInRows(selection.files);
  const candidates: SampledArticle[] = [];
  for await (const { file, index, values, bytes } of selection.articles())
    candidates.push({ file, index, stratum: stratumOf(values), digest: digestOfBytes(bytes()) });
  selection.say();
  const { length: all } = candidates;
  if (all === 0) throw new UsageError(selection.nothing);
  if (all < options.number)
    throw new UsageError(
      `${all === 1 ? 'Only 1 article' : `Only ${counted(all)} articles`} can be drawn. Ask for fewer with -n.`,
    );
  const ordered = inOrder(candidates, names);
  const strata = ordered.map(({ stratum }) => stratum);
  const drawn = draw(strata, options.number, options.seed).map((index) => ordered[index] as SampledArticle);
  await writeSample(options.output, drawn, names);
  process.stdout.write(`${summary(options, strata, drawn)}\n`);
}

/** Throws a UsageError if the folder cannot be made, or must not be. */
function requirePlace(output: string, paths: readonly string[]): void {
  requireOutside(output, paths);
  if (fs.lstatSync(output, { throwIfNoEntry: false })) throw alreadyThere(output);
  requireFolder(output);
}

function alreadyThere(output: string): UsageError {
  return new UsageError(`${shown(output)} already exists. Name a new folder with -o.`);
}

/** Throws a UsageError if the new folder would be inside a folder of the corpus, whose articles would then be counted twice. */
function requireOutside(output: string, paths: readonly string[]): void {
  const parent = path.dirname(path.resolve(output));
  const place = path.join(fs.existsSync(parent) ? fs.realpathSync.native(parent) : parent, path.basename(output));
  for (const folder of paths) {
    if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) continue;
    if (!isWithin(place, fs.realpathSync.native(folder))) continue;
    throw new UsageError(
      `${shown(output)} would be in ${shown(folder)}, and its articles would be in the corpus twice. Name a folder outside it.`,
    );
  }
}

/** A stratum of those articles that have no valid date, and comes after all others. */
const NO_VALID_DATE = 'no valid date';

/** How many characters of a day are the same for all articles of a stratum. */
const PERIODS: Readonly<Record<string, number>> = { day: 10, month: 7, year: 4 };

function stratifierFor(by: string | undefined, { columns }: Selection): (values: ArticleValues) => string {
  if (by === undefined) return () => '';
  const length = PERIODS[by];
  if (length !== undefined) return (values) => dayOfArticle(values)?.slice(0, length) ?? NO_VALID_DATE;
  const own = columns.letters.map(columnOf);
  if (own.includes(by)) return (values) => values.own(by);
  const known = [...Object.keys(PERIODS), ...own].join(', ');
  throw new UsageError(`A sample cannot be stratified by ${shown(by)}. --by takes: ${known}.`);
}

/** By the names of their files, compared by code units, so that it is the same order on every machine. */
function inOrder(candidates: SampledArticle[], names: ReadonlyMap<InputFile, RowName>): readonly SampledArticle[] {
  const ranks = new Map<InputFile, number>();
  const sorted = [...names].sort(([, a], [, b]) => (a.file < b.file ? -1 : 1));
  for (const [rank, [file]] of sorted.entries()) ranks.set(file, rank);
  const rankOf = ({ file }: SampledArticle) => ranks.get(file) ?? 0;
  return candidates.sort((a, b) => rankOf(a) - rankOf(b) || a.index - b.index);
}

async function writeSample(
  output: string,
  drawn: readonly SampledArticle[],
  names: ReadonlyMap<InputFile, RowName>,
): Promise<void> {
  const digits = String(drawn.length).length;
  const { head, line } = tableText('csv', { names: COLUMNS }, {});
  const write = async (folder: string) => {
    let list = head;
    let count = 0;
    for await (const { candidate, bytes, values } of copiesOf(drawn)) {
      const name = `sample_${String(++count).padStart(digits, '0')}.txt`;
      await writeFile(path.join(folder, name), bytes, { flag: 'wx', flush: true });
      list += line({ sample: name, ...described(candidate, values, names), sha256: digestOfBytes(bytes) });
    }
    await writeFile(path.join(folder, LIST), list, { flag: 'wx', flush: true });
  };
  try {
    await endingOnSignals(() => makeFolder(output, alreadyThere(output), write));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    // The system's message names a temporary folder, which means nothing to the user.
    throw new UsageError(`${shown(output)} cannot be written. ${reasonOf(error)}`);
  }
}

function described(
  { file, index, stratum }: SampledArticle,
  values: ArticleValues,
  names: ReadonlyMap<InputFile, RowName>,
) {
  const { file: name, stem } = names.get(file) as RowName;
  const fields = {
    number: values.verbatim('number'),
    date: values.verbatim('date'),
    title: values.verbatim('title'),
  };
  return { doc_id: docIdOf(stem, index), file: name, index, ...fields, words: values.words, stratum };
}

/** What was drawn, and which strata have no article in the sample. */
function summary(
  { output, by, seed }: SampleOptions,
  strata: readonly string[],
  drawn: readonly SampledArticle[],
): string {
  const what = `${plural(drawn.length, 'article')} of ${counted(strata.length)} drawn with seed ${seed}`;
  const list = path.join(output, LIST);
  if (by === undefined) return `${what}. They are listed in ${shown(list)}.`;
  const all = new Set(strata).size;
  const taken = new Set(drawn.map(({ stratum }) => stratum)).size;
  return `${what}, from ${counted(taken)} of ${plural(all, `different ${by}`)}. They are listed in ${shown(list)}.`;
}
