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

  it('lets messages through more often while somebody is typing', async () => {
    /** How often timers come between so many steps, each of which takes so many milliseconds. */
    const turnsIn = async (edits: boolean) => {
      let clock = 10_000;
      const pace = new Pace(() => clock);
      if (edits) pace.edited('a.txt');
      pace.answered('a.txt');
      let turns = 0;
      let isDone = false;
      const count = () => {
        turns++;
        if (!isDone) setTimeout(count);
      };
      setTimeout(count);
      await pace.finish(
        (function* () {
          for (let done = 0; done < 40; done++) {
            clock += 2;
            yield;
          }
        })(),
      );
      isDone = true;
      return turns;
    };
    assert.isBelow(await turnsIn(false), 20);
    assert.isAtLeast(await turnsIn(true), 35);
  });
});
