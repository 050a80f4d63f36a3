/** Walks a folder on disk. */
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { type RepositoryRules, repositoryAt } from './git/repository';
import { isWithin } from './isWithin';
import { readWanted } from './readFile';
import { reasonOf } from './reasons';

/** Decides which files are listed. Paths are relative to the folder that is walked, with slashes. */
export interface Walk {
  /** Called for a folder that is the root of a git repository, before addIgnoreFile for that folder. */
  addRepository(folder: string, repository: RepositoryRules): void;
  /** Called with the content of the .gitignore of a folder, before `enters` and `has` for anything in that folder. */
  addIgnoreFile(folder: string, content: string): void;
  /** Whether to read a folder. */
  enters(folder: string): boolean;
  /** Whether to list a file. */
  has(file: string): boolean;
  /** Called for a folder that cannot be listed, with the reason as a sentence. */
  cannotList(folder: string, reason: string): void;
  /** Called for a link to a file that is listed under another name. */
  isOtherName(link: string, first: string): void;
}

/** The path is missing or a file. Watchers of the disk report a new path without saying whether it is a folder. */
const NO_FOLDER: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

/**
 * The files below a folder, folder by folder, in no fixed order. Links to files are followed, and no file is listed
 * twice. Links to folders are not followed: they may lead in circles, or over the whole disk. A broken link
 * is listed, because reading it reports the problem.
 */
export async function* listFiles(root: string, walk: Walk): AsyncGenerator<readonly string[]> {
  const links = new Links(root, walk);
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const absolute = path.join(root, folder);
    const present = await readdir(absolute, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      if (!NO_FOLDER.has(error.code ?? '')) walk.cannotList(folder, reasonOf(error));
      return [];
    });
    const repository = present.some(({ name }) => name === '.git') ? repositoryAt(absolute) : undefined;
    if (repository) walk.addRepository(folder, repository);
    if (present.some(({ name }) => name === '.gitignore')) {
      const rules = await readWanted(path.join(absolute, '.gitignore')).catch(() => undefined);
      walk.addIgnoreFile(folder, Buffer.from(rules ?? []).toString());
    }
    const files: string[] = [];
    for (const child of present) {
      const name = folder === '' ? child.name : `${folder}/${child.name}`;
      if (child.isDirectory() && walk.enters(name)) waiting.push(name);
      else if (child.isFile() && walk.has(name)) files.push(name);
      else if (child.isSymbolicLink() && walk.has(name) && (await links.has(name))) files.push(name);
    }
    if (files.length > 0) yield files;
  }
}

/** The links to files in the folder that is walked. */
class Links {
  private root: string | undefined;
  /** The link under which a file outside the folder is listed, by its real path. */
  private readonly listed = new Map<string, string>();

  constructor(
    private readonly folder: string,
    private readonly walk: Walk,
  ) {}

  /** Whether to list the target of a link. */
  async has(link: string): Promise<boolean> {
    try {
      const target = await realpath(path.join(this.folder, link));
      if (!(await stat(target)).isFile()) return false;
      this.root ??= await realpath(this.folder);
      const inside = path.relative(this.root, target).split(path.sep).join('/');
      const isInside = isWithin(target, this.root) && this.walk.has(inside);
      const first = isInside ? inside : this.listed.get(target);
      this.listed.set(target, first ?? link);
      if (first !== undefined) this.walk.isOtherName(link, first);
      return first === undefined;
    } catch {
      return true; // Reading it reports why it cannot be read.
    }
  }
}
