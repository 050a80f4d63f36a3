/** Git repositories on disk, as far as they say which files are ignored. Nothing of git is executed. */
import fs from 'node:fs';
import path from 'node:path';

/** What a repository says besides its `.gitignore` files; texts are empty where there is no such file. */
export interface Repository {
  /** The text of its `config`. */
  readonly config: string;
  /** The text of its `info/exclude`. */
  readonly exclude: string;
}

/** A text of rules that counts for a folder from above it. */
export interface TextAbove {
  /** Leads from the folder that has it down to the one for which it counts, with slashes between its parts. */
  readonly way: string;
  readonly content: string;
}

/** What counts for a folder from above it: its repository, and texts of rules, the weakest first. */
export interface Above {
  readonly repository: Repository;
  readonly texts: readonly TextAbove[];
}

/** Where git keeps what it knows of a folder that is the root of a repository. */
export interface GitFolders {
  /** `.git`, or what a file of that name leads to, as in worktrees and submodules. */
  readonly own: string;
  /** The same, but of a worktree: the folder that it shares with the others. */
  readonly shared: string;
}

/** Undefined for a folder that is no root of a repository. */
export function gitFoldersOf(folder: string): GitFolders | undefined {
  const git = path.join(folder, '.git');
  if (!fs.existsSync(git)) return undefined;
  const [, target] = /^gitdir: ([^\r\n]*)/.exec(textOf(git)) ?? [];
  const own = target === undefined ? git : pathFrom(folder, target);
  const common = textOf(path.join(own, 'commondir')).trim();
  return { own, shared: common === '' ? own : pathFrom(own, common) };
}

/** The repository that a folder is the root of, if it is one. */
export function repositoryAt(folder: string): Repository | undefined {
  const git = gitFoldersOf(folder);
  if (!git) return undefined;
  return { config: textOf(path.join(git.shared, 'config')), exclude: textOf(path.join(git.shared, 'info/exclude')) };
}

/** A path that somebody has written into a repository. It must not have Windows log in on another machine. */
function pathFrom(folder: string, target: string): string {
  const isElsewhere = target.slice(0, 2).replaceAll('\\', '/') === '//';
  return isElsewhere ? folder : path.resolve(folder, target);
}

/** What counts for a folder from above it. Undefined for one that is in no repository, or is the root of one. */
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

/** A file's text; empty when it cannot be read. A pipe or a device might keep us waiting for ever. */
export function textOf(file: string): string {
  try {
    return fs.statSync(file).isFile() ? fs.readFileSync(file, 'utf8') : '';
  } catch {
    return '';
  }
}
