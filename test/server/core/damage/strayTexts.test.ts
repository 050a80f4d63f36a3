import { assert } from 'chai';
import { isEmpty, strayTexts } from '../../../../server/src/core/damage/strayTexts';
import type { Article } from '../../../../server/src/core/parse/article';
import { parse } from '../../../../server/src/core/parse/parser';
import { article } from '../articles';

/** The stray texts of the first article, each with the field whose value it may be. */
function stray(text: string): string[] {
  const first = parse(text).articles[0] as Article;
  return strayTexts(first).map(({ span, home, unseen }) => {
    const what = JSON.stringify(first.text.slice(span.start, span.end));
    return `${what}${home ? ` of ${home.letters}` : ''}${unseen ? ` unseen ${unseen.length}` : ''}`;
  });
}

const HEALTHY = article(7);

describe('stray text', () => {
  it('is what is outside all fields and markers, without white space', () => {
    assert.deepEqual(stray(HEALTHY), []);
    assert.deepEqual(stray(`Reuters ${HEALTHY.replace('  T-I-T-L-E-S', ' By Ruiz  T-I-T-L-E-S')} end`), [
      '"Reuters"',
      '"By Ruiz"',
      '"end"',
    ]);
    assert.deepEqual(stray('Talks go on. '), ['"Talks go on."']);
  });

  it('may be the value of an empty field right beside it', () => {
    assert.deepEqual(stray(HEALTHY.replace(' Truce 7 T-I-T-L-E-E-N-D.', '  T-I-T-L-E-E-N-D. Truce 7')), [
      '"Truce 7" of T-I-T-L-E',
    ]);
    assert.deepEqual(stray(HEALTHY.replace('T-I-T-L-E-S-T-A-R-T. Truce 7 ', 'Truce 7 T-I-T-L-E-S-T-A-R-T.  ')), [
      '"Truce 7" of T-I-T-L-E',
    ]);
  });

  it('is of none where two fields are empty, or two texts are beside one', () => {
    const empty = HEALTHY.replace('2024-04-09', '').replace('Truce 7', '');
    assert.deepEqual(stray(empty.replace('  T-I-T-L-E-S', ' Truce 7 T-I-T-L-E-S')), ['"Truce 7"']);
    const one = HEALTHY.replace('Truce 7', '').replace('  T-I-T-L-E-S', ' Truce T-I-T-L-E-S');
    assert.deepEqual(stray(one), ['"Truce" of T-I-T-L-E']);
    assert.deepEqual(stray(one.replace('  T-E-X-T-S', ' 7 T-E-X-T-S')), ['"Truce"', '"7"']);
  });

  it('is of no field that has a value', () => {
    assert.deepEqual(stray(HEALTHY.replace('  T-I-T-L-E-S', ' Reuters T-I-T-L-E-S')), ['"Reuters"']);
  });

  it('is of no field if nobody can see it, white space between included', () => {
    const between = (text: string) =>
      stray(HEALTHY.replace('Truce 7', '').replace('  T-I-T-L-E-S', ` ${text} T-I-T-L-E-S`));
    assert.deepEqual(between('\u200b'), ['"\u200b" unseen 1']);
    assert.deepEqual(between('\u200b \u2060'), ['"\u200b \u2060" unseen 2']);
    assert.deepEqual(between('\u200bTruce'), ['"\u200bTruce" of T-I-T-L-E']);
    assert.deepEqual(between('Truce\u200b'), ['"Truce\u200b" of T-I-T-L-E']);
    assert.deepEqual(between('\u200bTruce\u200b'), ['"\u200bTruce\u200b" of T-I-T-L-E']);
    assert.deepEqual(between('\ufffd'), ['"\ufffd" of T-I-T-L-E'], 'it stands for a character that was lost');
  });
});

describe('an empty field', () => {
  it('has both its markers and only white space between them', () => {
    const empty = (text: string) =>
      (parse(text).articles[0] as Article).fields.flatMap((field) =>
        isEmpty(parse(text).articles[0] as Article, field) ? [field.letters] : [],
      );
    assert.deepEqual(empty(HEALTHY), []);
    assert.deepEqual(empty(HEALTHY.replace('Truce 7', '')), ['T-I-T-L-E']);
    assert.deepEqual(empty(HEALTHY.replace('Truce 7', ' \n ')), ['T-I-T-L-E']);
    assert.deepEqual(empty(HEALTHY.replace('Truce 7 T-I-T-L-E-E-N-D.', '')), []);
  });
});
