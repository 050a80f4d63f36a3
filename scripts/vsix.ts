/** Packs the extension, and installs it into a VS Code with folders of its own. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** `code` and `npm` are command scripts on Windows, which only a shell can start. */
export const shell = { shell: process.platform === 'win32' };

/** Folders of a VS Code's settings and state, and of its extensions. */
export interface EditorFolders {
  readonly userData: string;
  readonly extensions: string;
}

/** The flags by which VS Code uses these folders, and never those of the user's profile. */
export function folderFlags({ userData, extensions }: EditorFolders): string[] {
  return ['--user-data-dir', userData, '--extensions-dir', extensions];
}

let packed = false;

/** The VSIX's path; packs the extension at the first call. Throws when that fails; standard error says why. */
export function packExtension(): string {
  if (!packed)
    execFileSync('npm', ['run', '--silent', 'package'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      ...shell,
    });
  packed = true;
  return path.join(root, 'dist/article-format.vsix');
}

/** Installs a VSIX by the command line of a VS Code, `code`. Throws when that fails; standard error says why. */
export function installExtension(code: string, vsix: string, folders: EditorFolders): void {
  execFileSync(code, [...folderFlags(folders), '--install-extension', vsix, '--force'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    ...shell,
  });
}
