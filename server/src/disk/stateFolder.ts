/** Where programs keep what they must remember for a person, apart from settings and from what can be made again. */
import os from 'node:os';
import path from 'node:path';

/**
 * `$XDG_STATE_HOME/article-format`, which is `~/.local/state/article-format` unless set (XDG Base Directory Specification
 * 0.8: a relative path there does not count); `%LOCALAPPDATA%\article-format` on Windows.
 */
export function stateFolder(env: NodeJS.ProcessEnv = process.env, home = os.homedir()): string {
  const own = process.platform === 'win32' ? env.LOCALAPPDATA : env.XDG_STATE_HOME;
  const usual = process.platform === 'win32' ? ['AppData', 'Local'] : ['.local', 'state'];
  return path.join(own && path.isAbsolute(own) ? own : path.join(home, ...usual), 'article-format');
}
