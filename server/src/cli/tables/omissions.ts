/** What is missing from an export, and from which files. Reported to the user at the end. */

import { counted } from '../../core/language';
import { LOSSES, type Losses, type Omission } from '../../corpus/tables/losses';
import { SETTINGS_FILE } from '../../protocol';
import { shown } from '../output/faults';
import { plural } from '../output/plural';

/** At most so many files are named; the rest are counted. */
const MOST = 10;

/** The number of articles with the same omission, and their files. */
export class Found {
  articles = 0;
  /** The number of files, and the first of their names. */
  files = 0;
  readonly names: string[] = [];
  private last: string | undefined;

  /** Adds so many articles of a file. All articles of one file come together. */
  add(file: string, articles: number): void {
    if (articles === 0) return;
    this.articles += articles;
    if (file === this.last) return;
    this.last = file;
    this.files++;
    if (this.names.length < MOST) this.names.push(file);
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
  private readonly keys = new Set<string>();

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

  /** File records have these other keys. */
  otherKeys(keys: readonly string[]): void {
    for (const key of keys) this.keys.add(key);
  }

  /** Whether any part of an article is not exported. */
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
        'not exported, because their markers cannot be read. article-format check reports where they are.',
      ),
      saidOf(
        damaged,
        'incomplete, because of damage: a marker is broken, a field is missing or appears twice, or text is outside all fields and so left out. article-format check reports the damage.',
      ),
      saidOf(
        unnamed,
        `incomplete, because no setting names all fields (${letters}). Add them to additionalFields in ${SETTINGS_FILE} to export them.`,
      ),
      saidOf(
        spaced,
        'complete in the table, but import would write other white space beside the markers, or no byte order mark: it writes the line layout.',
      ),
      saidOf(
        hidden,
        'complete in the table, but import refuses a table with them: their files are hidden, or have names that this system reserves, or that lead out of the folder.',
      ),
      this.keys.size > 0 &&
        `The records have other keys, which are in no row: ${[...this.keys].map(shown).join(', ')}. Rows and records can be joined by file.`,
    ].filter((sentence) => sentence !== false);
  }
}

/** How many articles there are, what is said of them, and their files; false if there are none. */
export function saidOf({ articles, files, names }: Found, what: string): string | false {
  if (articles === 0) return false;
  const others = files > names.length ? ` and ${counted(files - names.length)} more` : '';
  return `${plural(articles, 'article')} ${what} Files: ${names.map(shown).join(', ')}${others}`;
}
