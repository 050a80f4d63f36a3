/**
 * Files that a command leaves alone because they are not articles. They are listed at its end, so that no study misses
 * one silently.
 */
import { FIELDS, markerText } from '../../core/format';
import { counted } from '../../core/language';
import { wideText } from '../../corpus/text/foreignBytes';
import { type InputFile, nameOf, STDIN } from '../input/inputFile';
import { shown } from '../output/faults';
import { plural } from '../output/plural';
import { headOf } from './fileReading';

/** At most so many files are named, unless the user asks for all. */
const MOST_NAMED = 10;

export class LeftAlone {
  private readonly files: InputFile[] = [];
  /** Why files that are on no disk are left alone. */
  private readonly reasons = new Map<InputFile, string>();

  /** With `listsAll`, every file is listed with its reason. */
  constructor(private readonly listsAll = false) {}

  /** `bytes` are those of a file that is on no disk. */
  add(file: InputFile, bytes?: Uint8Array): void {
    this.files.push(file);
    if (bytes && (this.listsAll || this.files.length === 1)) this.reasons.set(file, reasonIn(bytes));
  }

  get count(): number {
    return this.files.length;
  }

  get names(): readonly string[] {
    return this.files.map(shownName);
  }

  /** Writes the list to standard error; nothing if there are no such files. A single one has its reason. */
  say(): void {
    const { files } = this;
    const [only, second] = files;
    if (this.listsAll) for (const file of files) write(`${shownName(file)}: Left alone. ${this.reasonOf(file)}`);
    else if (only && !second) write(`1 file left alone, no articles: ${shownName(only)}. ${this.reasonOf(only)}`);
    else if (second) write(`${plural(files.length, 'file')} left alone, no articles: ${this.someNames()}`);
  }

  /** Why a file is not an article, as a sentence. */
  private reasonOf(file: InputFile): string {
    const bytes = file.regular ? readHead(file.path) : undefined;
    return bytes ? reasonIn(bytes) : (this.reasons.get(file) ?? NO_MARKER);
  }

  private someNames(): string {
    const names = this.names.slice(0, MOST_NAMED).join(', ');
    const others = this.files.length - MOST_NAMED;
    return `${names}${others > 0 ? ` and ${counted(others)} more` : ''}. --list-skipped gives the reason for each.`;
  }
}

function write(sentence: string): void {
  process.stderr.write(`article-format: ${sentence}\n`);
}

function shownName(file: InputFile): string {
  const name = nameOf(file);
  return name === STDIN ? 'standard input' : shown(name);
}

/** The START markers. */
const STARTS = FIELDS.map(({ marker }) => markerText(marker, 'start'));

const NO_MARKER = 'It holds no marker of a field.';

/** Why these bytes, the first of a file, are no article. */
function reasonIn(bytes: Uint8Array): string {
  if (bytes.every((byte) => byte <= 0x20 && byte !== 0)) return 'It is empty.';
  const wide = wideText(bytes);
  if (wide) return `It is ${wide.encoding}, and no article.`;
  if (bytes.includes(0)) return 'It holds NUL bytes, as no text does.';
  const text = new TextDecoder().decode(bytes);
  const places = STARTS.map((marker) => text.indexOf(marker)).filter((at) => at !== -1);
  if (places.length === 0) return NO_MARKER;
  return `Its first marker comes after ${plural(Math.min(...places), 'character')}. Name the file to take it all the same.`;
}

function readHead(file: string): Uint8Array | undefined {
  try {
    return headOf(file);
  } catch {
    return undefined; // The file is gone.
  }
}
