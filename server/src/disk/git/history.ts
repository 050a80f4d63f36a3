/** What the history of a git repository keeps of files on disk. No program is started: a repository may be anybody's. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { GitObjects } from './objects';
import { type GitFolders, gitFoldersOf, textOf } from './repository';

export class GitHistory {
  /** By folder; undefined for one that is in no repository. */
  private readonly repositories = new Map<string, Repository | undefined>();

  /**
   * The name (of a blob) under which git keeps these bytes of a file; undefined unless they are what the latest commit has of
   * it, and git can give them. What is only staged does not count: git removes that, once it is staged again. `file` is a
   * real path.
   */
  nameOf(file: string, bytes: Uint8Array): string | undefined {
    const repository = this.repositoryOf(path.dirname(file));
    return repository?.nameOf(path.relative(repository.top, file).split(path.sep), bytes);
  }

  /** The bytes that git keeps under this name, in the repository that a file is in; undefined where it has them no more. */
  bytesOf(file: string, name: string): Uint8Array | undefined {
    return this.repositoryOf(path.dirname(file))?.blob(name);
  }

  private repositoryOf(folder: string): Repository | undefined {
    if (this.repositories.has(folder)) return this.repositories.get(folder);
    const folders = gitFoldersOf(folder);
    const above = path.dirname(folder);
    const found = folders ? new Repository(folder, folders) : above === folder ? undefined : this.repositoryOf(above);
    this.repositories.set(folder, found);
    return found;
  }
}

/** What a folder has, by its names in bytes (as Latin-1): kinds and names of objects. */
type Tree = ReadonlyMap<string, { readonly isFolder: boolean; readonly name: string }>;

class Repository {
  private readonly algorithm: 'sha1' | 'sha256';
  private readonly objects: GitObjects;
  /** By the names of their objects. */
  private readonly trees = new Map<string, Tree>();
  private root: string | undefined;

  constructor(
    readonly top: string,
    private readonly folders: GitFolders,
  ) {
    const config = textOf(path.join(folders.shared, 'config'));
    this.algorithm = /^[ \t]*objectformat[ \t]*=[ \t]*"?sha256/im.test(config) ? 'sha256' : 'sha1';
    this.objects = new GitObjects(path.join(folders.shared, 'objects'), this.nameLength);
  }

  private get nameLength(): number {
    return this.algorithm === 'sha1' ? 20 : 32;
  }

  nameOf(parts: readonly string[], bytes: Uint8Array): string | undefined {
    const name = createHash(this.algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
    return this.committed(parts) === name && this.blob(name)?.equals(bytes) ? name : undefined;
  }

  blob(name: string): Buffer | undefined {
    const object = this.objects.read(name);
    return object?.kind === 'blob' ? object.content : undefined;
  }

  /** The name of what the latest commit has under this path. */
  private committed(parts: readonly string[]): string | undefined {
    this.root ??= this.rootOfHead() ?? '';
    let at = { isFolder: true, name: this.root };
    for (const part of parts) {
      const found = at.isFolder && this.tree(at.name).get(Buffer.from(part).toString('latin1'));
      if (!found) return undefined;
      at = found;
    }
    return at.isFolder ? undefined : at.name;
  }

  private rootOfHead(): string | undefined {
    const commit = commitOf('HEAD', this.folders);
    const object = commit === undefined ? undefined : this.objects.read(commit);
    if (object?.kind !== 'commit') return undefined;
    return /^tree ([0-9a-f]+)\n/.exec(object.content.toString('latin1', 0, 80))?.[1];
  }

  private tree(name: string): Tree {
    const known = this.trees.get(name);
    if (known) return known;
    const object = this.objects.read(name);
    const tree = object?.kind === 'tree' ? readTree(object.content, this.nameLength) : new Map();
    this.trees.set(name, tree);
    return tree;
  }
}

/** The commit that a reference leads to: over others, in files of their own or in one for many. */
function commitOf(reference: string, { own, shared }: GitFolders): string | undefined {
  let name = reference;
  for (let steps = 0; steps < 5; steps++) {
    const text = textOf(path.join(own, name)) || textOf(path.join(shared, name));
    if (HASH.test(text.trim())) return text.trim();
    const [, next] = /^ref: (refs\/[^\r\n]+)/.exec(text) ?? [];
    if (next === undefined) break;
    name = next;
  }
  const packed = textOf(path.join(shared, 'packed-refs')).split('\n');
  return packed.find((line) => line.endsWith(` ${name}`) && HASH.test(line.slice(0, -name.length - 1)))?.split(' ')[0];
}

const HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** Entries are a mode in octal digits, a space, a name, NUL, and the bytes of an object's name. */
function readTree(content: Buffer, nameLength: number): Tree {
  const tree = new Map<string, { isFolder: boolean; name: string }>();
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(0x20, at);
    const end = content.indexOf(0, space);
    if (space === -1 || end === -1) break;
    const isFolder = content.toString('latin1', at, space) === '40000';
    at = end + 1 + nameLength;
    tree.set(content.toString('latin1', space + 1, end), { isFolder, name: content.toString('hex', end + 1, at) });
  }
  return tree;
}
