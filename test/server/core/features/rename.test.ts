import { assert } from 'chai';
import { lettersOfName, linkedLetters, ownFieldAt, renameEdits } from '../../../../server/src/core/features/rename';
import type { Article } from '../../../../server/src/core/parse/article';
import { parse } from '../../../../server/src/core/parse/parser';
import { applyEdits } from '../../../../server/src/core/repair/edit';
import { articleText } from '../articles';

const PLAIN = articleText(['1986', '2024-04-09', 'Truce', 'Talks failed.']);
const OWN = PLAIN.replace('  T-E-X-T-S', '  B-Y-S-T-A-R-T. BBC B-Y-E-N-D.  T-E-X-T-S');

function article(text: string): Article {
  return parse(text).articles[0] as Article;
}

function renamed(text: string, to: string): string {
  const found = renameEdits(article(text), 'B-Y', to);
  return 'refusal' in found ? found.refusal : applyEdits(text, found.edits);
}

describe('rename', () => {
  it('changes both markers of a user-defined field, and nothing that belongs to another value', () => {
    assert.equal(renamed(OWN, 'S-O-U-R-C-E'), OWN.replaceAll('B-Y-', 'S-O-U-R-C-E-'));
    const lost = OWN.replace('B-Y-E-N-D.', '');
    assert.equal(renamed(lost, 'S-O-U-R-C-E'), lost, 'A lone START is read as text.');
    assert.equal(renamed(PLAIN, 'S-O-U-R-C-E'), PLAIN);
  });

  it('refuses a name that would change what the article says', () => {
    const other = OWN.replace('  T-E-X-T-S', '  U-R-L-S-T-A-R-T. x U-R-L-E-N-D.  T-E-X-T-S');
    assert.equal(renamed(other, 'U-R-L'), 'An article with B-Y already has a field U-R-L. Choose another name.');
    assert.equal(
      renamed(OWN, 'T-E-X-F-N'),
      'Markers with T-E-X-F-N would be read in another way. Choose another name.',
    );
  });

  it('takes names that can be markers, and says in a sentence why others cannot', () => {
    assert.deepEqual(lettersOfName('SOURCE'), { letters: 'S-O-U-R-C-E' });
    assert.deepEqual(lettersOfName('U-R-L'), { letters: 'U-R-L' });
    for (const name of ['', 'source', 'S-O-U R', 'S--O', 'S-O-', 'É-T', 'B-Y-S-T-A-R-T.']) {
      assert.deepEqual(lettersOfName(name), {
        refusal: `“${name}” is not a field. Write capital letters joined by hyphens, such as S-O-U-R-C-E.`,
      });
    }
    const refusal = 'TITLE is a field of the format. Choose another name.';
    assert.deepEqual(lettersOfName('TITLE'), { refusal });
    assert.deepEqual(lettersOfName('T-I-T-L-E'), { refusal });
  });

  it('begins at a marker of a user-defined field, and at nothing else', () => {
    const start = OWN.indexOf('B-Y-S');
    assert.deepEqual(ownFieldAt(article(OWN), start + 5), { letters: 'B-Y', span: { start, end: start + 3 } });
    for (const text of ['BBC', 'T-I-T-L-E-E-N-D', 'Talks']) {
      assert.isUndefined(ownFieldAt(article(OWN), OWN.indexOf(text) + 1), text);
    }
  });
});

describe('linked editing', () => {
  it('is about the letters of both markers of a user-defined field', () => {
    const [start, end] = [OWN.indexOf('B-Y-S'), OWN.indexOf('B-Y-E')];
    const both = [
      { start, end: start + 3 },
      { start: end, end: end + 3 },
    ];
    assert.deepEqual(linkedLetters(article(OWN), start), both);
    assert.deepEqual(linkedLetters(article(OWN), end + 2), both);
    assert.isUndefined(linkedLetters(article(OWN), OWN.indexOf('T-E-X-T')));
    assert.isUndefined(linkedLetters(article(OWN), start + 'B-Y-S-T'.length), 'beside the letters');
    assert.isUndefined(linkedLetters(article(OWN.replace('B-Y-E-N-D.', '')), start));
  });
});
