import { assert } from 'chai';
import fc from 'fast-check';
import { wrapChoices } from '../../../../server/src/core/features/wrap';
import { fieldName } from '../../../../server/src/core/format';
import { parse } from '../../../../server/src/core/parse/parser';
import { applyEdits } from '../../../../server/src/core/repair/edit';
import { articleText, markerSoup, realisticDocument } from '../articles';

const HEALTHY = articleText(['1986', '2024-04-09', 'Truce', 'Talks failed.']);

const SETTING = { today: '2026-11-22', layout: 'keep', lineEnd: '\n', isTaken: () => false } as const;

/** What the selection between two `|` can become. */
function offered(textWithSelection: string, own: readonly string[] = []) {
  const [before = '', selected = '', after = ''] = textWithSelection.split('|');
  const span = { start: before.length, end: before.length + selected.length };
  const text = before + selected + after;
  return { text, found: wrapChoices(parse(text), span, { ...SETTING, additionalFields: own }) };
}

function wrapped(textWithSelection: string, name: string, own: readonly string[] = []): string {
  const { text, found } = offered(textWithSelection, own);
  if (typeof found === 'string') assert.fail(found);
  const wrapping = found.find(({ letters }) => fieldName(letters) === name);
  return applyEdits(text, wrapping?.edits ?? assert.fail(`There is no ${name}.`));
}

function refusal(textWithSelection: string): string {
  const { found } = offered(textWithSelection);
  return typeof found === 'string' ? found : assert.fail('It is not refused.');
}

describe('wrapping a selection', () => {
  it('puts both markers around it, with the white space that they need', () => {
    assert.equal(wrapped(HEALTHY.replace(/T-I-T-L-E-S.*T-I-T-L-E-E-N-D\./, '|Truce|'), 'TITLE'), HEALTHY);
    assert.equal(wrapped(HEALTHY.replace(/ T-I-T-L-E-S.*T-I-T-L-E-E-N-D\. /, '| Truce |'), 'TITLE'), HEALTHY);
    assert.equal(wrapped('|Truce|', 'TITLE'), ' T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D. ');
    assert.equal(wrapped('|Truce|\nTalks.\n', 'TITLE'), 'T-I-T-L-E-S-T-A-R-T.\nTruce\nT-I-T-L-E-E-N-D.\nTalks.\n');
  });

  it('offers the fields that the article does not have, and user-defined ones', () => {
    const text = HEALTHY.replace(/T-I-T-L-E-S.*T-I-T-L-E-E-N-D\./, '|Truce|');
    assert.equal(
      wrapped(text, 'BYLINE', ['B-Y-L-I-N-E']),
      text.replace('|Truce|', 'B-Y-L-I-N-E-S-T-A-R-T. Truce B-Y-L-I-N-E-E-N-D.'),
    );
    const { found } = offered(text, ['B-Y-L-I-N-E']);
    assert.deepEqual(typeof found === 'string' ? found : found.map(({ letters }) => letters), [
      'T-I-T-L-E',
      'B-Y-L-I-N-E',
    ]);
  });

  it('refuses what no field can be, and says why', () => {
    assert.match(
      refusal(HEALTHY.replace('T-E-X-T-S-T-A-R-T. Talks', 'T-E-X-T|-S-T-A-R-T. Talks|')),
      /would split the marker T-E-X-T-S/,
    );
    assert.match(refusal(HEALTHY.replace('T-E-X-T-S-T-A-R-T. Talks', '|$&|')), /contains the marker T-E-X-T-S/);
    assert.match(refusal(HEALTHY.replace('Talks', '|$&|')), /inside the value of a field/);
    assert.match(refusal(HEALTHY.replace('Talks', '| |$&')), /^Nothing is selected/);
    assert.match(refusal(`${HEALTHY}||`), /^Nothing is selected/);
    assert.match(refusal(HEALTHY.replace('  T-E-X-T-S', ' |Stray|  T-E-X-T-S')), /already has all fields/);
    assert.match(refusal(`${HEALTHY.trimEnd()}|  ${HEALTHY}|`), /into the next article/);
  });

  it('adds nothing but markers and white space', () => {
    const at = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.oneof(markerSoup, realisticDocument), at, at, (text, a, b) => {
        const [start, end] = [a, b].map((share) => Math.round(share * text.length)).sort((x, y) => x - y);
        const found = wrapChoices(
          parse(text),
          { start: start as number, end: end as number },
          { ...SETTING, additionalFields: [] },
        );
        if (typeof found === 'string') return;
        for (const { edits } of found) {
          for (const edit of edits) {
            assert.equal(edit.span.start, edit.span.end);
            assert.match(edit.text, /^\s*[A-Z-]+\.\s*$/);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('refuses a selection of nothing, or of white space only', () => {
    assert.match(refusal('Truce || in Gaza'), /^Nothing is selected/);
    assert.match(refusal('Truce|  |in Gaza'), /^Nothing is selected/);
    assert.match(refusal('||'), /^Nothing is selected/);
  });

  it('refuses a selection of two articles, and takes one up to the border', () => {
    const open = HEALTHY.replace(/T-E-X-T-S.*/, 'Talks failed.  ');
    assert.equal(parse(HEALTHY + HEALTHY).articles.length, 2);
    assert.match(
      refusal(`${HEALTHY.replace('T-E-X-T-E-N-D. ', '$&| Reuters')}${HEALTHY}`.replace(/ $/, '|')),
      /contains|next article/,
    );
    assert.match(refusal(`|${HEALTHY}${HEALTHY}|`), /reaches into the next article/);
    assert.match(refusal(`|${HEALTHY}|${HEALTHY}`), /contains the marker F-N-S-T-A-R-T\./);
    assert.equal(wrapped(open.replace(/Talks.*/, '|$&|'), 'TEXT'), HEALTHY.replace(/ $/, '  '));
  });

  it('refuses a selection that begins or ends in a marker, and takes one right beside it', () => {
    assert.match(refusal('Tru|ce T-I-T|-L-E-E-N-D.'), /would split the marker T-I-T-L-E-E-N-D\./);
    assert.match(refusal('T-I-T-L-E-S-T-A-R-|T. Truce| in'), /would split the marker T-I-T-L-E-S-T-A-R-T\./);
    assert.match(refusal('T-I-T|-L|-E-S-T-A-R-T. Truce'), /would split the marker/);
    assert.match(refusal('Truce |T-I-T-L-E-E-N-D.|'), /contains the marker/);
    const beside = HEALTHY.replace(/ {2}T-I-T-L-E-S.*T-I-T-L-E-E-N-D\. {2}/, '|Truce|');
    assert.equal(wrapped(beside, 'TITLE'), HEALTHY);
  });

  it('refuses it in an article that has all fields', () => {
    assert.match(refusal(`${HEALTHY}|Reuters|`), /already has all fields/);
  });
});
