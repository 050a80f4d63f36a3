import { assert } from 'chai';
import { CancellationToken, CancellationTokenSource } from 'vscode-languageserver';
import { Pace } from '../../../server/src/lsp/pace';

describe('pace', () => {
  it('lets background work run only while no verdict is due', async () => {
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

  it('ends the answer to a request that is cancelled', async () => {
    const pace = new Pace();
    const source = new CancellationTokenSource();
    let done = 0;
    function* work() {
      for (; done < 10; done++) {
        if (done === 5) source.cancel();
        yield;
      }
      return 'all';
    }
    assert.isNull(await pace.answer(work(), source.token));
    assert.equal(done, 5);
    assert.equal(await pace.answer(work(), CancellationToken.None), 'all');
  });
});
