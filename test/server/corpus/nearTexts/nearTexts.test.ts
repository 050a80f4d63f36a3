import { assert } from 'chai';
import { finished } from '../../../../server/src/core/steps';
import { bandsOf } from '../../../../server/src/corpus/nearTexts/bands';
import { nearGroups, pairing } from '../../../../server/src/corpus/nearTexts/nearPairs';
import { shinglesOf, similarity } from '../../../../server/src/corpus/nearTexts/shingles';
import { editedTexts, measure } from '../../../bench/nearDuplicates';

/** What two texts share, as the rule defines it. */
function shared(a: string, b: string): number {
  return similarity(shinglesOf(a), shinglesOf(b));
}

function signed(value: string) {
  return { value, shingles: shinglesOf(value), bands: bandsOf(value) as Int32Array };
}

describe('the shingles of a text', () => {
  it('are its different runs of five words in lower case, whatever the white space between them', () => {
    assert.lengthOf(shinglesOf('one two three four'), 0);
    assert.lengthOf(shinglesOf('one two three four five'), 1);
    assert.lengthOf(shinglesOf('  one two three four five six '), 2);
    assert.lengthOf(shinglesOf('a b c d e a b c d e a b c d e'), 5);
    assert.deepEqual(shinglesOf('ÉTÉ\u00a0two\nthree\u2003four\u0085five'), shinglesOf('été two three four five'));
    assert.notDeepEqual(shinglesOf('onet wo three four five'), shinglesOf('one two three four five'));
    assert.notDeepEqual(shinglesOf('five four three two one'), shinglesOf('one two three four five'));
  });

  it('are shared by two texts as a share of all that either has', () => {
    assert.equal(shared('a b c d e f', 'a b c d e f'), 1);
    assert.equal(shared('a b c d e f', 'a b c d e x'), 1 / 3);
    assert.equal(shared('a b c d e', 'e d c b a'), 0);
    assert.equal(shared('a b c', 'a b c'), 0);
  });
});

describe('texts that are nearly the same', () => {
  it('are found: 19 of 20 of all that there are, and no others', () => {
    const { all, found, right } = measure(editedTexts(800));
    assert.isAbove(all, 40);
    assert.isAtLeast(right / all, 0.95);
    assert.equal(right, found);
  });

  it('are joined into groups, the closest ones first', () => {
    const words = Array.from({ length: 60 }, (_, i) => `w${i}`);
    const text = (changed: number) => [...words.slice(0, 60 - changed), ...words.slice(0, changed).reverse()].join(' ');
    const texts = [text(0), text(4), text(2), 'quite another text of a few words'].map(signed);
    const pairs = finished(pairing(texts));
    const [first, second, third] = texts as [(typeof texts)[0], (typeof texts)[0], (typeof texts)[0]];
    assert.deepEqual(
      pairs.get(first)?.map(({ text: other }) => other.value),
      [third.value, second.value],
    );
    assert.deepEqual(
      nearGroups(pairs).map((group) => group.length),
      [3],
    );
  });

  it('do not take long if they are thousands with one template', () => {
    const template = Array.from({ length: 40 }, (_, i) => `word${i}`).join(' ');
    const texts = Array.from({ length: 600 }, (_, i) => signed(`${template} number ${i}`));
    const pairs = finished(pairing(texts));
    assert.equal(pairs.size, 600);
    assert.lengthOf(nearGroups(pairs), 1);
    // 599 without the limit.
    assert.isBelow([...pairs.values()].reduce((sum, near) => sum + near.length, 0) / 600, 500);
  });
});
