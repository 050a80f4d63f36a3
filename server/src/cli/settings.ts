/** The terms of a verdict on the command line: `--rule`, then the nearest `.articlerc.json`, then the rules' own. */
import fs from 'node:fs';
import path from 'node:path';
import { parse as parseJson } from 'jsonc-parser';
import { provenIsEnough, type Severities } from '../core/rules';
import { mergeSettings, readSettings, type Settings } from '../core/settings';
import type { Terms } from '../corpus/checkFile';
import { CODES } from '../corpus/rules';
import { isWithin } from '../disk/isWithin';
import { SETTINGS_FILE } from '../protocol';
import { type Complain, UsageError } from './faults';
import type { InputFile } from './inputs';
import { readFile } from './readWhole';

export interface FolderTerms extends Terms {
  /** Today, where an article that is proven healthy has no findings; undefined where rules are on that look further. */
  readonly provenUntil: string | undefined;
}

export class FolderSettings {
  private readonly terms = new Map<string, FolderTerms>();
  private readonly files = new Map<string, Partial<Settings> | undefined>();

  /** `today` is YYYY-MM-DD; `rules` are those of the call, which go before all others. */
  constructor(
    private readonly today: string,
    private readonly rules: Severities,
    private readonly complain: Complain,
  ) {}

  /** The same object for all files with the same settings in one folder. */
  of({ folder, root }: Pick<InputFile, 'folder' | 'root'>): FolderTerms {
    let terms = this.terms.get(folder);
    if (!terms) {
      const { rules, additionalFields } = mergeSettings({ rules: this.rules }, this.nearest(folder, root) ?? {});
      const { today } = this;
      const provenUntil = provenIsEnough(rules) ? today : undefined;
      terms = { context: { today, additionalFields }, severities: rules, provenUntil };
      this.terms.set(folder, terms);
    }
    return terms;
  }

  /** Upward to the working directory; for a folder outside it, to the folder that the call names. */
  private nearest(folder: string, root: string): Partial<Settings> | undefined {
    const working = process.cwd();
    let at = path.resolve(folder);
    const last = isWithin(at, working) ? working : path.resolve(root);
    for (;;) {
      const settings = this.read(path.join(at, SETTINGS_FILE));
      if (settings || at === last || at === path.dirname(at)) return settings;
      at = path.dirname(at);
    }
  }

  private read(file: string): Partial<Settings> | undefined {
    if (!this.files.has(file)) this.files.set(file, this.readAnew(file));
    return this.files.get(file);
  }

  private readAnew(file: string): Partial<Settings> | undefined {
    if (!fs.existsSync(file)) return undefined;
    try {
      const { settings, faults } = readSettings(parseJson(readFile(file).toString()), CODES);
      if (faults.length > 0) this.complain(file, new UsageError(faults.join(' ')));
      return settings;
    } catch (error) {
      this.complain(file, error);
      return undefined;
    }
  }
}

/** One `code=severity` of the command line, added to those before. */
export function addRule(option: string, rules: Severities = {}): Severities {
  const [code = '', severity] = option.split('=');
  const { settings, faults } = readSettings({ rules: { [code]: severity } }, CODES);
  if (faults.length > 0) throw new UsageError(faults.join(' '));
  return { ...rules, ...settings.rules };
}
