/**
 * Makes dist/article-format.vsix. Its files have the time of the commit, so that two builds of one commit are the same bytes; outside
 * a repository, vsce gives them the present time.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { shell } from './vsix';

const commit = spawnSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8' });
const time = commit.status === 0 ? { SOURCE_DATE_EPOCH: commit.stdout.trim() } : {};
execFileSync('npx', ['vsce', 'package', '--out', 'dist/article-format.vsix'], {
  stdio: 'inherit',
  env: { ...time, ...process.env },
  ...shell,
});
