import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { article, folder, run } from '../commandLine';

/** A wrong letter in six markers, on both sides of the border between two articles. */
const WRONG = [
  ['T-I-T-L-E-S-T-A-R', 'T-I-T-L-E-S-T-A-Y'],
  ['T-I-T-L-E-E-N-D', 'T-I-T-L-E-E-N-M'],
  ['T-E-X-T-S-T', 'T-E-X-T-S-H'],
  ['T-E-X-T-E-N', 'T-E-X-T-E-V'],
] as const;
const HEALTHY = article('1985') + article('1986');
const DAMAGED =
  WRONG.reduce((text, [right, wrong]) => text.replace(right, wrong), article('1985')) +
  article('1986').replace('F-N-S-T-A-R', 'F-N-S-T-A-C').replace('F-N-E', 'K-N-E');

describe('the fix of a reported finding', () => {
  it('is safe if it is only together with the other safe fixes of its article', async () => {
    const cwd = folder({ 'a.txt': DAMAGED });
    const { stdout } = await run(['check', '--format', 'jsonl', 'a.txt'], cwd);
    const tiers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).fix);
    assert.deepEqual(tiers, Array(6).fill('safe'));
    await run(['fix', 'a.txt'], cwd);
    assert.equal(fs.readFileSync(path.join(cwd, 'a.txt'), 'utf8'), HEALTHY);
  });
});
