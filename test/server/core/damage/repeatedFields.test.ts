import { assert } from 'chai';
import { article } from '../articles';
import { allFixed, findingsIn } from '../findings';

/** The findings in a text: their codes, and what they point at. */
function findings(text: string): string[] {
  return findingsIn(text).map(
    ({ code, span, base }) => `${code}: ${text.slice(span.start + base, span.end + base).slice(0, 30)}`,
  );
}

const HEALTHY = article(7);
const DATE = 'D-A-T-E-S-T-A-R-T. 2024-04-10 D-A-T-E-E-N-D.  ';
const TITLE = 'T-I-T-L-E-S-T-A-R-T. No truce T-I-T-L-E-E-N-D.  ';
const codes = (text: string) => findingsIn(text).map(({ code }) => code);

describe('a field that is there twice', () => {
  it('is one fault, beside the first or in another place', () => {
    assert.deepEqual(codes(HEALTHY.replace('T-I-T-L-E-S', `${DATE}T-I-T-L-E-S`)), ['duplicate-field']);
    assert.deepEqual(codes(HEALTHY.replace('T-E-X-T-S', `${DATE}T-E-X-T-S`)), ['duplicate-field']);
    assert.deepEqual(codes(HEALTHY.replace('F-N-E-N-D.  ', `F-N-E-N-D.  ${TITLE}`)), ['duplicate-field']);
  });

  it('is a fault for each time that it is too many', () => {
    assert.deepEqual(codes(HEALTHY.replace('T-I-T-L-E-S', `${DATE}${DATE}T-I-T-L-E-S`)), [
      'duplicate-field',
      'duplicate-field',
    ]);
  });

  it('is the beginning of another article, if the other fields are there twice as well', () => {
    const both = HEALTHY.replace('T-E-X-T-S', `${DATE}${TITLE}T-E-X-T-S`);
    assert.deepEqual(codes(both), ['missing-field', 'missing-field']);
  });

  it('is never removed by itself: nobody knows which value is right', () => {
    const twice = HEALTHY.replace('T-I-T-L-E-S', `${DATE}T-I-T-L-E-S`);
    assert.equal(allFixed(twice), twice);
  });
});

describe('fields in the wrong place', () => {
  const swapped = HEALTHY.replace(/(D-A-T-E-S.*A-T-E-E-N-D\.) {2}(T-I-T-L-E-S.*L-E-E-N-D\.)/, '$2  $1');

  it('are one fault, however many they are', () => {
    assert.deepEqual(codes(swapped), ['field-order']);
    const reversed = HEALTHY.replace(
      /(D-A-T-E-S.*A-T-E-E-N-D\.) {2}(T-I-T-L-E-S.*L-E-E-N-D\.) {2}(T-E-X-T-S.*X-T-E-N-D\.)/,
      '$3  $2  $1',
    );
    assert.deepEqual(codes(reversed), ['field-order']);
  });

  it('are one fault with a user-defined field between them', () => {
    const own = swapped.replace('  D-A-T-E-S', '  B-Y-L-I-N-E-S-T-A-R-T. Ruiz B-Y-L-I-N-E-E-N-D.  D-A-T-E-S');
    assert.deepEqual(
      codes(own).filter((code) => code === 'field-order'),
      ['field-order'],
    );
  });

  it('are beside a lost marker another fault', () => {
    assert.includeMembers(codes(swapped.replace('T-E-X-T-E-N-D.', '')), ['field-order', 'unmatched-start']);
    assert.include(findings(swapped.replace('T-E-X-T-E-N-D.', '')).join(), 'unmatched-start: T-E-X-T-S-T-A-R-T.');
  });
});
