import { assert } from 'chai';
import { Pace } from '../../../server/src/lsp/pace';

describe('pace', () => {
  it('goes through a piece of work only while no verdict is due', async () => {
    const pace = new Pace();
    let done = 0;
    function* work() {
      for (; done < 10; done++) {
        if (done === 5) pace.edited('a.txt');
        yield;
      }
      return 'all';
    }
    const result = pace.finish(work());
    await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => setTimeout(resolve));
    assert.equal(done, 5);
    pace.answered('a.txt');
    assert.equal(await result, 'all');
    assert.equal(done, 10);
  });
});
