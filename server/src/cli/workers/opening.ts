/** What a worker sees when it opens files. */
import fs from 'node:fs';
import { identityOfSeveral } from '../../disk/hardLinks';
import type { KnownNames } from '../reading/fileReading';

/** Thrown for a file that is too large to be read as a whole by a worker. */
export class LargeFile extends Error {}

/** Only the call knows which of a file's names comes first, so that a worker takes each file for a new one. */
export class Opening implements KnownNames {
  /** If the present file has several names, its identity on the disk. */
  identity: string | undefined;
  /** Its length, if that is more than `most`. */
  large: number | undefined;

  constructor(private readonly most: number) {}

  /** Begins another file. */
  reset(): void {
    this.identity = undefined;
    this.large = undefined;
  }

  /** Throws LargeFile. */
  firstOf(name: string, opened?: number): undefined {
    const { nlink, size } = opened === undefined ? fs.statSync(name) : fs.fstatSync(opened);
    if (nlink > 1) this.identity = identityOfSeveral(opened ?? name);
    if (size <= this.most) return;
    this.large = size;
    throw new LargeFile();
  }
}
