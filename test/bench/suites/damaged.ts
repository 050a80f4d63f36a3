/** The command line's check of damaged files, compared with a program that reads the healthy file and looks for its markers. */
import fs from 'node:fs';
import path from 'node:path';
import { DAMAGES } from '../corpora/damages';
import { writeFile } from '../corpora/files';
import { healthyRecords } from '../corpora/records';
import { inTemporaryFolder } from '../temporary';
import { ours, timesOf } from './check';
import type { Extent, Suite } from './suite';

/** As large as the 3,982 real articles in one file. */
const SIZE = 7_000_000;

export const damaged: Suite = {
  name: 'damaged',
  run: ({ calls }: Extent) =>
    inTemporaryFolder(async function* (folder) {
      const healthy = path.join(folder, 'healthy.txt');
      writeFile(healthy, 'article', SIZE, healthyRecords);
      const text = fs.readFileSync(healthy, 'utf8');
      for (const [what, damage] of Object.entries(DAMAGES)) {
        fs.writeFileSync(path.join(folder, 'damaged.txt'), damage(text));
        const commands = [...ours(folder, 'damaged.txt').slice(0, 1), ...ours(folder, 'healthy.txt').slice(1)];
        yield* timesOf(`check of a damaged file: ${what}`, SIZE, Math.ceil(calls / 7), commands);
      }
    }),
};
