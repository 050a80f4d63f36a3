/** Installs missing peers from their lock file. Only the bench needs them. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { peers } from '../paths';

/** Throws if npm cannot reach its registry. */
export function installPeers(): void {
  const stamp = path.join(peers, 'node_modules/.installed');
  const wanted = fs.readFileSync(path.join(peers, 'package-lock.json'), 'utf8');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;
  console.error('Installing the peers (about 160 MB from npm) …');
  execFileSync('npm', ['ci', '--loglevel=error'], { cwd: peers, stdio: 'inherit' });
  fs.writeFileSync(stamp, wanted);
}
