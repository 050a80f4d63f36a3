/** `--show-settings`: what counts for a path, and from which file, as JSON. */
import fs from 'node:fs';
import path from 'node:path';
import { dayOf } from '../../core/text/date';
import { ALL_RULES } from '../../corpus/rules';
import { isWithin } from '../../disk/isWithin';
import { type Place, STDIN } from '../input/inputFile';
import type { InputOptions } from '../input/inputs';
import { complain } from '../output/faults';
import { FolderSettings, type SettingsOptions } from './settings';

export interface ShowOptions extends SettingsOptions, Pick<InputOptions, 'stdinFilename'> {
  /** A file or a folder. */
  readonly showSettings: string;
}

/** Nothing else is done. Throws what Node throws when there is no such file or folder. */
export function showSettings(named: readonly string[], options: ShowOptions): void {
  const { showSettings: shown, stdinFilename = STDIN } = options;
  const settings = new FolderSettings(dayOf(new Date()), options, complain);
  const { file, rules, additionalFields } = settings.found(placeOf(shown, named, stdinFilename));
  const severities = Object.fromEntries(ALL_RULES.map(({ code, severity }) => [code, rules[code] ?? severity]));
  const counting = { path: shown, settingsFile: file ?? null, rules: severities, additionalFields };
  process.stdout.write(`${JSON.stringify(counting, null, 2)}\n`);
}

/** As if the path were among the files of the call: the highest folder that is named and holds it decides. */
function placeOf(shown: string, named: readonly string[], stdinFilename: string): Place {
  const isFolder = shown !== STDIN && fs.statSync(shown).isDirectory();
  const folder = isFolder ? shown : path.dirname(shown === STDIN ? stdinFilename : shown);
  const holding = named.filter((each) => isWithin(folder, each) && fs.statSync(each).isDirectory());
  const [root = folder] = holding.sort((a, b) => path.resolve(a).length - path.resolve(b).length);
  return { folder, root };
}
