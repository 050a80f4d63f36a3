/** The folder for data that a program must keep for a person, but that is neither settings nor cache. */
import os from 'node:os';
import path from 'node:path';

/**
 * `$XDG_STATE_HOME/article-format`, by default `~/.local/state/article-format` (XDG Base Directory Specification
 * 0.8: a relative path is ignored); `%LOCALAPPDATA%\article-format` on Windows.
 */
export function stateFolder(env: NodeJS.ProcessEnv = process.env, home = os.homedir()): string {
  const own = process.platform === 'win32' ? env.LOCALAPPDATA : env.XDG_STATE_HOME;
  const usual = process.platform === 'win32' ? ['AppData', 'Local'] : ['.local', 'state'];
  return path.join(own && path.isAbsolute(own) ? own : path.join(home, ...usual), 'article-format');
}
