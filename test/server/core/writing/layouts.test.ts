import { assert } from 'chai';
import fc from 'fast-check';
import { parse } from '../../../../server/src/core/parse/parser';
import { applyEdits } from '../../../../server/src/core/repair/edit';
import { shifted, textOf } from '../../../../server/src/core/span';
import { type Layout, layoutEdits } from '../../../../server/src/core/writing/layouts';
import { anyDocument, realisticDocument } from '../articles';

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

  it('change no value, and nothing when applied again, in any text', () => {
    fc.assert(
      fc.property(anyDocument, fc.constantFrom<Layout>('line', 'fields', 'keep'), (text, layout) => {
        const once = laidOut(text, layout);
        assert.deepEqual(values(once), values(text));
        assert.equal(laidOut(once, layout), once);
      }),
      { numRuns: 2000 },
    );
  });
});
