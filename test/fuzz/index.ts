/**
 * `npm run fuzz`: tests on random cases, new ones each time, what must always hold. `--minutes N` runs all campaigns in turn
 * for N minutes (default 10), `--full` runs each until it is complete, `--only NAME` runs just one of them,
 * `--seed N` starts with that seed. `--soak MINUTES` instead runs the server at full speed and watches its memory.
 * `--docs` writes the figures into docs/ROBUSTNESS.md. The smallest failing cases go to test/fuzz/cases, figures to dist/fuzz.
 */
import { parseArgs } from 'node:util';
import type { Campaign } from './campaign';
import { CAMPAIGNS } from './campaigns/index';
import { keepCase, Log, writeFigures } from './log';
import { soak } from './soak';

const { values: flags } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    full: { type: 'boolean', default: false },
    only: { type: 'string' },
    soak: { type: 'string' },
    docs: { type: 'boolean' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
  },
});

if (flags.docs) {
  writeFigures();
  process.exit();
}
if (flags.soak) {
  console.log(await soak(Number(flags.soak)));
  process.exit();
}

const end = Date.now() + Number(flags.minutes) * 60_000;
const log = new Log();
let seed = Number(flags.seed);
let left = CAMPAIGNS.filter(({ name }) => (flags.only ?? name) === name);
while (left.length > 0) {
  for (const campaign of left) await round(campaign);
  left = left.filter((campaign) => !log.failed(campaign) && !isOver(campaign));
}
console.log(log.table());
process.exitCode = CAMPAIGNS.some((campaign) => log.failed(campaign)) ? 1 : 0;

function isOver(campaign: Campaign): boolean {
  return flags.full ? log.tried(campaign) >= campaign.full : Date.now() >= end;
}

/** One round of a campaign. A failure ends this campaign but not the others. */
async function round(campaign: Campaign): Promise<void> {
  const began = Date.now();
  const ownSeed = seed++;
  try {
    log.add(campaign, ownSeed, await campaign.run(ownSeed, campaign.round), Date.now() - began);
  } catch (error) {
    log.addFailure(campaign, ownSeed, Date.now() - began);
    console.error(`${campaign.name}, seed ${ownSeed}: ${error instanceof Error ? error.message : error}`);
    keepCase(campaign, ownSeed, error);
  }
}
