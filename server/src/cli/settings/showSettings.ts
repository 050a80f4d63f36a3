/** `--show-settings`: writes the settings of a path, and the file that they come from, as JSON. */
import fs from 'node:fs';
import path from 'node:path';
import { dayOf } from '../../core/text/date';
import { ALL_RULES } from '../../corpus/rules';
import { isWithin } from '../../disk/isWithin';
import { type FileFolders, STDIN } from '../input/inputFile';
import type { InputOptions } from '../input/inputs';
import { complain } from '../output/faults';
import { FolderSettings, type SettingsOptions } from './settings';

export interface ShowOptions extends SettingsOptions, Pick<InputOptions, 'stdinFilename'> {
  /** A file or a folder. */
  readonly showSettings: string;
}

/** Writes the settings and does nothing else. Throws Node's error if there is no such file or folder. */
export function showSettings(named: readonly string[], options: ShowOptions): void {
  const { showSettings: shown, stdinFilename = STDIN } = options;
  const settings = new FolderSettings(dayOf(new Date()), options, complain);
  const { file, rules, additionalFields } = settings.found(foldersOf(shown, named, stdinFilename));
  const severities = Object.fromEntries(ALL_RULES.map(({ code, severity }) => [code, rules[code] ?? severity]));
  const inForce = { path: shown, settingsFile: file ?? null, rules: severities, additionalFields };
  process.stdout.write(`${JSON.stringify(inForce, null, 2)}\n`);
}

/** The folders of a path as if it were a file of the call: its root is the highest named folder that contains it. */
function foldersOf(shown: string, named: readonly string[], stdinFilename: string): FileFolders {
  const isFolder = shown !== STDIN && fs.statSync(shown).isDirectory();
  const folder = isFolder ? shown : path.dirname(shown === STDIN ? stdinFilename : shown);
  const holding = named.filter((each) => isWithin(folder, each) && fs.statSync(each).isDirectory());
  const [root = folder] = holding.sort((a, b) => path.resolve(a).length - path.resolve(b).length);
  return { folder, root };
}
