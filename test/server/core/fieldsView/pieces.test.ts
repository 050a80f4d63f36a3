import { assert } from 'chai';
import { type Form, offsetOf, pieceAt, piecesOf } from '../../../../server/src/core/fieldsView/pieces';
import { parse } from '../../../../server/src/core/parse/parser';
import { article } from '../articles';

/** The pieces of a text, each after its role. */
function pieces(text: string, form: Form = 'file'): string[] {
  const all = piecesOf(parse(text), form);
  for (const piece of all) assert.equal(text.slice(piece.start, piece.end), piece.text);
  return all.map((piece) => `${piece.article} ${piece.role} ${JSON.stringify(piece.text)}`);
}

const TITLE = 'T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.';

describe('the pieces of a document', () => {
  it('are its markers and values', () => {
    assert.deepEqual(pieces(` ${TITLE} `), [
      '0 start "T-I-T-L-E-S-T-A-R-T."',
      '0 value "Truce"',
      '0 end "T-I-T-L-E-E-N-D."',
    ]);
  });

  it('know their article', () => {
    assert.deepEqual(
      pieces(article(7) + article(8)).filter((piece) => /"[78]"/.test(piece)),
      ['0 value "7"', '1 value "8"'],
    );
  });

  it('have a value only between both markers of a field', () => {
    assert.deepEqual(pieces('T-I-T-L-E-S-T-A-R-T.  Truce  '), ['0 start "T-I-T-L-E-S-T-A-R-T."', '0 stray "Truce"']);
    assert.deepEqual(pieces('  Truce  T-I-T-L-E-E-N-D.'), ['0 stray "Truce"', '0 end "T-I-T-L-E-E-N-D."']);
  });

  it('have an empty value, and no empty stray text', () => {
    assert.deepEqual(pieces(TITLE.replace('Truce', '')), [
      '0 start "T-I-T-L-E-S-T-A-R-T."',
      '0 value ""',
      '0 end "T-I-T-L-E-E-N-D."',
    ]);
  });

  it('keep the white space of a value, but not that beside stray text', () => {
    assert.deepEqual(pieces(`By Ruiz  ${TITLE.replace('Truce', '  Truce ')}\n\n Reuters \n`), [
      '0 stray "By Ruiz"',
      '0 start "T-I-T-L-E-S-T-A-R-T."',
      '0 value "  Truce "',
      '0 end "T-I-T-L-E-E-N-D."',
      '0 stray "Reuters"',
    ]);
  });

  it('in the view keep what is on the line of stray text, without empty lines around it', () => {
    const stray = (text: string) => pieces(text, 'view').filter((piece) => piece.includes('stray'));
    assert.deepEqual(stray(`${TITLE}\n  Reuters \n`), ['0 stray "  Reuters "']);
    assert.deepEqual(stray(`${TITLE}\n\n \n Reuters\n \n\n`), ['0 stray " Reuters"']);
    assert.deepEqual(stray(`${TITLE}  Reuters  `), ['0 stray "Reuters"']);
    assert.deepEqual(stray(`${TITLE}\r\n  Reuters \r\n${TITLE.replaceAll('T-I-T-L-E', 'D-A-T-E')}`), [
      '0 stray "  Reuters "',
    ]);
    assert.deepEqual(stray(`${TITLE}\n \n`), []);
  });
});

describe('a place in the fields view', () => {
  const text = article(7) + article(8);
  const parsed = parse(text);

  it('is the piece at an offset, and the way back', () => {
    const offset = text.lastIndexOf('Truce 8') + 3;
    const place = pieceAt(parsed, 'file', offset);
    assert.deepEqual(place, { article: 1, piece: 7, offset: 3 });
    assert.equal(place && offsetOf(parsed, 'file', place), offset);
  });

  it('is the end of the piece before it in white space', () => {
    const border = text.indexOf('  F-N') + 1;
    const place = pieceAt(parsed, 'file', border);
    assert.equal(place && offsetOf(parsed, 'file', place), text.indexOf('  F-N'));
    assert.equal(place?.article, 0);
  });

  it('is the beginning of a piece right before it', () => {
    const start = text.indexOf('F-N-S-T-A-R-T.');
    assert.deepEqual(pieceAt(parsed, 'file', start), { article: 0, piece: 0, offset: 0 });
    assert.isUndefined(pieceAt(parsed, 'file', 0));
    assert.isUndefined(pieceAt(parse(''), 'file', 0));
  });

  it('that is gone is the nearest one', () => {
    const last = text.trimEnd().length;
    assert.equal(offsetOf(parsed, 'file', { article: 1, piece: 99, offset: 99 }), last);
    assert.equal(offsetOf(parsed, 'file', { article: 0, piece: 1, offset: 99 }), text.indexOf('7') + 1);
    assert.equal(offsetOf(parsed, 'file', { article: 2, piece: 0, offset: 5 }), 0);
  });
});
