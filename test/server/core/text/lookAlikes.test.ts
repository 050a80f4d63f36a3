import { assert } from 'chai';
import { FIELDS, markerText } from '../../../../server/src/core/format';
import { classOf, letterOf, looksLikeHyphen } from '../../../../server/src/core/text/lookAlikes';
import { articleText } from '../articles';
import { findingsIn } from '../findings';

const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** What a letter may be written as, without the letter itself and its wide forms. */
function lookAlikesOf(latin: string): string[] {
  return [...classOf(latin).slice(1, -1)].filter((character) => !/[A-Za-z\uff21-\uff3a\uff41-\uff5a]/.test(character));
}

describe('look-alikes', () => {
  for (const latin of ALPHABET) {
    it(`are known of ${latin}, which a user-defined field may have`, () => {
      assert.isNotEmpty(lookAlikesOf(latin));
      for (const other of lookAlikesOf(latin)) assert.equal(letterOf(other), latin, other);
      assert.equal(letterOf(latin.toLowerCase()), latin);
      assert.equal(letterOf(String.fromCharCode(latin.charCodeAt(0) + 0xfee0)), latin);
    });
  }

  it('are each of one letter only', () => {
    const all = ALPHABET.flatMap(lookAlikesOf);
    assert.sameMembers([...new Set(all)], all);
  });

  it('are no hyphens', () => {
    assert.isEmpty(ALPHABET.flatMap(lookAlikesOf).filter(looksLikeHyphen));
  });

  for (const { marker } of FIELDS) {
    for (const side of ['start', 'end'] as const) {
      const meant = markerText(marker, side);
      it(`of each letter of ${meant} are found, named and fixed`, () => {
        const healthy = articleText(['1986', '2024-04-09', 'Truce in sight', 'Talks go on.']);
        for (const [at, latin] of [...meant].entries()) {
          for (const other of /[A-Z]/.test(latin) ? lookAlikesOf(latin) : []) {
            const written = meant.slice(0, at) + other + meant.slice(at + 1);
            const [finding, ...more] = findingsIn(healthy.replace(meant, written));
            assert.isEmpty(more, written);
            assert.equal(finding?.code, 'misspelled-marker', written);
            assert.include(finding?.message, `, not ${latin}. Did you mean ${meant}?`);
            assert.equal(finding?.fixes?.[0]?.tier, 'safe', written);
          }
        }
      });
    }
  }
});
