import { assert } from 'chai';
import { matching } from '../../../../server/src/core/fieldsView/matching';
import { piecesOf } from '../../../../server/src/core/fieldsView/pieces';
import { parse } from '../../../../server/src/core/parse/parser';
import { article } from '../articles';

/** The pieces of the new text that have a partner, as `new ← old` where the text of the two differs, and those that have none. */
function changes(before: string, after: string): string[] {
  const [old, now] = [piecesOf(parse(before), 'file'), piecesOf(parse(after), 'file')];
  const partners = matching(old, now);
  const known = partners.filter((partner) => partner !== undefined);
  assert.deepEqual(
    known,
    [...new Set(known)].sort((a, b) => a - b),
    'partners are in order',
  );
  return now.flatMap(({ text }, index) => {
    const partner = partners[index];
    if (partner === undefined) return [`new ${text}`];
    return old[partner]?.text === text ? [] : [`${text} ← ${old[partner]?.text}`];
  });
}

/** For each article of the new text, the number of the old one from which its first marker comes. */
function origins(before: string, after: string): (number | undefined)[] {
  const [old, now] = [piecesOf(parse(before), 'file'), piecesOf(parse(after), 'file')];
  const partners = matching(old, now);
  return now.flatMap((piece, index) =>
    piece.article === now[index - 1]?.article ? [] : [old[partners[index] ?? -1]?.article],
  );
}

describe('pieces after an edit', () => {
  it('are the same where nothing changed', () => {
    assert.deepEqual(changes(article(7) + article(8), article(7) + article(8)), []);
    assert.deepEqual(changes('', ''), []);
  });

  it('replace those in whose place they are', () => {
    assert.deepEqual(changes(article(7), article(7).replace('Truce 7', 'No truce')), ['No truce ← Truce 7']);
    assert.deepEqual(
      changes(article(7), article(7).replace('Truce 7', 'No truce').replace('Talks 7.', 'They fight.')),
      ['No truce ← Truce 7', 'They fight. ← Talks 7.'],
    );
  });

  it('are new where something was inserted', () => {
    const lost = article(7).replace('T-I-T-L-E-E-N-D.', '');
    assert.include(changes(lost, article(7)), 'new T-I-T-L-E-E-N-D.');
    assert.deepEqual(changes('', article(7)).length, 12);
  });

  it('keep their partners where something was removed', () => {
    assert.deepEqual(changes(article(7), article(7).replace(/T-I-T-L-E-S.*E-E-N-D\. {2}/, '')), []);
    assert.deepEqual(changes(article(7), ''), []);
  });
});

describe('articles after an edit', () => {
  const [a, b, c] = [article(7), article(8), article(9)];

  it('keep their partners when others come and go', () => {
    assert.deepEqual(origins(a + b + c, a + c), [0, 2]);
    assert.deepEqual(origins(a + b + c, b + c), [1, 2]);
    assert.deepEqual(origins(a + c, a + b + c), [0, undefined, 1]);
    assert.deepEqual(origins(b, a + b), [undefined, 0]);
  });

  it('are known by their numbers, however much else changed', () => {
    const other = (text: string) => text.replace('Truce', 'Peace').replace('Talks', 'Fights');
    assert.deepEqual(origins(a + b + c, other(a) + other(c)), [0, 2]);
  });

  it('with another number replace those in whose place they are', () => {
    assert.deepEqual(origins(a + b + c, a + article(5) + c), [0, 1, 2]);
    assert.deepEqual(changes(a + b + c, a + article(5) + c), ['5 ← 8', 'Truce 5 ← Truce 8', 'Talks 5. ← Talks 8.']);
  });
});
