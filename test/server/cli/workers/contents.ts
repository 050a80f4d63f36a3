/** Contents of files for calls that share their work: articles, other texts, and bytes that are not UTF-8. */
import path from 'node:path';
import fc from 'fast-check';
import type { InputFile } from '../../../../server/src/cli/input/inputFile';
import { anyDocument, realisticDocument } from '../../core/articles';

const content = fc
  .tuple(fc.array(fc.oneof(anyDocument, realisticDocument), { maxLength: 4 }), fc.option(fc.nat()))
  .map(([texts, bad]) => {
    const bytes = Buffer.from(texts.join(''));
    if (bad !== null && bytes.length > 0) bytes[bad % bytes.length] = 0xff;
    return bytes;
  });

const NAMES = ['a.txt', 'b/c.txt', 'b/nul.txt', 'd.txt', 'e.txt'];

/** By the names of the files. */
export const contents = fc.dictionary(fc.constantFrom(...NAMES), content, { minKeys: 1 });

/** The files of a folder, all of which are named in the call but d.txt. */
export function inputsIn(cwd: string, names: readonly string[]): InputFile[] {
  return names.map((name) => {
    const file = path.join(cwd, name);
    return { path: file, folder: path.dirname(file), root: cwd, named: name !== 'd.txt', regular: true };
  });
}
