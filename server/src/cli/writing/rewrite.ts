/** Rewrites files in place, or shows what would change. Shared by `fix` and `format`. */
import fs from 'node:fs';
import path from 'node:path';
import { dayOf } from '../../core/text/date';
import { HardLinks } from '../../disk/hardLinks';
import { isFullDisk } from '../../disk/reasons';
import { removeLeftovers, replaceFile } from '../../disk/writing/replaceFile';
import { type InputFile, nameOf, STDIN } from '../input/inputFile';
import { type InputOptions, inputFiles } from '../input/inputs';
import { refuseWholeDisk } from '../input/wholeDisk';
import { AFTER_FULL_DISK, complain, Remark, shown } from '../output/faults';
import { Interruption } from '../output/interruption';
import { Output } from '../output/output';
import { withProgress } from '../output/progress';
import { LeftAlone } from '../reading/leftAlone';
import { FolderSettings, type SettingsOptions } from '../settings/settings';
import { workersFor } from '../workers/jobs';
import { Pool } from '../workers/pool';
import { type Backup, type BackupOptions, backupFor, folderOf } from './backup';
import type { Wish } from './changes';
import type { ChangeOutcome, ChangeSetup } from './changeWork';
import { difference, type PartTexts } from './difference';
import { type FileChange, FileChanges, type Mode, modeFor } from './fileChange';
import { LargeDocument } from './largeDocument';
import { placesAmong } from './places';
import { replaceLarge } from './replaceLarge';
import { sharedChanges, type Turn } from './sharedChanges';
import { Tally } from './tally';

export interface RewriteOptions extends InputOptions, BackupOptions, SettingsOptions {
  /** Allow the root of a disk and the home folder. */
  readonly force?: boolean;
  readonly mode: Mode;
  /** How many workers make changes at the same time; if undefined, so many as are worth it. */
  readonly jobs?: number;
}

/** Rewrites the files of a call. Standard input goes to standard output. */
export async function rewrite(paths: readonly string[], options: RewriteOptions, wish: Wish): Promise<void> {
  const writes = options.mode === 'write';
  const files = await inputFiles(paths, options, complain, writes && !options.force ? refuseWholeDisk : undefined);
  await new Rewriting(files, options, wish).run();
}

/** So many times as long as a check takes a change, for which each article that is not proven healthy is read twice. */
const WEIGHT: Record<Wish['command'], number> = { fix: 1, format: 8 };

class Rewriting {
  private readonly settings: FolderSettings;
  private readonly output = new Output();
  private readonly interruption = new Interruption(() => this.tally.soFar(...this.mode));
  private readonly links = new HardLinks();
  private readonly placesOf: (file: InputFile) => readonly [string, ...string[]];
  private readonly leftAlone: LeftAlone;
  private readonly changes: FileChanges;
  private readonly tally = new Tally('file');
  private backup: Backup | undefined;
  private isFull = false;

  constructor(
    private readonly files: readonly InputFile[],
    private readonly options: RewriteOptions,
    private readonly wish: Wish,
  ) {
    this.settings = new FolderSettings(dayOf(new Date()), options, complain);
    this.leftAlone = new LeftAlone(options.listSkipped);
    this.placesOf = placesAmong(onDisk(files));
    this.changes = new FileChanges(wish, options.mode, this.links);
  }

  async run(): Promise<void> {
    const { options, output, tally } = this;
    try {
      if (options.mode === 'write') {
        await this.prepare();
        await this.interruption.during(() => this.passAll());
      } else {
        await this.passAll();
      }
    } catch (error) {
      // A worker has ended early. What was changed until then can be taken back.
      if (tally.changed > 0) process.stderr.write(`${this.summary()}\n`);
      throw error;
    }
    await output.settle();
    if (tally.changed > 0 && (options.mode === 'list' || options.mode === 'diff')) process.exitCode ??= 1;
    if (options.mode !== 'stdout') process.stderr.write(`${this.summary()}\n`);
    if (this.isFull) process.stderr.write(`${AFTER_FULL_DISK}\n`);
    this.leftAlone.say();
  }

  private readonly turn = () => this.interruption.turn();

  private async passAll(): Promise<void> {
    const { files, output, tally } = this;
    const progress = withProgress(files);
    try {
      for await (const { file, change } of this.turns()) {
        progress.next();
        await this.turn();
        try {
          const found = await change();
          if (found instanceof LargeDocument) await this.passLarge(file, found);
          else await this.pass(file, found);
        } catch (error) {
          if (!(error instanceof Remark)) tally.refused++;
          complain(nameOf(file), error);
          this.isFull = isFullDisk(error);
        }
        await output.settle();
        if (this.isFull) break;
      }
    } finally {
      progress.return(undefined);
    }
  }

  /** The files in their order, with their changes. */
  private async *turns(): AsyncGenerator<Turn> {
    const { files, options, wish, settings, changes, links } = this;
    const size = options.mode === 'stdout' ? 1 : workersFor(files, options.jobs, WEIGHT[wish.command]);
    if (size === 1) {
      for (const file of files) yield { file, change: () => changes.of(file, settings.of(file)) };
      return;
    }
    const setup: ChangeSetup = { ...settings.setup, wish, mode: options.mode };
    const workers = new Pool<readonly InputFile[], ChangeOutcome[]>('changeWorker', setup, size);
    try {
      yield* sharedChanges({ files, settings, changes, links, workers });
    } finally {
      await workers.close();
    }
  }

