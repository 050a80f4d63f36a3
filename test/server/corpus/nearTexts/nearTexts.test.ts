import { assert } from 'chai';
import { finished } from '../../../../server/src/core/steps';
import { candidatesAmong } from '../../../../server/src/corpus/nearTexts/candidates';
import { shinglesOf, similarity } from '../../../../server/src/corpus/nearTexts/shingles';
import { Signatures } from '../../../../server/src/corpus/nearTexts/signatures';
import { editedTexts, hostileTexts, measure, nearAmong, templateTexts } from '../../../bench/nearDuplicates';

/** What two texts share, as the rule defines it. */
function shared(a: string, b: string): number {
  return similarity(shinglesOf(a), shinglesOf(b));
}

const words = Array.from({ length: 60 }, (_, i) => `w${i}`);

/** A text of sixty words, with so many of the last ones changed. */
function changed(count: number, name = 'x'): string {
  return [...words.slice(0, 60 - count), ...words.slice(0, count).map((word) => name + word)].join(' ');
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

describe('the signatures of two texts', () => {
  it('have as many of 96 bytes in common as the texts share of their shingles, about', () => {
    for (const count of [0, 2, 5, 10, 20, 40]) {
      // The mean of many pairs: a single one may differ by a tenth.
      let common = 0;
      let share = 0;
      for (let pair = 0; pair < 100; pair++) {
        const texts = [changed(0), changed(count)].map((text) => text.replaceAll('w', `w${pair}`)) as [string, string];
        const signatures = new Signatures();
        for (const text of texts) signatures.add(text);
        common += signatures.likeness(0, 1) / 96;
        share += shared(...texts);
      }
      assert.closeTo(common / 100, share / 100, 0.02, `${count} words`);
    }
  });

  it('are those of texts of five words and more', () => {
    const signatures = new Signatures();
    for (const text of ['one two three four', 'one two three four five', undefined]) signatures.add(text);
    assert.deepEqual(
      [0, 1, 2].map((index) => signatures.has(index)),
      [false, true, false],
    );
  });
});

describe('texts that are nearly the same', () => {
  it('are found: 19 of 20 of all that there are, and no others', () => {
    const { all, found, right } = measure(editedTexts(800));
    assert.isAbove(all, 40);
    assert.isAtLeast(right / all, 0.95);
    assert.equal(right, found);
  });

  it('are listed for each other, the closest ones first, and joined into groups', () => {
    const texts = [changed(0), changed(4), changed(2), 'quite another text of a few words'];
    const { others, groups } = nearAmong(texts);
    assert.deepEqual(
      others.get(changed(0))?.texts.map(({ digest }) => digest),
      [changed(2), changed(4)],
    );
    assert.isFalse(others.has('quite another text of a few words'));
    assert.deepEqual(groups, [3]);
  });

  it('are one text if they differ in white space or case only, which is as near to others as each of them', () => {
    const copies = [changed(0), changed(0).toUpperCase(), changed(0).replaceAll(' ', '\n')];
    const { others, groups } = nearAmong([...copies, changed(2)]);
    assert.deepEqual(
      others.get(copies[1] as string)?.texts.map(({ digest, similarity: similar }) => [digest, similar === 1]),
      [
        [copies[0], true],
        [copies[2], true],
        [changed(2), false],
      ],
    );
    assert.lengthOf(others.get(changed(2))?.texts ?? [], 3);
    assert.deepEqual(groups, [4]);
  });

  it('are compared with the twelve that seem the closest, if there are more', () => {
    const { others, groups, left } = nearAmong(templateTexts(600));
    assert.equal(others.size, 600);
    assert.deepEqual(groups, [600]);
    assert.equal(left, 0);
    for (const { texts, hasMore } of others.values()) {
      assert.lengthOf(texts, 12);
      assert.isTrue(hasMore);
    }
  });

  it('are not looked for among all that have a band in common, if these are very many; how many texts that concerns is known', () => {
    const texts = hostileTexts(2000);
    const signatures = new Signatures();
    for (const text of texts) signatures.add(text);
    let steps = 0;
    const search = candidatesAmong(signatures, Uint32Array.from(texts.keys()));
    for (let step = search.next(); !step.done; step = search.next()) steps++;
    assert.isAbove(steps, 17 * (2000 / 64), 'other work comes between');
    assert.isAbove(nearAmong(texts).left, 0);
    assert.isAbove(finished(candidatesAmong(signatures, Uint32Array.from(texts.keys()))).left, 0);
  });

  it('are left out if there is no room for the shingles of all', () => {
    const texts = [changed(0), changed(1), changed(2), changed(3)];
    assert.equal(nearAmong(texts, 1000).left, 0);
    const { others, left } = nearAmong(texts, 120);
    assert.equal(others.size, 2);
    assert.equal(left, 2);
  });
});
