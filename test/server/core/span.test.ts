import { assert } from 'chai';
import {
  countBefore,
  countWhile,
  isBlank,
  isWhiteSpace,
  shifted,
  skipBack,
  skipWhiteSpace,
  textOf,
  touch,
  trimmed,
} from '../../../server/src/core/span';

describe('white space', () => {
  it('is what Unicode has as such, and nothing else of the first plane', () => {
    for (let unit = 0; unit <= 0xffff; unit++)
      if (isWhiteSpace(unit) !== /^\p{White_Space}/u.test(String.fromCharCode(unit)))
        assert.fail(`U+${unit.toString(16)} is wrong`);
  });

  it('is not a byte order mark or a zero-width space, which JavaScript takes for it or people do', () => {
    assert.isFalse(isWhiteSpace(0xfeff));
    assert.isFalse(isWhiteSpace(0x200b));
  });
});

describe('a span', () => {
  const text = ' \u00a0Talks go on.\r\n ';

  it('is the same characters when its article moves', () => {
    const span = { start: 2, end: 7 };
    assert.equal(textOf(text, span), 'Talks');
    assert.equal(textOf(`1986 ${text}`, shifted(span, 5)), 'Talks');
    assert.deepEqual(shifted({ ...span, letters: 'F-N' }, 5), { start: 7, end: 12, letters: 'F-N' });
  });

  it('has a text between white space', () => {
    assert.equal(textOf(text, trimmed(text, { start: 0, end: text.length })), 'Talks go on.');
    assert.equal(textOf(text, trimmed(text, { start: 3, end: 6 })), 'alk');
    assert.deepEqual(trimmed('x   y', { start: 1, end: 4 }), { start: 1, end: 1 });
    assert.deepEqual(trimmed('xy', { start: 1, end: 1 }), { start: 1, end: 1 });
  });

  it('is blank where it has white space only, or nothing', () => {
    assert.isTrue(isBlank('a \t\nb', 1, 4));
    assert.isTrue(isBlank('ab', 1, 1));
    assert.isFalse(isBlank('a b', 1, 3));
  });

  it('touches another one with which it has a character in common', () => {
    assert.isTrue(touch({ start: 0, end: 3 }, { start: 2, end: 5 }));
    assert.isTrue(touch({ start: 2, end: 5 }, { start: 0, end: 3 }));
    assert.isTrue(touch({ start: 0, end: 9 }, { start: 2, end: 5 }));
    assert.isFalse(touch({ start: 0, end: 2 }, { start: 2, end: 5 }));
    assert.isFalse(touch({ start: 2, end: 5 }, { start: 0, end: 2 }));
  });
});

describe('skipping white space', () => {
  it('stops at a character, and at the end', () => {
    assert.equal(skipWhiteSpace('a  b', 1, 4), 3);
    assert.equal(skipWhiteSpace('a   ', 1, 4), 4);
    assert.equal(skipWhiteSpace('a   ', 1, 2), 2);
    assert.equal(skipBack('a  b', 3), 1);
    assert.equal(skipBack('  b', 2), 0);
    assert.equal(skipBack('ab', 2), 2);
  });
});

describe('counting spans', () => {
  it('counts those that begin before an offset', () => {
    const spans = [1, 4, 4, 9].map((start) => ({ start, end: start + 1 }));
    const before = (offset: number) => countBefore(spans, offset, (each) => each);
    assert.deepEqual([0, 1, 2, 4, 5, 9, 10].map(before), [0, 0, 1, 1, 3, 3, 4]);
    assert.equal(
      countBefore([], 5, (each) => each),
      0,
    );
  });

  it('counts what is so at the beginning, in lists of any length', () => {
    for (let length = 0; length < 9; length++)
      for (let count = 0; count <= length; count++)
        assert.equal(
          countWhile(
            Array.from({ length }, (_, index) => index),
            (each) => each < count,
          ),
          count,
        );
  });
});
