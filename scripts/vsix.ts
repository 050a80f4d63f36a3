/** Packages the extension, and installs it into a VS Code with its own folders. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** On Windows `code` and `npm` are scripts that only a shell can start. */
export const shell = { shell: process.platform === 'win32' };

/** Where a VS Code keeps its settings and state, and its extensions. */
export interface EditorFolders {
  readonly userData: string;
  readonly extensions: string;
}

/** The flags that make VS Code use these folders instead of the user's profile. */
export function folderFlags({ userData, extensions }: EditorFolders): string[] {
  return ['--user-data-dir', userData, '--extensions-dir', extensions];
}

let packed = false;

/** The path of the VSIX. The first call packages the extension; it throws when that fails, and standard error says why. */
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

/** Installs a VSIX with `code`, the command line of a VS Code. Throws when that fails; standard error says why. */
export function installExtension(code: string, vsix: string, folders: EditorFolders): void {
  execFileSync(code, [...folderFlags(folders), '--install-extension', vsix, '--force'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    ...shell,
  });
}
