/** The terms of a verdict on the command line: `--rule`, then the nearest `.articlerc.json`, then the rules' own. */
import { provenIsEnough, type Severities } from '../../core/rules';
import { mergeSettings, readSettings, type Settings } from '../../core/settings';
import type { Terms } from '../../corpus/checkFile';
import { CODES } from '../../corpus/rules';
import type { Place } from '../input/inputFile';
import { type Complain, UsageError } from '../output/faults';
import { fileOfCall, type Nearest, SettingsFiles } from './settingsFiles';

/** What a call says of settings. */
export interface SettingsOptions {
  /** Severities that go before all others. */
  readonly rule?: Severities;
  /** The settings file that counts for all files, in the place of those in their folders. */
  readonly config?: string;
  /** No settings file counts. */
  readonly isolated?: boolean;
}

export interface FolderTerms extends Terms {
  /** Today, where an article that is proven healthy has no findings; undefined where rules are on that look further. */
  readonly provenUntil: string | undefined;
  /** The nearest settings file, when it has a fault: what is wanted of the folder's files is then not known. */
  readonly faulty: string | undefined;
}

export class FolderSettings {
  /** By folder that was named, and by folder: what was named decides how far upward settings count. */
  private readonly terms = new Map<string, Map<string, FolderTerms>>();
  private readonly nearest: (place: Place) => Nearest;
  private readonly ofCall: Partial<Settings>;

  /** `today` is YYYY-MM-DD. Throws a UsageError when the file of `--config` has a fault. */
  constructor(
    private readonly today: string,
    { rule = {}, config, isolated }: SettingsOptions,
    complain: Complain,
  ) {
    this.ofCall = { rules: rule };
    const files = new SettingsFiles(complain);
    const always = config !== undefined ? fileOfCall(config) : isolated ? {} : undefined;
    this.nearest = always ? () => always : (place) => files.nearest(place);
  }

  /** The same object for all files with the same settings in one folder. */
  of({ folder, root }: Place): FolderTerms {
    let below = this.terms.get(root);
    if (!below) {
      below = new Map();
      this.terms.set(root, below);
    }
    let terms = below.get(folder);
    if (!terms) {
      terms = this.read({ folder, root });
      below.set(folder, terms);
    }
    return terms;
  }

  /** What is set for a folder, and by which file. */
  found(place: Place): Settings & { readonly file: string | undefined } {
    const { file, settings = {} } = this.nearest(place);
    return { ...mergeSettings(this.ofCall, settings), file };
  }

  private read(place: Place): FolderTerms {
    const { settings = {}, faulty } = this.nearest(place);
    const { rules, additionalFields } = mergeSettings(this.ofCall, settings);
    const { today } = this;
    const provenUntil = provenIsEnough(rules) ? today : undefined;
    return { context: { today, additionalFields }, severities: rules, provenUntil, faulty };
  }
}

/** One `code=severity` of the command line, added to those before. */
export function addRule(option: string, rules: Severities = {}): Severities {
  const [code = '', severity] = option.split('=');
  const { settings, faults } = readSettings({ rules: { [code]: severity } }, CODES);
  if (faults.length > 0) throw new UsageError(faults.map(({ message }) => message).join(' '));
  return { ...rules, ...settings.rules };
}
