/** Reads files as text and looks for the markers of each article in their order: the least that a check must do. */
import fs from 'node:fs';
import path from 'node:path';
import { FIELDS, markerText } from '../../../server/src/core/format';

const MARKERS = FIELDS.flatMap(({ marker }) => [markerText(marker, 'start'), markerText(marker, 'end')]);

for (const name of process.argv.slice(2)) {
  if (fs.statSync(name).isDirectory()) {
    for (const file of fs.readdirSync(name)) lookAt(path.join(name, file));
  } else {
    lookAt(name);
  }
}

function lookAt(file: string): void {
  const text = fs.readFileSync(file, 'utf8');
  for (let at = 0; at !== -1; ) {
    for (const marker of MARKERS) {
      at = text.indexOf(marker, at);
      if (at === -1) break;
      at += marker.length;
    }
  }
}
