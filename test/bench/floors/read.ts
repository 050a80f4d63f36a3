/** Reads files one after another and does nothing with them: the floor of a check. */
import fs from 'node:fs';
import path from 'node:path';

for (const name of process.argv.slice(2)) {
  if (fs.statSync(name).isDirectory()) {
    for (const file of fs.readdirSync(name)) fs.readFileSync(path.join(name, file));
  } else {
    fs.readFileSync(name);
  }
}
