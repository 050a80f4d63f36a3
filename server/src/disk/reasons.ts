/** Why reading or writing has failed, as sentences. */
import * as l10n from '@vscode/l10n';

const REASONS: Readonly<Record<string, () => string>> = {
  ENOENT: () => l10n.t('There is no such file or folder.'),
  EACCES: () => l10n.t('You have no permission for this.'),
  EPERM: () => l10n.t('You have no permission for this.'),
  ENAMETOOLONG: () => l10n.t('This name is too long.'),
  EISDIR: () => l10n.t('This is a folder.'),
  ENOTDIR: () => l10n.t('A part of this path is not a folder.'),
  EEXIST: () => l10n.t('This file already exists.'),
  EROFS: () => l10n.t('This file system is read-only.'),
  ENOSPC: () => l10n.t('There is no space left.'),
  EDQUOT: () => l10n.t('Your quota on this disk is used up.'),
  EFBIG: () => l10n.t('The file would be larger than the file system, or a limit, allows.'),
  ELOOP: () => l10n.t('These links form a circle.'),
  EMFILE: () => l10n.t('Too many files are open.'),
  EIO: () => l10n.t('The disk has reported an error.'),
};

/** Whether a disk had no room for what was to be written; it then has none for what follows. Its cause counts, too. */
export function isFullDisk(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as NodeJS.ErrnoException;
  return code === 'ENOSPC' || code === 'EDQUOT' || (cause !== undefined && isFullDisk(cause));
}

/** The reason of a system error as a sentence; the message of any other error. */
export function reasonOf(error: unknown): string {
  const { code, message, syscall } = error as NodeJS.ErrnoException;
  if (syscall === 'uv_cwd') return l10n.t('The working directory is gone. Change to a folder that exists.');
  return REASONS[code ?? '']?.() ?? message;
}
