/** Where programs keep what they must remember for a person, apart from settings and from what can be made again. */
import path from 'node:path';
import * as l10n from '@vscode/l10n';
import { homeFolder } from '../homeFolders';

const IS_WINDOWS = process.platform === 'win32';

/** The variable of the environment that names the place. */
export const STATE_VARIABLE = IS_WINDOWS ? 'LOCALAPPDATA' : 'XDG_STATE_HOME';

/** The usual place, in the home folder. */
const USUAL = IS_WINDOWS ? ['AppData', 'Local'] : ['.local', 'state'];

/**
 * `$XDG_STATE_HOME/article-format`, which is `~/.local/state/article-format` unless set (XDG Base Directory Specification
 * 0.8: a relative path there does not count); `%LOCALAPPDATA%\article-format` on Windows. Throws, with a sentence, where
 * neither that nor the home folder is known (null): the working directory is no place for it.
 */
export function stateFolder(env: NodeJS.ProcessEnv = process.env, home = homeFolder() ?? null): string {
  const own = env[STATE_VARIABLE];
  if (own && path.isAbsolute(own)) return path.join(own, 'article-format');
  if (home !== null) return path.join(home, ...USUAL, 'article-format');
  throw new Error(
    l10n.t(
      'Your home folder is not known, so there is no place for copies of files. Set {0} to the whole path of a folder.',
      STATE_VARIABLE,
    ),
  );
}
