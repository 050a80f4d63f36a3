/** Rewrites files in place, or shows what would change. Shared by `fix` and `format`. */
import fs from 'node:fs';
import path from 'node:path';
import { parse } from '../../core/parse/parser';
import { dayOf } from '../../core/text/date';
import { beginsLikeArticle } from '../../corpus/checkFile';
import { counted, plural } from '../../corpus/counted';
import { exactText } from '../../corpus/exactText';
import { HardLinks, namesAmong } from '../../disk/hardLinks';
import { isWithin } from '../../disk/isWithin';
import { removeLeftovers, replaceFile, requireNames } from '../../disk/replaceFile';
import { type InputFile, nameOf, STDIN } from '../input/inputFile';
import { type InputOptions, inputFiles } from '../input/inputs';
import { LeftAlone } from '../input/leftAlone';
import { isWanted, requireText, streamOf } from '../input/reading';
import { readAll, readFile } from '../input/readWhole';
import { refuseWholeDisk } from '../input/wholeDisk';
import { complain, OtherNameRemark, Remark, shown } from '../output/faults';
import { Interruption } from '../output/interruption';
import { Output } from '../output/output';
import { withProgress } from '../output/progress';
import { FolderSettings, type FolderTerms, type SettingsOptions } from '../settings/settings';
import { type Backup, type BackupOptions, backupFor, folderOf } from './backup';

export interface RewriteOptions extends InputOptions, BackupOptions, SettingsOptions {
  readonly command: 'fix' | 'format';
  /** Allow the root of a disk and the home folder. */
  readonly force?: boolean;
  /**
   * What is done with the new text. `list` and `diff` write no file, and the exit code is 1 if something would change.
   */
  readonly mode: 'write' | 'list' | 'diff' | 'stdout';
}

/** The new text of a document, which is the same text if there is nothing to do. */
export interface Changed {
  readonly text: string;
  /** What was left alone in it, as a sentence. */
  readonly leftAlone?: string;
}

/** Changes a document. It must not change any other value. */
export type Change = (text: string, terms: FolderTerms) => Changed;

/** Rewrites the files of a call. Standard input goes to standard output. */
export async function rewrite(paths: readonly string[], options: RewriteOptions, change: Change): Promise<void> {
  const writes = options.mode === 'write';
  const files = await inputFiles(paths, options, complain, writes && !options.force ? refuseWholeDisk : undefined);
  await new Rewriting(files, options, change).run();
}

interface Text {
  readonly bytes: Uint8Array;
  readonly before: string;
  readonly after: string;
  readonly leftAlone: string | undefined;
  readonly isArticle: boolean;
}

/** The numbers of a call's files by outcome. */
interface Tally {
  seen: number;
  changed: number;
  refused: number;
}

class Rewriting {
  private readonly settings: FolderSettings;
  private readonly output = new Output();
  private readonly interruption = new Interruption();
  private readonly links = new HardLinks();
  private readonly namesOf: (file: string) => readonly string[];
  private readonly leftAlone: LeftAlone;
  private readonly tally: Tally = { seen: 0, changed: 0, refused: 0 };
  private backup: Backup | undefined;

  constructor(
    private readonly files: readonly InputFile[],
    private readonly options: RewriteOptions,
    private readonly change: Change,
  ) {
    this.settings = new FolderSettings(dayOf(new Date()), options, complain);
    this.leftAlone = new LeftAlone(options.listSkipped ?? false);
    this.namesOf = namesAmong(onDisk(files).map(({ path: file }) => file));
  }

  async run(): Promise<void> {
    const { options, output, tally } = this;
    if (options.mode === 'write') {
      await this.prepare();
      await this.interruption.during(() => this.passAll());
    } else {
      await this.passAll();
    }
    await output.settle();
    if (tally.changed > 0 && (options.mode === 'list' || options.mode === 'diff')) process.exitCode ??= 1;
    if (options.mode !== 'stdout') process.stderr.write(`${this.summary()}\n`);
    this.leftAlone.say();
  }

