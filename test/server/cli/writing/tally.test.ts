import { assert } from 'chai';
import { Tally } from '../../../../server/src/cli/writing/tally';

describe('what a call that writes has done', () => {
  it('is said of all files when they have been looked at, and only of changes before that', () => {
    const tally = new Tally('file');
    assert.equal(tally.soFar(true, true), 'No file was changed.');
    tally.seen = 793;
    assert.equal(tally.summary(true, true), 'Nothing to do in 793 files.');
    assert.equal(tally.soFar(true, true), 'No file was changed.');
    tally.changed = 2;
    assert.equal(tally.soFar(true, true), '2 of 793 files changed. article-format undo takes that back.');
  });
});
