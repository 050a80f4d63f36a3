/** Lists of files, as `--files-from` takes them: one path a line, or paths separated by NUL. */
import { isUtf8 } from 'node:buffer';
import fs from 'node:fs';
import { beginsLikeArticle } from '../../corpus/verdict/checkFile';
import { type Complain, NotUtf8NameError, shown, UsageError } from '../output/faults';
import { STDIN } from './inputFile';
import { encodingObstacle } from './listEncoding';
import { readAll } from './readWhole';

/**
 * The paths in a list, which is a file or STDIN. Throws as `pathsIn` does, and what Node throws when it cannot be read.
 */
export async function listedPaths(list: string, complain: Complain): Promise<readonly string[]> {
  const bytes = list === STDIN ? await readAll(process.stdin) : readList(list);
  return pathsIn(bytes, list === STDIN ? 'Standard input' : shown(list), complain);
}

/**
 * The paths in the bytes of a list, as they are: none is a glob, an option or standard input. A path that is not UTF-8 is
 * complained of. Throws a UsageError, which names the list by `name`, when it is no list of paths in UTF-8, or may be none: a
 * wrong guess would write files that nobody has named.
 */
export function pathsIn(bytes: Uint8Array, name: string, complain: Complain): readonly string[] {
  const obstacle = encodingObstacle(bytes);
  if (obstacle !== undefined) throw new UsageError(`${name} ${obstacle}`);
  if (beginsLikeArticle(bytes)) throw new UsageError(`${name} holds articles, and not a list of paths.`);
  const paths = split(new TextDecoder().decode(bytes), name);
  if (isUtf8(bytes)) return paths.map(literal);
  const isDamaged = (file: string) => file.includes('\ufffd');
  for (const file of paths.filter(isDamaged)) complain(file, new NotUtf8NameError());
  return paths.filter((file) => !isDamaged(file)).map(literal);
}

function readList(list: string): Buffer {
  if (fs.statSync(list).isDirectory()) {
    throw new UsageError(
      `${shown(list)} is a folder, and --files-from takes a file that lists paths. Name the folder without --files-from.`,
    );
  }
  return fs.readFileSync(list);
}

/**
 * The paths of a list, which are separated by NULs if it has any; these may hold line breaks, but neither begin nor end with one,
 * and then the list ends with a NUL.
 */
function split(text: string, name: string): readonly string[] {
  if (!text.includes('\0')) return text.split(/\r?\n|\r$/).filter((line) => line !== '');
  const paths = text.split('\0');
  if (paths.at(-1) === '') paths.pop();
  else if (/[\r\n]/.test(text)) throw new UsageError(`${name} ${TWO_SEPARATORS}`);
  if (/\0[\r\n]|[\r\n]\0/.test(text)) throw new UsageError(`${name} ${TWO_SEPARATORS}`);
  if (paths.includes('')) throw new UsageError(`${name} has a path without any character.`);
  return paths;
}

const TWO_SEPARATORS = 'separates its paths by line breaks and by NULs. Use one of them.';

/** A file whose name is `-` is not standard input. */
function literal(file: string): string {
  return file === STDIN ? `./${STDIN}` : file;
}