  private async passAll(): Promise<void> {
    const { files, output, tally } = this;
    for (const file of withProgress(files)) {
      await this.interruption.turn();
      try {
        const text = await this.read(file);
        if (text?.isArticle) tally.seen++;
        else this.leftAlone.add(file);
        if (text) await this.pass(file, text);
      } catch (error) {
        if (!(error instanceof Remark)) tally.refused++;
        complain(nameOf(file), error);
      }
      await output.settle();
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
    this.backup = backupFor({ command: this.options.command, folder }, this.options);
    const sizes = files.map(({ path: file }) => fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0);
    await this.backup?.requireRoom(sizes, () => this.copiedSizes(files));
  }

  /** The sizes of the copies that this call needs, in bytes. */
  private async copiedSizes(files: readonly InputFile[]): Promise<readonly number[]> {
    const sizes: number[] = [];
    for (const file of files) {
      try {
        const text = await this.read(file);
        if (!text || text.after === text.before) continue;
        if (this.backup?.needsCopy(fs.realpathSync.native(file.path), text.bytes)) sizes.push(text.bytes.length);
      } catch {} // Reported later, when this file is rewritten.
    }
    return sizes;
  }

  /** Undefined for a file that was only found in a folder and is not an article. */
  private async read(file: InputFile): Promise<Text | undefined> {
    const isStream = !file.regular && (file.path === STDIN || this.options.mode !== 'write');
    const bytes = isStream ? await readAll(streamOf(file)) : readFile(file.path);
    requireText(bytes, file.named);
    if (!isWanted(file, bytes)) return undefined;
    const first = file.regular ? this.links.firstOf(file.path) : undefined;
    if (first !== undefined) throw new OtherNameRemark(first);
    const before = exactText(bytes);
    const { text: after, leftAlone } = this.change(before, knownTerms(this.settings.of(file)));
    return { bytes, before, after, leftAlone, isArticle: beginsLikeArticle(bytes) || holdsArticle(before) };
  }

  private async pass(file: InputFile, { bytes, before, after, leftAlone }: Text): Promise<void> {
    const { output, tally } = this;
    if (leftAlone) {
      complain(nameOf(file), new Remark(leftAlone));
      process.exitCode ??= 1;
    }
    const mode = file.path === STDIN && this.options.mode === 'write' ? 'stdout' : this.options.mode;
    if (mode === 'stdout') output.write(after);
    if (after === before) return;
    if (mode === 'write') {
      await this.interruption.toItsEnd(async () => {
        await this.write(file, bytes, Buffer.from(after));
        output.write(`${shown(nameOf(file))}\n`);
        await output.settle();
      });
    }
    if (mode === 'list') output.write(`${shown(nameOf(file))}\n`);
    if (mode === 'diff') output.write(await difference(nameOf(file), before, after));
    tally.changed++;
  }

  /**
   * Replaces a file under all of its names in the call. Throws if it has other names, which would keep the old bytes.
   */
  private async write(file: InputFile, before: Uint8Array, after: Uint8Array): Promise<void> {
    const names = this.namesOf(file.path);
    const [place, ...others] = names.map((name) => fs.realpathSync.native(name)) as [string, ...string[]];
    requireInside(file, place);
    requireNames(fs.statSync(place), names.length);
    for (const name of [place, ...others]) await this.backup?.keep(name, before, after);
    await replaceFile(place, after, before, others);
    this.links.firstOf(file.path); // Learned again: the file at this path is a new one now.
  }

  private summary(): string {
    const { seen, changed, refused } = this.tally;
    const isWriting = this.options.mode === 'write';
    const files = plural(seen, 'file');
    if (changed > 0) {
      const undo = this.backup?.isUsed ? ' article-format undo takes that back.' : '';
      return `${counted(changed)} of ${files} ${isWriting ? 'changed' : 'would change'}.${undo}`;
    }
    if (refused > 0) return `Nothing was changed. ${plural(refused, 'file')} could not be read or written.`;
    return seen === 0 ? 'No articles were found.' : `Nothing to do in ${files}.`;
  }
}

/** Whether a text has any marker of an article. */
export function holdsArticle(text: string): boolean {
  return parse(text).articles.some(({ markers }) => markers.length > 0);
}

function onDisk(files: readonly InputFile[]): readonly InputFile[] {
  return files.filter((file) => file.path !== STDIN);
}

/** Throws for a link that was found in a named folder and leads out of it. */
function requireInside({ root, link }: InputFile, place: string): void {
  if (link === 'found' && !isWithin(place, fs.realpathSync.native(root)))
    throw new Error(
      'This link leads out of the folder. The file that it leads to was left as it is. Name that file itself to change it.',
    );
}

/** A unified diff, as `diff -u` writes it and `patch` reads it. */
async function difference(file: string, before: string, after: string): Promise<string> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff');
  const name = file.replaceAll('\\', '/').replace(/^\//, '');
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 1,
    headerOptions: FILE_HEADERS_ONLY,
  });
}

/** Throws if the settings file of a file has an error, because its settings are then unknown. */
function knownTerms(terms: FolderTerms): FolderTerms {
  if (terms.faulty === undefined) return terms;
  throw new Error(
    `Its settings are unknown, because ${shown(terms.faulty)} has an error. It was left as it is. Correct that file first.`,
  );
}
