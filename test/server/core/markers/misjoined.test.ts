import { assert } from 'chai';
import { misjoined } from '../../../../server/src/core/markers/misjoined';

/** The markers in a text whose letters are right, as they are written there, and what is meant. */
function found(text: string): string[] {
  return [...misjoined(text, 0, text.length)].map(
    ({ start, end, meant }) => `${text.slice(start, end)} = ${meant.map(({ letters, side }) => `${letters} ${side}`)}`,
  );
}

/** What a text is read as, with white space around it. */
const read = (written: string) => found(`Talks ${written} Truce`).map((each) => each.replace(`${written} = `, ''))[0];

describe('a marker whose letters are right', () => {
  it('may have no joints, or others', () => {
    for (const written of [
      'TEXTEND.',
      'T.E.X.T.E.N.D.',
      'T. E. X. T. E. N. D',
      'T–E–X–T–E–N–D.',
      'T\\-E\\-X\\-T\\-E\\-N\\-D.',
      'T - E - X - T - E - N - D.',
      'T--E--X--T--E--N--D.',
      'T_E_X_T_E_N_D.',
      'T/E/X/T/E/N/D.',
      'T|E|X|T|E|N|D.',
      'T+E+X+T+E+N+D.',
      'TEXT-END.',
      'T-E-X-T-\nE-N-D.',
      't-e-x-t-e-n-d.',
      'Т-Е-Х-Т-Е-Ν-D.',
      'T\u200b-E-X-T-E-N-D.',
      'T-E-X-T-E-N-D\u200f.',
    ])
      assert.equal(read(written), 'T-E-X-T end', written);
  });

  it('may have another end than a full stop', () => {
    for (const end of ['', ',', ':', '…', '。', '-', '..', ' .'])
      assert.equal(read(`T-E-X-T-E-N-D${end}`), 'T-E-X-T end', JSON.stringify(end));
  });

  it('is each of the format', () => {
    assert.equal(read('F–N–S–T–A–R–T.'), 'F-N start');
    assert.equal(read('DATE-END.'), 'D-A-T-E end');
    assert.equal(read('TITLE-START.'), 'T-I-T-L-E start');
  });

  it('is none in a word, or right after one', () => {
    for (const written of ['XTEXTEND.', 'e-TEXTEND.', '1TEXTEND.'])
      assert.deepEqual(found(`Talks ${written}`), [], written);
  });

  it('is none where the letters are those of words', () => {
    for (const prose of [
      'Text end of the story',
      'the date end was moved',
      'a title. End of talks',
      'FN start',
      'Text. End.',
      'Title, start here',
      'T E X T E N D',
    ])
      assert.deepEqual(
        found(prose).filter((each) => !/^T E X T/.test(each)),
        [],
        prose,
      );
  });
});

describe('the end of a marker without its full stop', () => {
  it('may be stuck to the value, if it is spelled as it should be and a word follows', () => {
    assert.deepEqual(found('T-I-T-L-E-S-T-A-R-TTruce in Gaza'), ['T-I-T-L-E-S-T-A-R-T = T-I-T-L-E start']);
    assert.deepEqual(found('T-I-T-L-E-S-T-A-R-TA truce'), ['T-I-T-L-E-S-T-A-R-T = T-I-T-L-E start']);
    assert.deepEqual(found('D-A-T-E-S-T-A-R-T2024-04-09'), ['D-A-T-E-S-T-A-R-T = D-A-T-E start']);
    assert.deepEqual(found('T-I-T-L-E-S-T-A-R-T.Truce'), ['T-I-T-L-E-S-T-A-R-T. = T-I-T-L-E start']);
  });

  it('is not there where the next letter is probably part of it', () => {
    assert.deepEqual(found('T-I-T-L-E-S-T-A-R-TX truce'), []);
    assert.deepEqual(found('T-E-X-T-E-N-DA truce'), []);
    assert.deepEqual(found('t-i-t-l-e-s-t-a-r-tTruce'), []);
    assert.deepEqual(found('T-I-T-L-E-S-T-A-R-T-Truce'), []);
    assert.deepEqual(found('T-E-X-T-E-N-D1.'), []);
  });
});
