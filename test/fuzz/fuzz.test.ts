/** A short run of each campaign with the same cases every time, and all cases that once failed. */
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { CAMPAIGNS } from './campaigns/index';

const SEED = 1986;
/** In milliseconds; only a very busy machine comes near it. */
const LONGEST = 900_000;
const cases = path.join(import.meta.dirname, 'cases');

describe('fuzz', () => {
  for (const campaign of CAMPAIGNS.filter(({ short }) => short > 0)) {
    it(`${campaign.name}: ${campaign.holds} (${campaign.short} ${campaign.unit})`, async () => {
      assert.isAtLeast(await campaign.run(SEED, campaign.short), campaign.short);
    }).timeout(LONGEST);
  }

  for (const file of fs.readdirSync(cases).filter((name) => name.endsWith('.json'))) {
    it(`passes the kept case ${file}`, async () => {
      const campaign = CAMPAIGNS.find(({ name }) => file.startsWith(`${name.replaceAll(' ', '-')}-`));
      await campaign?.replay?.(JSON.parse(fs.readFileSync(path.join(cases, file), 'utf8')));
    });
  }
});
