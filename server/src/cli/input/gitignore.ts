/** What git ignores in a folder, git's own files do not count for: neither do they here. */
import type fs from 'node:fs';
import path from 'node:path';
import type { Ignore } from 'ignore';
import { ignoreRules, ignoresCase } from '../../corpus/ignoreRules';
import { repositoryAbove, repositoryAt } from '../../disk/repository';
import { readFile } from './readWhole';

/** Rules, and the folder that they count for. */
interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

/** What is ignored in a folder. */
export interface Ignored {
  /** The weakest first. */
  readonly files: readonly IgnoreFile[];
  /** The repository compares names without regard to case. */
  readonly ignoresCase: boolean;
}

/** What counts from above a folder, up to the repository's root; no rules when they ignore the folder itself. */
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

/** What is ignored in a folder that holds these, inside one in which that is ignored. */
export function ignoredIn(folder: string, children: readonly fs.Dirent[], outer: Ignored): Ignored {
  const has = (wanted: string) => children.some(({ name }) => name === wanted);
  const repository = has('.git') ? repositoryAt(folder) : undefined;
  if (!repository && !has('.gitignore')) return outer;
  const isAlike = repository ? ignoresCase(repository.config) : outer.ignoresCase;
  const texts = [repository?.exclude ?? '', has('.gitignore') ? ignoreText(folder) : ''].filter((text) => text !== '');
  const files = texts.map((text) => ({ folder: path.resolve(folder), rules: ignoreRules(text, isAlike) }));
  return { files: [...outer.files, ...files], ignoresCase: isAlike };
}

/** The text of a folder's `.gitignore`; empty when it cannot be read. */
function ignoreText(folder: string): string {
  try {
    return readFile(path.join(folder, '.gitignore')).toString();
  } catch {
    return '';
  }
}

/** Whether a file or folder is ignored: the innermost file that says something of it decides. */
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
