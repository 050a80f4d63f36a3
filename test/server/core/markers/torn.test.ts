import { assert } from 'chai';
import { isTorn, mayBeRest, torn, tornFrom, withRest } from '../../../../server/src/core/markers/torn';

const names = (meant: readonly { letters: string; side: string }[]) =>
  meant.map(({ letters, side }) => `${letters} ${side}`).join(', ');

/** The torn markers in a text, each with what it may be the rest of. */
function found(text: string): string[] {
  return torn(text, 0, text.length).map(({ start, end, meant }) => `${text.slice(start, end)}: ${names(meant)}`);
}

describe('a torn marker', () => {
  it('has lost its end, its beginning or a part between', () => {
    assert.deepEqual(found('Truce T-I-T-L-E-E-N Talks'), ['T-I-T-L-E-E-N: T-I-T-L-E end']);
    assert.deepEqual(found('Truce I-T-L-E-E-N-D. Talks'), ['I-T-L-E-E-N-D.: T-I-T-L-E end']);
    assert.deepEqual(found('Talks T-E-X-TA-R-T. go'), ['T-E-X-TA-R-T.: T-E-X-T start']);
  });

  it('may be the rest of both markers of a field', () => {
    assert.deepEqual(found('Truce T-I-T-L Talks'), ['T-I-T-L: T-I-T-L-E start, T-I-T-L-E end']);
    assert.deepEqual(found('Truce D-A-T-E Talks'), ['D-A-T-E: D-A-T-E start, D-A-T-E end']);
  });

  it('may have a part twice, or several letters', () => {
    assert.deepEqual(found('Talks T-E-X-T-E-N-D-E-N-D. More'), ['T-E-X-T-E-N-D-E-N-D.: T-E-X-T end']);
    assert.deepEqual(found('Truce T-I-T-T-L-E-E-E-N-N-D. More'), ['T-I-T-T-L-E-E-E-N-N-D.: T-I-T-L-E end']);
  });

  it('may be two words, with a space or a line end for what is lost', () => {
    assert.deepEqual(found('Truce T-I-T-L E-N-D. Talks'), ['T-I-T-L E-N-D.: T-I-T-L-E end']);
    assert.deepEqual(found('Truce T-I-T-L\r\nE-N-D. Talks'), ['T-I-T-L\r\nE-N-D.: T-I-T-L-E end']);
    assert.deepEqual(found('Truce T-I-T-L   E-N-D. Talks').length, 1);
    assert.notInclude(found('Truce T-I-T-L   E-N-D. Talks')[0], 'E-N-D.');
  });

  it('is not what prose spells out, too', () => {
    for (const prose of [
      'S-T-A-R-T',
      'E-N-D.',
      'A-T',
      'T-E',
      'U-N',
      'U.S.',
      'NATO-EU',
      'A-B-C',
      'T-O-P',
      'x-T-E-X-T',
      'T-E-X-T-ish',
    ])
      assert.deepEqual(found(`They ${prose} it.`), [], prose);
  });

  it('is one of a few: a text full of such words is about something else', () => {
    const words = (count: number) => 'T-I-T-L-E-E '.repeat(count);
    assert.lengthOf(found(words(50)), 50);
    assert.lengthOf(found(words(51)), 0);
  });
});

describe('the rest of a marker', () => {
  it('is its beginning and its end, and lacks one part', () => {
    const marker = 'T-E-X-T-E-N-D.';
    for (const word of ['T-E-X-T', '-E-N-D.', 'T-N-D.', 'T-E-X-D.', 'T-E-X-T-E-N-D-D.'])
      assert.isTrue(isTorn(word, marker), word);
    for (const word of [marker, 'TE', 'X-T-E', 'T-E-N-X', 'E-X-T-E-N', `${marker}${marker}`])
      assert.isFalse(isTorn(word, marker), word);
  });

  it('may be a single letter only where the marker is known to be lost', () => {
    assert.isTrue(mayBeRest('T', 'T-E-X-T-E-N-D.'));
    assert.isTrue(mayBeRest('.', 'T-E-X-T-E-N-D.'));
    assert.isFalse(mayBeRest('X', 'T-E-X-T-E-N-D.'));
    assert.isFalse(isTorn('T', 'T-E-X-T-E-N-D.'));
  });

  it('is of markers that are not known already', () => {
    assert.equal(names(tornFrom('T-I-T-L')), 'T-I-T-L-E start, T-I-T-L-E end');
    const known = [{ letters: 'T-I-T-L-E', side: 'end', distance: 1 }] as const;
    assert.equal(names(tornFrom('T-I-T-L', known)), 'T-I-T-L-E start');
    assert.equal(names(tornFrom('D-A-T-E.', known)), 'D-A-T-E start, D-A-T-E end');
  });
});

describe('a misspelled marker', () => {
  /** The marker at the end of a text, with what belongs to it before that. */
  const whole = (text: string, near: string, floor = 0) => {
    const start = text.lastIndexOf(near);
    const found = withRest(text, { start, end: text.length, meant: [] }, floor);
    return text.slice(found.start, found.end);
  };

  it('takes the rest of it in the word before', () => {
    assert.equal(whole('Truce T-I-T L-E-E-N-D.', 'L-E'), 'T-I-T L-E-E-N-D.');
    assert.equal(whole('Truce T-I-T\r\nL-E-E-N-D.', 'L-E'), 'T-I-T\r\nL-E-E-N-D.');
  });

  it('takes no other word, none far away, and none of another part', () => {
    assert.equal(whole('Truce A-B-C L-E-E-N-D.', 'L-E'), 'L-E-E-N-D.');
    assert.equal(whole('Truce T-I-T   L-E-E-N-D.', 'L-E'), 'L-E-E-N-D.');
    assert.equal(whole('Truce T-I-T L-E-E-N-D.', 'L-E', 12), 'L-E-E-N-D.');
    assert.equal(whole('L-E-E-N-D.', 'L-E'), 'L-E-E-N-D.');
  });
});
