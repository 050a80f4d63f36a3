/** What git keeps of the files in a folder, from the index of its repository. No program is started. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** The digests of the files that git tracks, by their paths from the top of the repository, with slashes. */
type Tracked = ReadonlyMap<string, string>;

interface Repository {
  readonly top: string;
  readonly algorithm: 'sha1' | 'sha256';
  readonly tracked: Tracked;
}

export class GitIndexes {
  /** By folder; undefined for one that is in no repository. */
  private readonly repositories = new Map<string, Repository | undefined>();

  /**
   * The name under which git keeps these bytes of a file, for `git cat-file blob`; undefined when it does not track the
   * file, or has other bytes of it. `file` is a real path. An index that cannot be read holds nothing.
   */
  blobOf(file: string, bytes: Uint8Array): string | undefined {
    const repository = this.repositoryOf(path.dirname(file));
    if (!repository) return undefined;
    const kept = repository.tracked.get(path.relative(repository.top, file).split(path.sep).join('/'));
    if (kept === undefined) return undefined;
    const own = createHash(repository.algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
    return kept === own ? kept : undefined;
  }

  private repositoryOf(folder: string): Repository | undefined {
    if (this.repositories.has(folder)) return this.repositories.get(folder);
    const above = path.dirname(folder);
    const found = openRepository(folder) ?? (above === folder ? undefined : this.repositoryOf(above));
    this.repositories.set(folder, found);
    return found;
  }
}

/** The repository whose top a folder is; undefined for any other folder, and where git's files cannot be read. */
function openRepository(top: string): Repository | undefined {
  try {
    const folder = gitFolderOf(top);
    if (folder === undefined) return undefined;
    const algorithm = usesSha256(folder) ? 'sha256' : 'sha1';
    return {
      top,
      algorithm,
      tracked: readIndex(fs.readFileSync(path.join(folder, 'index')), algorithm === 'sha1' ? 20 : 32),
    };
  } catch {
    return undefined;
  }
}

/** `.git`, or the folder that a file of this name leads to, as in worktrees and submodules. */
function gitFolderOf(top: string): string | undefined {
  const git = path.join(top, '.git');
  const found = fs.statSync(git, { throwIfNoEntry: false });
  if (!found?.isFile()) return found && git;
  const [, target] = /^gitdir: (.*)/.exec(fs.readFileSync(git, 'utf8')) ?? [];
  return target && path.resolve(top, target);
}

/** Worktrees have their settings in the folder that `commondir` names. */
function usesSha256(folder: string): boolean {
  const common = path.join(folder, 'commondir');
  const home = fs.existsSync(common) ? path.resolve(folder, fs.readFileSync(common, 'utf8').trim()) : folder;
  return /^[ \t]*objectformat[ \t]*=[ \t]*"?sha256/im.test(fs.readFileSync(path.join(home, 'config'), 'utf8'));
}

const HEADER = 12;
/** Times, device, inode, mode, owner and size come before the digest of an entry. */
const BEFORE_DIGEST = 40;

/**
 * The entries of an index, versions 2 to 4 (git's documentation, index-format). Files in conflict are left out. Throws a
 * RangeError when the index ends within an entry.
 */
function readIndex(index: Buffer, digestLength: number): Tracked {
  const version = index.readUInt32BE(4);
  const tracked = new Map<string, string>();
  if (index.toString('latin1', 0, 4) !== 'DIRC' || version < 2 || version > 4) return tracked;
  let at = HEADER;
  let name = '';
  for (let left = index.readUInt32BE(8); left > 0; left--) {
    const start = at;
    const digest = index.toString('hex', at + BEFORE_DIGEST, at + BEFORE_DIGEST + digestLength);
    at += BEFORE_DIGEST + digestLength;
    const flags = index.readUInt16BE(at);
    at += version >= 3 && flags & 0x4000 ? 4 : 2;
    if (version === 4) {
      const { value, end } = readCount(index, at);
      name = name.slice(0, name.length - value);
      at = end;
    } else name = '';
    const end = index.indexOf(0, at);
    name += index.toString('latin1', at, end);
    // Entries are filled with NULs up to a multiple of 8 bytes, one at the least; in version 4 it is just one.
    at = version === 4 ? end + 1 : start + (Math.floor((end - start) / 8) + 1) * 8;
    const stage = (flags >> 12) & 3;
    if (stage === 0) tracked.set(Buffer.from(name, 'latin1').toString(), digest);
  }
  return tracked;
}

/** A number in the variable width of git's packs: seven bits a byte, and one is added for each further byte. */
function readCount(index: Buffer, start: number): { value: number; end: number } {
  let at = start;
  let byte = index.readUInt8(at++);
  let value = byte & 0x7f;
  while (byte & 0x80) {
    byte = index.readUInt8(at++);
    value = ((value + 1) << 7) | (byte & 0x7f);
  }
  return { value, end: at };
}
