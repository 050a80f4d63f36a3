/** Finds the `.articlerc.json` in force for a folder, and reports the errors of those that have any. */
import fs from 'node:fs';
import path from 'node:path';
import type { Settings } from '../../core/settings';
import { type PlacedFault, readSettingsFile } from '../../corpus/settings/file';
import { countingFolders } from '../../corpus/settings/folders';
import { homeFolders } from '../../disk/homeFolders';
import { isWithin } from '../../disk/isWithin';
import { SETTINGS_FILE } from '../../protocol';
import type { FileFolders } from '../input/inputFile';
import { readFile } from '../input/readWhole';
import { type Complain, shown, UsageError } from '../output/faults';

/** The settings file in force, if there is one. */
export interface Nearest {
  readonly file?: string;
  readonly settings?: Partial<Settings>;
  /** A nearer one that is not in force because it has an error. */
  readonly faulty?: string | undefined;
}

export class SettingsFiles {
  private readonly files = new Map<string, Nearest>();
  private readonly repositories = new Map<string, boolean>();
  private readonly homes = homeFolders();

  constructor(private readonly complain: Complain) {}

  /** The nearest settings file in force. Each file is read once, and its errors are reported once. */
  nearest({ folder, root }: FileFolders): Nearest {
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
      found = this.load(file);
      this.files.set(file, found);
    }
    return found;
  }

  private load(file: string): Nearest {
    const name = shownName(file);
    try {
      if (!fs.lstatSync(file, { throwIfNoEntry: false })) return {}; // Most folders have none.
      const read = readSettingsFile(readFile(file));
      if ('settings' in read) return { file: name, settings: read.settings };
      for (const fault of read.faults) this.complain(placeOf(name, fault), new Error(shown(fault.message)));
      this.complain(name, new Error(NOT_USED));
    } catch (error) {
      this.complain(name, error);
    }
    return { faulty: name };
  }
}

const NOT_USED = 'Until this is corrected, no setting in this file is used.';

/** The file of `--config`. Throws a UsageError if it has an error, and Node's error if it cannot be read. */
export function fileOfCall(file: string): Nearest {
  const read = readSettingsFile(readFile(file));
  if ('settings' in read) return { file, settings: read.settings };
  const faults = read.faults.map((fault) => `${shown(placeOf(file, fault))}: ${shown(fault.message)}`);
  throw new UsageError(faults.join('\narticle-format: '));
}

/** A place as compilers write it: `file:line:column`, counted from 1. */
function placeOf(file: string, { range: { start } }: PlacedFault): string {
  return `${file}:${start.line + 1}:${start.character + 1}`;
}

/** The path relative to the working directory if the file is below it, otherwise the absolute path. */
function shownName(file: string): string {
  const working = process.cwd();
  return isWithin(file, working) ? path.relative(working, file) : file;
}

function foldersUpward(folder: string): readonly string[] {
  const folders = [folder];
  for (let at = folder; at !== path.dirname(at); folders.push(at)) at = path.dirname(at);
  return folders;
}
