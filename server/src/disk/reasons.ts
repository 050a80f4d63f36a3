/** Why reading or writing has failed, for people. */

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder.',
  EACCES: 'You have no permission for this.',
  EPERM: 'You have no permission for this.',
  ENAMETOOLONG: 'This name is too long.',
  EISDIR: 'This is a folder.',
  ENOTDIR: 'A part of this path is no folder.',
  EEXIST: 'This file exists already.',
  EROFS: 'This file system is read-only.',
  ENOSPC: 'There is no space left.',
  EDQUOT: 'Your share of the disk is full.',
  EFBIG: 'The file system, or a limit, allows no larger file.',
  ELOOP: 'These links lead in a circle.',
  EMFILE: 'Too many files are open.',
  EIO: 'The disk has failed at this.',
};

/** A system error as a sentence; any other one by its message. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? message;
}
