import { assert } from 'chai';
import { restartPolicy, TOO_MANY } from '../../../client/src/connection/restartPolicy';

/** What a policy says when the server ends every so many seconds. */
function decisions(ends: number, seconds: number): boolean[] {
  let now = 0;
  const mayRestart = restartPolicy(() => now);
  return Array.from({ length: ends }, () => {
    now += seconds * 1000;
    return mayRestart();
  });
}

describe('the restart policy', () => {
  it('starts the server again, however often it ends in the course of a day', () => {
    assert.notInclude(decisions(1000, 7), false);
  });

  it('gives up when the server ends too often within a minute, and begins anew after that', () => {
    const found = decisions(2 * TOO_MANY, 1);
    assert.deepEqual([found.indexOf(false), found.lastIndexOf(false)], [TOO_MANY - 1, 2 * TOO_MANY - 1]);
  });
});
