/** Finds the `.articlerc.json` that counts for a folder, and says what is wrong with those that have a fault. */
import fs from 'node:fs';
import path from 'node:path';
import type { Settings } from '../../core/settings';
import { type PlacedFault, readSettingsFile } from '../../corpus/settingsFile';
import { countingFolders } from '../../corpus/settingsFolders';
import { homeFolders } from '../../disk/homeFolders';
import { isWithin } from '../../disk/isWithin';
import { SETTINGS_FILE } from '../../protocol';
import type { Place } from '../input/inputFile';
import { readFile } from '../input/readWhole';
import { type Complain, shown, UsageError } from '../output/faults';

/** The settings file that counts, if there is one. */
export interface Nearest {
  readonly file?: string;
  readonly settings?: Partial<Settings>;
  /** A nearer one, which does not count because it has a fault. */
  readonly faulty?: string | undefined;
}

export class SettingsFiles {
  private readonly files = new Map<string, Nearest>();
  private readonly repositories = new Map<string, boolean>();
  private readonly homes = homeFolders();

  constructor(private readonly complain: Complain) {}

  /** The nearest one that counts; each is read once, and complained of once. */
  nearest({ folder, root }: Place): Nearest {
    const upward = foldersUpward(path.resolve(folder));
    const repository = upward.find((each) => this.isRepository(each));
    const bounds = { repository, named: path.resolve(root), homes: this.homes };
    let faulty: string | undefined;
    for (const each of countingFolders(upward, bounds)) {
      const found = this.read(path.join(each, SETTINGS_FILE));
      if (found.settings) return { ...found, faulty };
      faulty ??= found.faulty;
    }
    return { faulty };
  }

  private isRepository(folder: string): boolean {
    let is = this.repositories.get(folder);
    if (is === undefined) {
      is = fs.existsSync(path.join(folder, '.git'));
      this.repositories.set(folder, is);
    }
    return is;
  }

  private read(file: string): Nearest {
    let found = this.files.get(file);
    if (!found) {
      found = this.readAnew(file);
      this.files.set(file, found);
    }
    return found;
  }

  private readAnew(file: string): Nearest {
    const name = shownName(file);
    try {
      if (!fs.lstatSync(file, { throwIfNoEntry: false })) return {}; // As in most folders.
      const read = readSettingsFile(readFile(file));
      if ('settings' in read) return { file: name, settings: read.settings };
      for (const fault of read.faults) this.complain(placeOf(name, fault), new Error(shown(fault.message)));
      this.complain(name, new Error(NOT_COUNTED));
    } catch (error) {
      this.complain(name, error);
    }
    return { faulty: name };
  }
}

const NOT_COUNTED = 'Until this is mended, nothing in this file counts.';

/** The file of `--config`. Throws a UsageError when it has a fault, and what Node throws when it cannot be read. */
export function fileOfCall(file: string): Nearest {
  const read = readSettingsFile(readFile(file));
  if ('settings' in read) return { file, settings: read.settings };
  const faults = read.faults.map((fault) => `${shown(placeOf(file, fault))}: ${shown(fault.message)}`);
  throw new UsageError(faults.join('\narticle-format: '));
}

/** As compilers name a place: line and column count from 1. */
function placeOf(file: string, { range: { start } }: PlacedFault): string {
  return `${file}:${start.line + 1}:${start.character + 1}`;
}

/** Below the working directory as people would write it; whole for a file elsewhere. */
function shownName(file: string): string {
  const working = process.cwd();
  return isWithin(file, working) ? path.relative(working, file) : file;
}

function foldersUpward(folder: string): readonly string[] {
  const folders = [folder];
  for (let at = folder; at !== path.dirname(at); folders.push(at)) at = path.dirname(at);
  return folders;
}
