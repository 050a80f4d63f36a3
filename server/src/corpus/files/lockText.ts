/**
 * The text of a lock: the digests of a corpus's files. `sha256sum -c` reads it too:
 *
 *     # article-format lock 1
 *     # of {"paths":["corpus"]}
 *     # sha256 DIGEST
 *     DIGEST  corpus/lf_1986.txt
 */

/** What was locked: the paths of the call, relative to the folder of the lock, and how they were meant. */
export interface LockedCall {
  readonly paths: readonly string[];
  /** Named files that do not look like articles were left out. */
  readonly articlesOnly?: true;
}

export interface Lock {
  readonly of: LockedCall;
  /** The digest of the list. */
  readonly digest: string;
  /** A line for each file: what `digest` is the digest of. */
  readonly list: string;
  /** The digests by the names of the files, relative to the folder of the lock; slashes separate their parts. */
  readonly files: ReadonlyMap<string, string>;
}

const TITLE = '# article-format lock';
const VERSION = 1;

/** Whether a text begins like a lock, of any version. */
export function isLock(text: string): boolean {
  return text.startsWith(TITLE);
}

/** The list of files: a line for each, in the order of their names by UTF-16 code units, as `sha256sum` writes it. */
export function lockedList(files: ReadonlyMap<string, string>): string {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([name, digest]) => lineOf(name, digest)).join('');
}

/** The text of a lock. `digest` is that of the list. */
export function lockText({ of, digest, list }: Omit<Lock, 'files'>): string {
  return `${TITLE} ${VERSION}\n# of ${JSON.stringify(of)}\n# sha256 ${digest}\n${list}`;
}

/** In a line that begins with a backslash, there is one before each backslash, `\n` for a line feed and `\r` for a carriage return. */
function lineOf(name: string, digest: string): string {
  const escaped = name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `${escaped === name ? '' : '\\'}${digest}  ${escaped}\n`;
}

/** Reads a lock. Throws an Error with a sentence if the text is not one. Line ends may have become CRLF. */
export function readLock(text: string): Lock {
  const [title = '', of = '', digest = '', ...lines] = text.replaceAll('\r\n', '\n').split('\n');
  if (!isLock(title)) throw new Error('This is not a lock, as article-format lock writes it.');
  if (title !== `${TITLE} ${VERSION}`)
    throw new Error(`This is a lock of another version than ${VERSION}. Use a newer article-format.`);
  const call = callIn(of);
  const sum = /^# sha256 ([0-9a-f]{64})$/.exec(digest)?.[1];
  const files = new Map<string, string>();
  const isWhole = lines.pop() === '' && lines.every((line) => addLine(line, files));
  if (!call || !sum || !isWhole) throw new Error(DAMAGED);
  return { of: call, digest: sum, list: lines.map((line) => `${line}\n`).join(''), files };
}

/** What is wrong with a lock whose text, or whose digest, is not as it was written. */
export const DAMAGED = 'This lock was changed after it was written, so it proves nothing. Get an unchanged copy.';

function callIn(line: string): LockedCall | undefined {
  try {
    const { paths, articlesOnly } = JSON.parse(line.replace(/^# of /, ''));
    const areNames = Array.isArray(paths) && paths.every((each) => typeof each === 'string');
    return areNames ? { paths, ...(articlesOnly === true && { articlesOnly }) } : undefined;
  } catch {
    return undefined;
  }
}

/** Adds the file of a line, and says whether it is the line of a file. */
function addLine(line: string, files: Map<string, string>): boolean {
  const [, backslash, digest, name] = /^(\\?)([0-9a-f]{64}) {2}(.+)$/s.exec(line) ?? [];
  if (!digest || !name) return false;
  files.set(backslash ? name.replace(/\\([\\nr])/g, (_all, letter) => UNESCAPED[letter] as string) : name, digest);
  return true;
}

const UNESCAPED: Readonly<Record<string, string>> = { '\\': '\\', n: '\n', r: '\r' };
