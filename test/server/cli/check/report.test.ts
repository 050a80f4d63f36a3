import { assert } from 'chai';
import { article, folder, run } from '../commandLine';

describe('the fix of a reported finding', () => {
  it('is safe if it is only together with the other safe fixes of its article', async () => {
    const text = article('1986').replace('F-N-S-T-A-R-T.', 'F-N-S-T-S-R-T.').replace('F-N-E-N-D.', 'F-N-E-I-D.');
    const cwd = folder({ 'a.txt': article('1985') + text });
    const { stdout } = await run(['check', '--format', 'jsonl', 'a.txt'], cwd);
    const tiers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).fix);
    assert.deepEqual(tiers, ['safe', 'safe']);
    await run(['fix', 'a.txt'], cwd);
    assert.equal((await run(['check', 'a.txt'], cwd)).code, 0);
  });
});
