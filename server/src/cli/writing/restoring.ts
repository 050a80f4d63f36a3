/** Restores the bytes that the files of a run had before it. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Copy, LostCopyError } from '../../disk/copies/copies';
import { digestFile } from '../../disk/digestFile';
import { namesAmong } from '../../disk/hardLinks';
import { isWithin } from '../../disk/isWithin';
import { isFullDisk } from '../../disk/reasons';
import { FileChangedError, replaceFile } from '../../disk/writing/replaceFile';
import { readFile } from '../input/readWhole';
import { complain, shown } from '../output/faults';
import { Interruption } from '../output/interruption';
import { Output } from '../output/output';
import { plural } from '../output/plural';
import { withProgress } from '../output/progress';
import type { Backup } from './backup';
import { LARGE } from './fileChange';
import { replaceLarge } from './replaceLarge';

/** The numbers of a run's files by outcome. */
export interface Restored {
  restored: number;
  /** Already had their earlier bytes. */
  already: number;
  /** Cannot be restored: they are gone or have changed, or their copy is lost. */
  lost: number;
  /** Could not be read or written, or came after the disk was full. */
  failed: number;
  /** Whether a disk had no room, so that nothing more was restored. */
  isFull: boolean;
}

/** A file cannot be restored, and trying again would not help. */
class LostFileError extends Error {}

export class Restoring {
  private readonly output = new Output();
  private readonly interruption = new Interruption(
    () => `${plural(this.tally.restored, 'file')} restored. Run the same command again to restore the others.`,
  );
  private readonly tally: Restored = { restored: 0, already: 0, lost: 0, failed: 0, isFull: false };
  private readonly paths = new Map<string, Copy>();
  private readonly namesOf: (file: string) => readonly string[];

  /** `backup` keeps the present bytes of the files. */
  constructor(
    copies: readonly Copy[],
    private readonly backup: Backup | undefined,
  ) {
    for (const copy of copies) this.add(copy);
    this.namesOf = namesAmong(this.paths.keys());
  }

  /**
   * Throws a UsageError, and writes nothing, if the present bytes of the files cannot be kept. Other errors are
   * reported.
   */
  async run(): Promise<Restored> {
    const { paths, backup } = this;
    const sizes = [...paths.keys()].map((file) => fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0);
    await backup?.requireRoom(sizes, async () => this.copiedSizes());
    await this.interruption.during(() => this.restoreAll());
    return this.tally;
  }

  private copiedSize(file: string, copy: Copy): readonly number[] {
    if (copy.size > LARGE) return copy.stateOf(digestFile(file)) === 'fixed' ? [fs.statSync(file).size] : [];
    const now = readFile(file);
    return copy.stateOf(now) === 'fixed' && this.backup?.needsCopy(file, now) ? [now.length] : [];
  }

  private async restoreAll(): Promise<void> {
    const { paths, tally, interruption } = this;
    for (const [file, copy] of withProgress([...paths])) {
      if (tally.isFull) {
        tally.failed++;
        continue;
      }
      await interruption.turn();
      try {
        if (copy.size > LARGE) await this.restoreLarge(file, copy);
        else await interruption.toItsEnd(async () => this.note(file, await this.restore(file, copy)));
      } catch (error) {
        tally[error instanceof LostFileError || error instanceof LostCopyError ? 'lost' : 'failed']++;
        complain(pathFromHere(file), error);
        tally.isFull = isFullDisk(error);
      }
    }
  }

  private async note(file: string, isRestored: boolean): Promise<void> {
    const { output, tally } = this;
    if (isRestored) output.write(`${shown(pathFromHere(file))}\n`);
    tally[isRestored ? 'restored' : 'already']++;
    await output.settle();
  }

  private add(copy: Copy): void {
    try {
      this.paths.set(fileURLToPath(copy.uri), copy);
    } catch {
      complain(
        copy.uri,
        new Error('This is not the name of a file on this machine. The manifest of the run is damaged.'),
      );
      this.tally.lost++;
    }
  }

  /** The sizes of the copies that are needed, in bytes. */
  private copiedSizes(): readonly number[] {
    const sizes: number[] = [];
    for (const [file, copy] of this.paths) {
      try {
        sizes.push(...this.copiedSize(file, copy));
      } catch {} // Reported later, when this file is restored.
    }
    return sizes;
  }

  /** Restores a file. False if it already had its earlier bytes. */
  private async restore(file: string, copy: Copy): Promise<boolean> {
    requirePresent(file);
    const now = readFile(file);
    if (isRestored(copy.stateOf(now))) return false;
    const before = await copy.read();
    const [, ...others] = this.namesOf(file);
    for (const name of [file, ...others]) await this.backup?.keep(name, now, before);
    try {
      await replaceFile(file, before, now, others);
      return true;
    } catch (error) {
      // Another call may have taken back the same run meanwhile.
      if (error instanceof FileChangedError && copy.stateOf(readFile(file)) === 'restored') return false;
      throw error;
    }
  }

  /** The same in little memory. */
  private async restoreLarge(file: string, copy: Copy): Promise<void> {
    requirePresent(file);
    const { size: length } = fs.statSync(file);
    const now = digestFile(file);
    if (isRestored(copy.stateOf(now))) return this.note(file, false);
    const write = async (take: (block: Uint8Array) => Promise<void>) => {
      await copy.readInBlocks(take);
      return { before: now, after: copy.before };
    };
    const { backup, interruption } = this;
    const [, ...others] = this.namesOf(file);
    const onPut = () => this.note(file, true);
    await replaceLarge({ length, write }, { names: [file, ...others], backup, interruption, onPut });
  }
}

function requirePresent(file: string): void {
  if (!fs.statSync(file, { throwIfNoEntry: false })) throw new LostFileError('It is gone. It was not created again.');
}

/** Throws if the file has changed since the run. */
function isRestored(state: ReturnType<Copy['stateOf']>): boolean {
  if (state === 'changed') throw new LostFileError('It has changed since. It was left as it is.');
  return state === 'restored';
}

/** The path relative to the working directory if the file is below it, otherwise the absolute path. */
function pathFromHere(file: string): string {
  return isWithin(file, '') ? path.relative('', file) : file;
}
