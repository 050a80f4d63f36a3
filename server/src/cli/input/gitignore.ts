/** What git ignores in folders. Such files are left out here as well. */
import type fs from 'node:fs';
import path from 'node:path';
import type { Ignore } from 'ignore';
import { ignoreRules, ignoresCase } from '../../corpus/files/ignoreRules';
import { repositoryAbove, repositoryAt } from '../../disk/git/repository';
import { readFile } from './readWhole';

/** Rules, and the folder that they apply to. */
interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

/** What is ignored in a folder. */
export interface Ignored {
  /** The ignore files, the weakest first. */
  readonly files: readonly IgnoreFile[];
  /** Whether the repository ignores case in names. */
  readonly ignoresCase: boolean;
}

/**
 * The rules from above a folder, up to the repository's root. None if they ignore the folder itself, which was named.
 */
export function ignoredAbove(folder: string): Ignored {
  const { repository, texts } = repositoryAbove(folder) ?? NO_REPOSITORY;
  const isAlike = ignoresCase(repository.config);
  const files = texts
    .filter(({ content }) => content !== '')
    .map(({ way, content }) => ({
      folder: path.resolve(folder, way.replaceAll(/[^/]+/g, '..')),
      rules: ignoreRules(content, isAlike),
    }));
  return { files: isIgnored(folder, true, files) ? [] : files, ignoresCase: isAlike };
}

const NO_REPOSITORY = { repository: { config: '', exclude: '' }, texts: [] };

/** What is ignored in a folder with these children. `outer` is what is ignored in the folder around it. */
export function ignoredIn(folder: string, children: readonly fs.Dirent[], outer: Ignored): Ignored {
  const has = (wanted: string) => children.some(({ name }) => name === wanted);
  const repository = has('.git') ? repositoryAt(folder) : undefined;
  if (!repository && !has('.gitignore')) return outer;
  const isAlike = repository ? ignoresCase(repository.config) : outer.ignoresCase;
  const texts = [repository?.exclude ?? '', has('.gitignore') ? ignoreText(folder) : ''].filter((text) => text !== '');
  const files = texts.map((text) => ({ folder: path.resolve(folder), rules: ignoreRules(text, isAlike) }));
  return { files: [...outer.files, ...files], ignoresCase: isAlike };
}

/** The text of a folder's `.gitignore`; empty if it cannot be read. */
function ignoreText(folder: string): string {
  try {
    return readFile(path.join(folder, '.gitignore')).toString();
  } catch {
    return '';
  }
}

/** Whether a file or folder is ignored. The innermost ignore file with a rule for it decides. */
export function isIgnored(file: string, isFolder: boolean, files: readonly IgnoreFile[]): boolean {
  const absolute = path.resolve(file);
  let ignored = false;
  for (const { folder, rules } of files) {
    const relative = path.relative(folder, absolute).split(path.sep).join('/');
    if (relative === '') continue;
    const verdict = rules.test(isFolder ? `${relative}/` : relative);
    if (verdict.ignored) ignored = true;
    if (verdict.unignored) ignored = false;
  }
  return ignored;
}
