import { assert } from 'chai';
import fc from 'fast-check';
import { parse } from '../../../../server/src/core/parse/parser';
import { applyEdits } from '../../../../server/src/core/repair/edit';
import { shifted, textOf } from '../../../../server/src/core/span';
import { lineEndOf } from '../../../../server/src/core/text/lineEnd';
import { type Layout, layoutEdits } from '../../../../server/src/core/writing/layouts';
import { anyDocument, fieldsDocument, realisticDocument } from '../articles';
import { misspelled } from '../damages';

function laidOut(text: string, layout: Layout, lineEnd: '\n' | '\r\n' = '\n'): string {
  const { articles, starts } = parse(text);
  const edits = articles.flatMap((article, index) =>
    layoutEdits(article, layout, lineEnd).map((edit) => ({
      ...edit,
      span: shifted(edit.span, starts[index] as number),
    })),
  );
  return applyEdits(text, edits);
}

/** The same texts, with other line ends in place of some of their white space. */
function withLineEnds(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const ends = fc.array(fc.constantFrom('\r\n', '\n', '\r', undefined, undefined), { minLength: 1, maxLength: 9 });
  return fc.tuple(texts, ends).map(([text, chosen]) => {
    let count = 0;
    return text.replace(/\s+/g, (space) => chosen[count++ % chosen.length] ?? space);
  });
}

/** The values of all fields whose two markers are there. */
function values(text: string): string[] {
  return parse(text).articles.flatMap((article) =>
    article.fields.filter(({ start, end }) => start && end).map(({ value }) => textOf(article.text, value)),
  );
}

describe('layouts', () => {
  it('put each marker and each value on its own line', () => {
    assert.equal(
      laidOut(' F-N-S-T-A-R-T. 7 F-N-E-N-D.  T-I-T-L-E-S-T-A-R-T.  T-I-T-L-E-E-N-D. ', 'fields'),
      'F-N-S-T-A-R-T.\n7\nF-N-E-N-D.\nT-I-T-L-E-S-T-A-R-T.\n\nT-I-T-L-E-E-N-D.\n',
    );
  });

  it('only add white space where there is none, when they are to be kept', () => {
    assert.equal(
      laidOut('F-N-S-T-A-R-T.7 F-N-E-N-D.T-E-X-T-S-T-A-R-T.  a   T-E-X-T-E-N-D.', 'keep'),
      'F-N-S-T-A-R-T. 7 F-N-E-N-D.  T-E-X-T-S-T-A-R-T.  a   T-E-X-T-E-N-D.',
    );
  });

  it('go from line to fields and back without the loss of a byte', () => {
    for (const lineEnd of ['\n', '\r\n'] as const) {
      fc.assert(
        fc.property(realisticDocument, (text) => {
          const fields = laidOut(text, 'fields', lineEnd);
          assert.equal(laidOut(fields, 'line', lineEnd), text);
          assert.equal(laidOut(text, 'line'), text);
        }),
        { numRuns: 300 },
      );
    }
  });

  it('change no value, and nothing when applied again, in any text with line ends of any kinds', () => {
    const again = (text: string, layout: Layout) => laidOut(text, layout, lineEndOf([text]));
    const documents = fc.oneof(anyDocument, misspelled(withLineEnds(fieldsDocument)), withLineEnds(anyDocument));
    fc.assert(
      fc.property(documents, fc.constantFrom<Layout>('line', 'fields', 'keep'), (text, layout) => {
        const once = again(text, layout);
        assert.deepEqual(values(once), values(text));
        assert.equal(again(once, layout), once);
      }),
      { numRuns: 2000, examples: [['\r\nF-N-S-T-A-R-T.\nF-N-S-T-A-R-T.', 'fields']] },
    );
  });
});
