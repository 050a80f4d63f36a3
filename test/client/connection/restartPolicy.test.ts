import { assert } from 'chai';
import { restartPolicy, TOO_MANY } from '../../../client/src/connection/restartPolicy';

/** The answers of a policy when the server ends at a regular interval, in seconds. */
function decisions(ends: number, seconds: number): boolean[] {
  let now = 0;
  const mayRestart = restartPolicy(() => now);
  return Array.from({ length: ends }, () => {
    now += seconds * 1000;
    return mayRestart();
  });
}

describe('the restart policy', () => {
  it('restarts the server, however often it ends during a day', () => {
    assert.notInclude(decisions(1000, 7), false);
  });

  it('gives up when the server ends too often within a minute, and then counts from zero', () => {
    const found = decisions(2 * TOO_MANY, 1);
    assert.deepEqual([found.indexOf(false), found.lastIndexOf(false)], [TOO_MANY - 1, 2 * TOO_MANY - 1]);
  });
});
