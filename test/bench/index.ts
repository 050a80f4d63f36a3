/**
 * `npm run bench`: measures the server, its floors and its peers. `--quick` is a smaller run; `--only NAME`
 * runs one suite. Prints tables and writes all samples to dist/bench/; a full run also writes docs/PERFORMANCE.md.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build';
import { type Measurement, timed } from './measurement';
import { results, root } from './paths';
import { installPeers } from './peers/install';
import { report } from './report/page';
import { tables } from './report/tables';
import { targets } from './report/targets';
import { SUITES } from './suites/index';
import type { Extent } from './suites/suite';

const FULL: Extent = {
  sizes: [25_000, 1_000_000, 10_000_000, 40_000_000],
  hostileSizes: [10_000, 100_000, 1_000_000, 10_000_000, 100_000_000],
  lineSizes: [10_000, 100_000, 1_000_000],
  starts: 3,
  edits: 200,
  outlines: 6,
  calls: 21,
  fileSize: 128_000_000,
  articles: 100_000,
  patience: 20_000,
};
const QUICK: Extent = {
  sizes: [25_000, 1_000_000, 10_000_000],
  hostileSizes: [10_000, 100_000],
  lineSizes: [10_000, 100_000],
  starts: 1,
  edits: 80,
  outlines: 3,
  calls: 5,
  fileSize: 16_000_000,
  articles: 4_000,
  patience: 3_000,
};

const { values: flags } = parseArgs({ options: { quick: { type: 'boolean' }, only: { type: 'string' } } });

installPeers();
await build();
const extent = flags.quick ? QUICK : FULL;
const measurements: Measurement[] = [];
for (const suite of SUITES.filter(({ name }) => (flags.only ?? name) === name)) {
  console.error(`${suite.name} …`);
  const time = await timed(async () => {
    for await (const measurement of suite.run(extent)) measurements.push(measurement);
  });
  console.error(`${suite.name}: ${Math.round(time / 1000)} s`);
}
const machine = `${os.cpus().length} cores (${os.cpus()[0]?.model}), Node ${process.versions.node}, ${os.type()}`;
const run = { extent, date: new Date().toISOString(), machine, measurements };
const isFull = !flags.quick && flags.only === undefined;
fs.writeFileSync(path.join(results, isFull ? 'results.json' : 'latest.json'), JSON.stringify(run, null, 1));
if (isFull) {
  for (const [file, content] of report(run)) fs.writeFileSync(path.join(root, 'docs', file), content);
}
console.log(tables(measurements));
for (const { what, wanted, reached, met } of targets(measurements)) {
  console.log(`${met ? 'met   ' : 'missed'} ${what}: ${reached} (${wanted})`);
}
