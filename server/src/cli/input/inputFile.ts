/** A file of a call, or standard input. */

/** The name of standard input, in calls and in reports. */
export const STDIN = '-';

export interface InputFile {
  /** As it was given, or found below what was given; STDIN for standard input. */
  readonly path: string;
  /** What standard input is called, where that was said. */
  readonly name?: string;
  /** The folder that it is in. */
  readonly folder: string;
  /** It was named, so it is looked into whatever it holds; files found in folders must look like articles. */
  readonly named: boolean;
  /** It is a link that leads to a file; one that was found in a folder may lead out of it. */
  readonly link?: 'named' | 'found';
  /** The file has a length, so that a short read is its end. */
  readonly regular: boolean;
  /** The highest folder that was named, by itself or in a glob, and holds it; its own for a file that was named. */
  readonly root: string;
}

/** What a file is called in findings, rows and messages. */
export function nameOf({ path: file, name = file }: Pick<InputFile, 'path' | 'name'>): string {
  return name;
}

/** A folder with files, and the folder that was named in the call. */
export type Place = Pick<InputFile, 'folder' | 'root'>;
