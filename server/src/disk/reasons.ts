/** Why reading or writing has failed, as sentences. */

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder.',
  EACCES: 'You have no permission for this.',
  EPERM: 'You have no permission for this.',
  ENAMETOOLONG: 'This name is too long.',
  EISDIR: 'This is a folder.',
  ENOTDIR: 'A part of this path is not a folder.',
  EEXIST: 'This file already exists.',
  EROFS: 'This file system is read-only.',
  ENOSPC: 'There is no space left.',
  EDQUOT: 'Your quota on this disk is used up.',
  EFBIG: 'The file would be larger than the file system, or a limit, allows.',
  ELOOP: 'These links form a circle.',
  EMFILE: 'Too many files are open.',
  EIO: 'The disk has reported an error.',
};

/** The reason of a system error as a sentence; the message of any other error. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? message;
}
