import { assert } from 'chai';
import { applied } from '../../../../server/src/disk/git/delta';

const BASE = Buffer.from('abcdefghij');
/** The length of the base, and the length of the result. */
const delta = (made: number, ...instructions: (number | string)[]) =>
  Buffer.concat([
    Buffer.of(BASE.length, made),
    ...instructions.map((each) => (typeof each === 'number' ? Buffer.of(each) : Buffer.from(each))),
  ]);

describe('a delta', () => {
  it('copies parts of the base, and adds bytes', () => {
    assert.equal(`${applied(delta(6, 0x91, 2, 3, 3, 'xyz'), BASE, 100)}`, 'cdexyz');
    assert.equal(`${applied(delta(3, 0x90, 3), BASE, 100)}`, 'abc', 'From the beginning.');
    assert.equal(`${applied(delta(0), BASE, 100)}`, '');
  });

  it('copies 64 kB if it has no length, and reads numbers of several bytes', () => {
    const base = Buffer.alloc(0x20001, 'ab');
    base[0x10001] = 0x78;
    const lengths = Buffer.of(0x81, 0x80, 0x08, 0x80, 0x80, 0x04); // 0x20001 and 0x10000
    const made = applied(Buffer.concat([lengths, Buffer.of(0x85, 1, 1)]), base, 0x10000);
    assert.isTrue(made.equals(base.subarray(0x10001, 0x20001)));
  });

  it('is refused if it is damaged, or its result is too long', () => {
    const wrong = [
      delta(6, 0x91, 2, 3, 3, 'xy'),
      delta(5, 0x91, 2, 3, 3, 'xyz'),
      delta(7, 0x91, 2, 3, 3, 'xyz'),
      delta(9, 0x91, 2, 9),
      delta(1, 0),
      delta(1, 0x91),
      Buffer.of(9, 0),
      Buffer.of(0x80),
      Buffer.alloc(0),
    ];
    for (const bytes of wrong) assert.throws(() => applied(bytes, BASE, 100), RangeError);
    assert.throws(() => applied(delta(6, 0x91, 2, 3, 3, 'xyz'), BASE, 5), RangeError);
  });
});
