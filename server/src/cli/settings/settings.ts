/**
 * The terms of a verdict on the command line: `--rule`, then the nearest `.articlerc.json`, then the rules' defaults.
 */
import { provenIsEnough, type Severities, type Severity } from '../../core/rules';
import { mergeSettings, type Settings } from '../../core/settings';
import type { Terms } from '../../corpus/verdict/checkFile';
import type { FileFolders } from '../input/inputFile';
import type { Complain } from '../output/faults';
import { type Choose, chooser } from './chosenRules';
import { fileOfCall, type Nearest, SettingsFiles } from './settingsFiles';

/** The options of a call that concern settings. */
export interface SettingsOptions {
  /** Severities that override all others. */
  readonly rule?: Severities;
  /** Only these rules. One that is off otherwise is on. */
  readonly select?: readonly string[];
  /** None of these rules. */
  readonly ignore?: readonly string[];
  /** A settings file for all files, which replaces those in their folders. */
  readonly config?: string;
  /** Use no settings file. */
  readonly isolated?: boolean;
}

export interface FolderTerms extends Terms {
  /**
   * Today, if an article proven healthy can have no finding; undefined if rules are on that look at more than the
   * proof.
   */
  readonly provenUntil: string | undefined;
  /** The nearest settings file, if it has an error: the settings of the folder are then unknown. */
  readonly faulty: string | undefined;
}

export class FolderSettings {
  /** By named folder, then by folder: the named folder decides how far up settings files are looked for. */
  private readonly terms = new Map<string, Map<string, FolderTerms>>();
  private readonly nearest: (folders: FileFolders) => Nearest;
  private readonly ofCall: Partial<Settings>;
  private readonly choose: Choose;
  /** Whether the call gives the same settings to all files. */
  private readonly isOfCall: boolean;
  /** What it is made of, for another thread. */
  readonly setup: { readonly today: string; readonly settings: SettingsOptions };

  /** `today` is YYYY-MM-DD. Throws a UsageError if the file of `--config` has an error. */
  constructor(
    private readonly today: string,
    options: SettingsOptions,
    complain: Complain,
  ) {
    const { rule = {}, select, ignore, config, isolated } = options;
    this.setup = { today, settings: options };
    this.ofCall = { rules: rule };
    this.choose = chooser({ rule, select, ignore });
    const files = new SettingsFiles(complain);
    const always = config !== undefined ? fileOfCall(config) : isolated ? {} : undefined;
    this.isOfCall = always !== undefined;
    this.nearest = always ? () => always : (folders) => files.nearest(folders);
  }

  /** The same object for all files with the same settings in one folder. */
  of({ folder, root }: FileFolders): FolderTerms {
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

  /**
   * Whether a rule may be on for any of these files. For files in several folders, only the call or its one settings file says
   * that it is not: their own settings are read when their turn comes.
   */
  mayBeOn({ code, severity }: { code: string; severity: Severity | 'off' }, files: readonly FileFolders[]): boolean {
    const [first] = files;
    const isAlike = (file: FileFolders) => file.folder === first?.folder && file.root === first.root;
    const areAlike = first && (this.isOfCall || files.every(isAlike));
    const found = areAlike ? (this.of(first).severities[code] ?? severity) : this.choose(this.ofCall.rules ?? {})[code];
    return found !== 'off';
  }

  /** The settings of a folder, and the file that they come from. */
  found(folders: FileFolders): Settings & { readonly file: string | undefined } {
    const { file, settings = {} } = this.nearest(folders);
    return { ...this.merged(settings), file };
  }

  private merged(settings: Partial<Settings>): Settings {
    const { rules, additionalFields } = mergeSettings(this.ofCall, settings);
    return { rules: this.choose(rules), additionalFields };
  }

  private read(folders: FileFolders): FolderTerms {
    const { settings = {}, faulty } = this.nearest(folders);
    const { rules, additionalFields } = this.merged(settings);
    const { today } = this;
    const provenUntil = provenIsEnough(rules) ? today : undefined;
    return { context: { today, additionalFields }, severities: rules, provenUntil, faulty };
  }
}
