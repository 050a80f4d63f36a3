/**
 * First half of `npm start` and `npm test`: brings node_modules in line with package-lock.json.
 * Uses only plain JavaScript and Node's own modules, because a fresh clone has nothing else.
 */
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname));
const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  console.error(`This is Node ${process.versions.node}. Install Node 20 or newer.`);
  process.exit(1);
}

const stamp = path.join(root, 'node_modules/.installed');
const wanted = createHash('sha256')
  .update(fs.readFileSync(path.join(root, 'package-lock.json')))
  .digest('hex');
if (!fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== wanted) {
  console.log('Installing dependencies …');
  try {
    execSync('npm ci --loglevel=error', { cwd: root, stdio: 'inherit' });
  } catch {
    console.error('The dependencies could not be installed. npm’s message above says why.');
    process.exit(1);
  }
  fs.writeFileSync(stamp, wanted);
}