  /**
   * Before anything is written: removes what interrupted calls have left behind, and makes sure that copies can be
   * kept.
   */
  private async prepare(): Promise<void> {
    const files = onDisk(this.files);
    if (files.length === 0) return;
    for (const each of new Set(files.map((file) => path.dirname(file.path)))) await removeLeftovers(each);
    const folder = folderOf([...new Set(files.map(({ root }) => root))]);
    this.backup = backupFor({ command: this.wish.command, folder }, this.options);
    const sizes = files.map(({ path: file }) => fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0);
    await this.backup?.requireRoom(sizes, () => this.copiedSizes(files));
  }

  /** The sizes of the copies that this call needs, in bytes. */
  private async copiedSizes(files: readonly InputFile[]): Promise<readonly number[]> {
    const sizes: number[] = [];
    for (const file of files) {
      try {
        sizes.push(...(await this.copiedSize(file)));
      } catch {} // Reported later, when this file is rewritten.
    }
    return sizes;
  }

  private async copiedSize(file: InputFile): Promise<readonly number[]> {
    const found = await this.changes.of(file, this.settings.of(file));
    if (found instanceof LargeDocument) {
      try {
        return (await found.look(this.turn, true)).isChanged ? [found.length] : [];
      } finally {
        found.close();
      }
    }
    const bytes = found?.content?.bytes;
    return bytes && this.backup?.needsCopy(fs.realpathSync.native(file.path), bytes) ? [bytes.length] : [];
  }

  private async pass(file: InputFile, found: FileChange | undefined): Promise<void> {
    this.note(file, found);
    if (!found?.content) return;
    const { bytes, before, after } = found.content;
    const { output } = this;
    const mode = modeFor(file, this.options.mode);
    if (mode === 'stdout') output.write(after);
    if (after === before) return;
    if (mode === 'write') {
      await this.interruption.toItsEnd(() => this.write(file, bytes, Buffer.from(after)));
    }
    if (mode === 'list') output.write(`${shown(nameOf(file))}\n`);
    if (mode === 'diff') await this.show(nameOf(file), [{ before, after }]);
    if (mode !== 'write') this.tally.changed++;
  }

  private async passLarge(file: InputFile, document: LargeDocument): Promise<void> {
    const { output, tally } = this;
    const mode = modeFor(file, this.options.mode);
    try {
      // All of it is looked at before anything is shown; a file is written from its first change on.
      const found = await document.look(this.turn, mode === 'write');
      const isWritten = mode === 'write' && found.isChanged;
      if (isWritten) await this.writeLarge(file, document);
      else this.note(file, found);
      if (mode === 'stdout')
        await document.write(async (bytes) => {
          output.writeBytes(bytes);
          await output.settle();
        });
      if (!found.isChanged) return;
      if (mode === 'list') output.write(`${shown(nameOf(file))}\n`);
      if (mode === 'diff') await this.show(nameOf(file), document.texts());
      if (mode !== 'write') tally.changed++;
    } finally {
      document.close();
    }
  }

  private async show(name: string, parts: Iterable<PartTexts>): Promise<void> {
    for await (const text of difference(name, parts)) {
      this.output.write(text);
      await this.output.settle();
    }
  }

  /** Counts a file, and says what was left alone in it. */
  private note(file: InputFile, found: Pick<FileChange, 'isArticle' | 'unfixed'> | undefined): void {
    if (found?.isArticle) this.tally.seen++;
    else this.leftAlone.add(file);
    if (found?.unfixed === undefined) return;
    complain(nameOf(file), new Remark(found.unfixed));
    process.exitCode ??= 1;
  }

  /** Replaces a file under all of its names in the call. */
  private async write(file: InputFile, before: Uint8Array, after: Uint8Array): Promise<void> {
    const [place, ...others] = this.placesOf(file);
    for (const name of [place, ...others]) await this.backup?.keep(name, before, after);
    await replaceFile(place, after, before, others);
    await this.written(file);
  }

  private async writeLarge(file: InputFile, document: LargeDocument): Promise<void> {
    const { backup, interruption } = this;
    await replaceLarge(document, {
      ...{ names: this.placesOf(file), backup, interruption },
      onWritten: (found) => this.note(file, found),
      onPut: () => this.written(file),
    });
  }

  private async written(file: InputFile): Promise<void> {
    this.tally.changed++;
    this.links.firstOf(file.path); // Learned again: the file at this path is a new one now.
    this.output.write(`${shown(nameOf(file))}\n`);
    await this.output.settle();
  }

  private summary(): string {
    return this.tally.summary(...this.mode);
  }

  /** Whether files are written, and whether that can be taken back. */
  private get mode(): [isWriting: boolean, canUndo: boolean] {
    return [this.options.mode === 'write', this.backup?.isUsed === true];
  }
}

function onDisk(files: readonly InputFile[]): readonly InputFile[] {
  return files.filter((file) => file.path !== STDIN);
}
