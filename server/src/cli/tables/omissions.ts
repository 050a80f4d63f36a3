/** What is missing from the table of an export, and from which files. Reported to the user at the end. */
import { LOSSES, type Losses, type Omission } from '../../corpus/losses';
import { SETTINGS_FILE } from '../../protocol';
import { counted, plural } from '../output/counted';
import { shown } from '../output/faults';

/** The number of articles with the same omission, and their files. */
export class Found {
  articles = 0;
  readonly files: string[] = [];

  add(file: string, articles: number): void {
    if (articles === 0) return;
    this.articles += articles;
    this.files.push(file);
  }
}

export class Omissions {
  private readonly found: Record<Omission, Found> = {
    unreadable: new Found(),
    damaged: new Found(),
    unnamed: new Found(),
    spaced: new Found(),
    hidden: new Found(),
  };
  private readonly letters = new Set<string>();
  private readonly unwritten = new Found();
  private readonly torn = new Found();

  /** What is missing of the articles of a file. */
  add(file: string, losses: Losses): void {
    for (const loss of LOSSES) this.found[loss].add(file, losses[loss]);
    for (const letters of losses.letters) this.letters.add(letters);
  }

  /** A file with so many articles gave no rows. */
  notWritten(file: string, articles: number): void {
    this.unwritten.add(file, articles);
  }

  /** So many articles of a stream gave no rows, because they are not UTF-8. */
  leftOut(stream: string, articles: number): void {
    this.torn.add(stream, articles);
  }

  /** So many articles are from a file whose name `import` refuses. */
  notImported(file: string, articles: number): void {
    this.found.hidden.add(file, articles);
  }

  /** What is in `silent` is not reported, and counts as no loss. */
  constructor(private readonly silent: readonly Omission[] = []) {}

  /** Whether any part of an article is in no column. */
  get isLossy(): boolean {
    const { unreadable, damaged, unnamed } = this.reported();
    return [unreadable, damaged, unnamed, this.unwritten, this.torn].some(({ articles }) => articles > 0);
  }

  private reported(): Readonly<Record<Omission, Found>> {
    return { ...this.found, ...Object.fromEntries(this.silent.map((omission) => [omission, new Found()])) };
  }

  /** A sentence for each kind of omission, with the files. */
  sentences(): readonly string[] {
    const { unreadable, damaged, unnamed, spaced, hidden } = this.reported();
    const letters = [...this.letters].join(', ');
    return [
      saidOf(this.unwritten, 'not written, because the file is not UTF-8.'),
      saidOf(this.torn, 'left out, because of bytes that are not UTF-8.'),
      saidOf(
        unreadable,
        'not in the table, because their markers cannot be read. article-format check reports where they are.',
      ),
      saidOf(
        damaged,
        'incomplete in the table, because of damage: a marker is broken, a field is missing or appears twice, or text is outside all fields and so in no column. article-format check reports the damage.',
      ),
      saidOf(
        unnamed,
        `incomplete in the table, because no setting names all fields (${letters}). Add them to additionalFields in ${SETTINGS_FILE} to give them columns.`,
      ),
      saidOf(
        spaced,
        'complete in the table, but import would write other white space beside the markers, or no byte order mark: it writes the line layout.',
      ),
      saidOf(
        hidden,
        'complete in the table, but import refuses a table with them: their files are hidden, or have names that this system reserves.',
      ),
    ].filter((sentence) => sentence !== false);
  }
}

/** How many articles there are, what is said of them, and their files; false if there are none. */
export function saidOf({ articles, files }: Found, what: string): string | false {
  return articles > 0 && `${plural(articles, 'article')} ${what} Files: ${listed(files)}`;
}

/** At most so many files are named; the rest are counted. */
const MOST = 10;

function listed(files: readonly string[]): string {
  const names = files.slice(0, MOST).map(shown).join(', ');
  return files.length > MOST ? `${names} and ${counted(files.length - MOST)} more` : names;
}
