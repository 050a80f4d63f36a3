/** The ignore rules of git repositories on disk. Git is never executed. */
import fs from 'node:fs';
import path from 'node:path';

/** The rules of a repository outside its `.gitignore` files. A text is empty if there is no such file. */
export interface RepositoryRules {
  /** The text of its `config`. */
  readonly config: string;
  /** The text of its `info/exclude`. */
  readonly exclude: string;
}

/** Ignore rules above a folder that apply to it. */
export interface TextAbove {
  /** The path from the folder with these rules down to the folder to which they apply, with slashes. */
  readonly way: string;
  readonly content: string;
}

/** The rules above a folder that apply to it: its repository, and texts of rules, the weakest first. */
export interface Above {
  readonly repository: RepositoryRules;
  readonly texts: readonly TextAbove[];
}

/** Where git keeps its data for a folder that is the root of a repository. */
export interface GitFolders {
  /** `.git`, or the target of a file with that name, as in worktrees and submodules. */
  readonly own: string;
  /** The same; for a worktree, the folder that it shares with the other worktrees. */
  readonly shared: string;
}

/** Undefined for a folder that is not the root of a repository. */
export function gitFoldersOf(folder: string): GitFolders | undefined {
  const git = path.join(folder, '.git');
  if (!fs.existsSync(git)) return undefined;
  const [, target] = /^gitdir: ([^\r\n]*)/.exec(textOf(git)) ?? [];
  const own = target === undefined ? git : pathFrom(folder, target);
  const common = textOf(path.join(own, 'commondir')).trim();
  return { own, shared: common === '' ? own : pathFrom(own, common) };
}

/** The repository whose root is this folder; undefined if it is no root. */
export function repositoryAt(folder: string): RepositoryRules | undefined {
  const git = gitFoldersOf(folder);
  if (!git) return undefined;
  return { config: textOf(path.join(git.shared, 'config')), exclude: textOf(path.join(git.shared, 'info/exclude')) };
}

/** Resolves a path from a file of a repository. A path to another machine is ignored, because Windows would log in there. */
function pathFrom(folder: string, target: string): string {
  const isElsewhere = target.slice(0, 2).replaceAll('\\', '/') === '//';
  return isElsewhere ? folder : path.resolve(folder, target);
}

/** The rules above a folder that apply to it. Undefined for a folder outside any repository, or for the root of one. */
export function repositoryAbove(folder: string): Above | undefined {
  const texts: TextAbove[] = [];
  let at = path.resolve(folder);
  let way = '';
  for (let repository = repositoryAt(at); ; repository = repositoryAt(at)) {
    if (repository && way === '') return undefined;
    if (repository) return { repository, texts: [{ way, content: repository.exclude }, ...texts] };
    const above = path.dirname(at);
    if (above === at) return undefined;
    way = way === '' ? path.basename(at) : `${path.basename(at)}/${way}`;
    at = above;
    texts.unshift({ way, content: textOf(path.join(at, '.gitignore')) });
  }
}

/** The text of a file; empty if it cannot be read, or if it is a pipe or a device, which might block for ever. */
export function textOf(file: string): string {
  try {
    return fs.statSync(file).isFile() ? fs.readFileSync(file, 'utf8') : '';
  } catch {
    return '';
  }
}
