import { assert } from 'chai';
import { closest } from '../../../../server/src/core/text/closest';

describe('the closest name', () => {
  const KNOWN = ['error', 'warning', 'information', 'off', 'unmatched-end', 'unmatched-start'];

  it('is that with the fewest edits, without regard to case', () => {
    assert.equal(closest('eror', KNOWN), 'error');
    assert.equal(closest('OFF', KNOWN), 'off');
    assert.equal(closest('unmatched-stat', KNOWN), 'unmatched-start');
  });

  it('may be longer than what was written', () => {
    assert.equal(closest('warn', KNOWN), 'warning');
    assert.equal(closest('info', KNOWN), 'information');
  });

  it('is none where nothing is close', () => {
    for (const name of ['on', '', 'x', 'in', 'nothing']) assert.isUndefined(closest(name, KNOWN), name);
  });
});
