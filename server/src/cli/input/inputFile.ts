/** A file of a call, or standard input. */

/** The name of standard input, in calls and in reports. */
export const STDIN = '-';

export interface InputFile {
  /** As it was given, or found below what was given; STDIN for standard input. */
  readonly path: string;
  /** The name of standard input, if `--stdin-filename` gives one. */
  readonly name?: string;
  /** The folder that contains it. */
  readonly folder: string;
  /**
   * Whether the call names it. A named file is read whatever it holds; a file found in a folder must look like an
   * article.
   */
  readonly named: boolean;
  /** Set if it is a link to a file: named in the call, or found in a folder, out of which it may lead. */
  readonly link?: 'named' | 'found';
  /** Whether it is a regular file, which has a length: a short read then means that it ends. */
  readonly regular: boolean;
  /** The highest folder that was named, by itself or in a glob, and holds it; its own for a file that was named. */
  readonly root: string;
}

/** The name of a file in findings, rows and messages. */
export function nameOf({ path: file, name = file }: Pick<InputFile, 'path' | 'name'>): string {
  return name;
}

/** The folder of a file, and the folder that the call names. */
export type FileFolders = Pick<InputFile, 'folder' | 'root'>;
