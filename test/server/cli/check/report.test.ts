import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { article, folder, run } from '../commandLine';

describe('the fix of a reported finding', () => {
  it('is safe if it is only together with the other safe fixes of its article', async () => {
    const text = Object.entries({
      'F-N-S-T-A-': 'F-N-S-T-S-',
      'F-N-E-N-': 'F-N-U-N-',
      'D-A-T-E-S': 'D-A-T-T-S',
      'D-A-T-E-E': 'D-G-T-E-E',
    }).reduce((so, [right, wrong]) => so.replace(right, wrong), article('1986'));
    const cwd = folder({ 'a.txt': text });
    const { stdout } = await run(['check', '--format', 'jsonl', 'a.txt'], cwd);
    const tiers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).fix);
    assert.deepEqual(tiers, Array(4).fill('safe'));
    await run(['fix', 'a.txt'], cwd);
    assert.equal(fs.readFileSync(path.join(cwd, 'a.txt'), 'utf8'), article('1986'));
  });
});
