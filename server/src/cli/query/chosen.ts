/** The articles that a call chooses with `--where`. */
import { dayOf } from '../../core/text/date';
import { dayOfArticle } from '../../corpus/query/comparisons';
import { ALL, type Query, readQuery } from '../../corpus/query/query';
import { QueryError } from '../../corpus/query/queryError';
import { type Columns, columnOf, columnsFor } from '../../corpus/tables/columns';
import { type InputFile, nameOf } from '../input/inputFile';
import { type InputOptions, inputFiles } from '../input/inputs';
import { underline } from '../output/caret';
import { type Complain, complain, shown, UsageError } from '../output/faults';
import { nothingAmong } from '../output/nothingFound';
import { plural } from '../output/plural';
import { articlesOf, type FoundArticle } from '../reading/articles';
import { LeftAlone } from '../reading/leftAlone';
import { FolderSettings, type SettingsOptions } from '../settings/settings';
import { ArticleValues } from './articleValues';
import { ProblemsByArticle } from './problemsByArticle';

export interface ChoosingOptions extends InputOptions, SettingsOptions {
  /** A query; without it, all articles are chosen. */
  readonly where?: string;
}

export interface ChosenArticle extends FoundArticle {
  readonly values: ArticleValues;
}

/** The articles of a call that a query chooses. */
export class Selection {
  private readonly leftAlone: LeftAlone;
  /** How many articles the query could not decide on. */
  private readonly undecided = { day: 0, digits: 0 };
  private problems: ProblemsByArticle | undefined;
  private seen = 0;
  /** Files that could not be read, which is reported once. */
  private readonly unread = new Set<string>();

  private constructor(
    readonly files: readonly InputFile[],
    readonly columns: Columns,
    private readonly query: Query,
    private readonly settings: FolderSettings,
    listSkipped: boolean,
  ) {
    this.leftAlone = new LeftAlone(listSkipped);
  }

  /** Throws a UsageError, for a query with the place of the error in it. */
  static async of(paths: readonly string[], options: ChoosingOptions): Promise<Selection> {
    const files = await inputFiles(paths, options, complain);
    const settings = new FolderSettings(dayOf(new Date()), options, complain);
    const letters = files.flatMap((file) => settings.of(file).context.additionalFields);
    const columns = columnsFor(new Set(letters));
    const query = options.where === undefined ? ALL : queryOf(options.where, columns);
    return new Selection(files, columns, query, settings, options.listSkipped ?? false);
  }

  /** The chosen articles, in the order of the call. */
  async *articles(): AsyncGenerator<ChosenArticle> {
    const { files, query, leftAlone } = this;
    const complainOnce: Complain = (file, error) => {
      if (!this.unread.has(file)) complain(file, error);
      this.unread.add(file);
    };
    if (query.needs.has('problems')) this.problems = await ProblemsByArticle.in(files, this.settings, complainOnce);
    for await (const found of articlesOf(files, { leftAlone, complain: complainOnce })) {
      this.seen++;
      const codes = this.problems?.of(found.file, found.index) ?? [];
      const values = new ArticleValues(found.article, nameOf(found.file), codes);
      if (query.needs.has('day') && dayOfArticle(values) === undefined) this.undecided.day++;
      if (query.needs.has('digits') && !/^\d+$/.test(values.number)) this.undecided.digits++;
      if (query.chooses(values)) yield { ...found, values };
    }
  }

  /** Whether the problems of the articles are known, because the query asks for them. */
  get knowsProblems(): boolean {
    return this.problems !== undefined;
  }

  /** What to say if no article was chosen, once all have been read. */
  get nothing(): string {
    return this.seen > 0 ? 'No article matches.' : nothingAmong(this.leftAlone.count);
  }

  /** Reports which articles could not be compared, and which files are not articles. To be called at the end. */
  say(): void {
    const { day, digits } = this.undecided;
    if (day > 0) say(`${have(day)} no valid date, and ${match(day)} no comparison of dates. To find them: date = none`);
    if (digits > 0) say(`${have(digits)} no number in digits, and ${match(digits)} no comparison with < or >.`);
    this.leftAlone.say();
  }
}

function have(count: number): string {
  return `${plural(count, 'article')} ${count === 1 ? 'has' : 'have'}`;
}

function match(count: number): string {
  return count === 1 ? 'matches' : 'match';
}

/** Writes a sentence to standard error. */
export function say(sentence: string): void {
  process.stderr.write(`article-format: ${sentence}\n`);
}

function queryOf(where: string, columns: Columns): Query {
  try {
    return readQuery(where, columns.letters.map(columnOf));
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw new UsageError(`--where: ${shown(error.message)}\n${placed(where, error)}`);
  }
}

/** The query, with a line that underlines the place of an error. */
function placed(where: string, { span: { start, end } }: QueryError): string {
  const [before, marked, after] = [where.slice(0, start), where.slice(start, end), where.slice(end)].map(shown);
  return `  ${before}${marked}${after}\n  ${underline(before as string, marked as string)}`;
}
