/** Which files of a workspace folder may belong to the corpus, by their paths. Their content decides in the end. */
import type { Ignore } from 'ignore';
import picomatch from 'picomatch';
import { ignoreRules, ignoresCase, type RepositoryRules } from './ignoreRules';

/** Rules from a folder above the workspace folder, and the path from there. */
interface RulesAbove {
  readonly way: string;
  readonly rules: Ignore;
}

/** Paths are relative to the workspace folder, with slashes between their parts and none at either end. */
export class Membership {
  private readonly isIncluded: (path: string) => boolean;
  private readonly isExcluded: (path: string) => boolean;
  /** The weakest rules first. */
  private above: readonly RulesAbove[] = [];
  /** Whether names are compared without regard to case, by the folder of the repository. `''` is also the repository around. */
  private readonly alike = new Map<string, boolean>();
  /** The rules of each repository's `info/exclude`, and of each folder's .gitignore, by the path of the folder. */
  private readonly excluding = new Map<string, Ignore>();
  private readonly ignoring = new Map<string, Ignore>();

  /** Glob patterns as in VS Code's settings: a path must match one of `include`, and neither it nor its folders one of `exclude`. */
  constructor(include: readonly string[], exclude: readonly string[]) {
    this.isIncluded = matcher(include);
    this.isExcluded = matcher(exclude);
  }

  /**
   * Adds the repository around the workspace folder, and the texts of the rules above it, the weakest first. `way` is the path
   * from the folder of a text down to the workspace folder. Rules that ignore the workspace folder itself do not count.
   */
  addAbove(repository: RepositoryRules, texts: readonly { readonly way: string; readonly content: string }[]): void {
    const isAlike = ignoresCase(repository.config);
    this.alike.set('', isAlike);
    const above = texts.map(({ way, content }) => ({ way, rules: ignoreRules(content, isAlike) }));
    const ignores = above.reduce((before, { way, rules }) => verdict(rules, `${way}/`, before), false);
    if (!ignores) this.above = above;
  }

  /** Adds a folder that is the root of a git repository (`''` for the workspace folder). */
  addRepository(folder: string, { config, exclude }: RepositoryRules): void {
    const isAlike = ignoresCase(config);
    this.alike.set(folder, isAlike);
    this.excluding.set(folder, ignoreRules(exclude, isAlike));
  }

  /** Adds the content of the .gitignore in a folder. Deeper ones are stronger. */
  addIgnoreFile(folder: string, content: string): void {
    const repository = [folder, ...foldersOf(folder).reverse(), ''].find((each) => this.alike.has(each)) ?? '';
    this.ignoring.set(folder, ignoreRules(content, this.alike.get(repository) ?? false));
  }

  /** Whether a file belongs to the corpus, with all folders that it is in. */
  has(path: string): boolean {
    return this.isIncluded(path) && foldersOf(path).every((folder) => this.enters(folder)) && this.isOpen(path, path);
  }

  /** Whether files in a folder may belong, if the folder around it may. */
  enters(folder: string): boolean {
    return this.isOpen(folder, `${folder}/`);
  }

  /** `asIgnored` is the path as .gitignore knows it: with a slash after a folder. */
  private isOpen(path: string, asIgnored: string): boolean {
    if (this.isExcluded(path)) return false;
    let isIgnored = false;
    for (const { way, rules } of this.above) isIgnored = verdict(rules, `${way}/${asIgnored}`, isIgnored);
    const knowsRules = this.ignoring.size + this.excluding.size > 0;
    for (const folder of knowsRules ? ['', ...foldersOf(path)] : []) {
      const below = folder === '' ? asIgnored : asIgnored.slice(folder.length + 1);
      isIgnored = verdict(this.excluding.get(folder), below, isIgnored);
      isIgnored = verdict(this.ignoring.get(folder), below, isIgnored);
    }
    return !isIgnored;
  }
}

/** Whether rules ignore a path, if the weaker rules have the verdict `before`. */
function verdict(rules: Ignore | undefined, path: string, before: boolean): boolean {
  const { ignored, unignored } = rules?.test(path) ?? { ignored: false, unignored: false };
  return ignored || (before && !unignored);
}

function matcher(patterns: readonly string[]): (path: string) => boolean {
  return patterns.length === 0 ? () => false : picomatch([...patterns], { dot: true });
}

/** The folders that a path is in, the outermost first. */
function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
    folders.push(path.slice(0, slash));
  }
  return folders;
}
