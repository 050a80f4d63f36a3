import { assert } from 'chai';
import { damagesOf } from '../../../../server/src/core/damage/damages';
import { parse } from '../../../../server/src/core/parse/parser';
import { article } from '../articles';

const HEALTHY = article(7);

/** The damages of a text that are about markers without partners: kind, marker, and what was lost with the partner. */
function unmatched(text: string): string[] {
  return parse(text).articles.flatMap((each) =>
    damagesOf(each, []).flatMap((damage) => {
      const name = 'marker' in damage ? each.text.slice(damage.marker.start, damage.marker.end) : '';
      if (damage.kind === 'moved') return [`moved ${name}`];
      if (damage.kind !== 'unmatched') return [damage.kind];
      const torn = damage.torn && `, torn ${each.text.slice(damage.torn.start, damage.torn.end)}`;
      const cut = damage.cut.flatMap(({ rows }) => rows.map((row) => row.name)).join(' and ');
      return [`${damage.field ? '' : 'needless '}${name}${cut && `, lost ${cut}`}${torn ?? ''}`];
    }),
  );
}

describe('a marker without its partner', () => {
  it('is one damage for each lost marker', () => {
    for (const marker of HEALTHY.match(/[A-Z](?:-[A-Z])+\./g) ?? []) {
      const partner = marker.endsWith('S-T-A-R-T.')
        ? marker.replace('S-T-A-R-T.', 'E-N-D.')
        : marker.replace('E-N-D.', 'S-T-A-R-T.');
      assert.deepEqual(unmatched(HEALTHY.replace(marker, '')), [partner]);
    }
  });

  it('may have lost other fields with its partner', () => {
    assert.deepEqual(unmatched(HEALTHY.replace(/ T-I-T-L-E-E-N-D\..*/, '')), ['T-I-T-L-E-S-T-A-R-T., lost TEXT']);
    assert.deepEqual(unmatched(HEALTHY.replace(/.*T-I-T-L-E-S-T-A-R-T\. /, '')), [
      'T-I-T-L-E-E-N-D., lost F-N and DATE',
    ]);
    assert.deepEqual(unmatched(HEALTHY.replace(/ D-A-T-E-E-N-D\..*/, '')), ['D-A-T-E-S-T-A-R-T., lost TITLE and TEXT']);
  });

  it('may be cut off itself, at the end of a file', () => {
    assert.deepEqual(unmatched(HEALTHY.replace(/(T-E-X-T-S-T-A).*/, '$1')), ['T-E-X-T-S-T-A']);
  });

  it('is needless where its field has both', () => {
    assert.deepEqual(unmatched(HEALTHY.replace('  T-E-X-T-S', '  T-I-T-L-E-E-N-D.  T-E-X-T-S')), [
      'needless T-I-T-L-E-E-N-D.',
    ]);
    assert.deepEqual(unmatched(HEALTHY.replace('  T-E-X-T-S', '  T-I-T-L-E-S-T-A-R-T.  T-E-X-T-S')).length, 1);
  });
});

describe('a marker that was moved', () => {
  it('is one damage, at the place where it is now', () => {
    const moved = HEALTHY.replace(' T-I-T-L-E-E-N-D.', '').replace('T-E-X-T-E-N-D.', 'T-E-X-T-E-N-D. T-I-T-L-E-E-N-D.');
    assert.deepEqual(unmatched(moved), ['moved T-I-T-L-E-E-N-D.']);
  });

  it('is not known where two may be it', () => {
    const twice = HEALTHY.replace(' T-I-T-L-E-E-N-D.', '').replace(
      'T-E-X-T-E-N-D.',
      'T-E-X-T-E-N-D. T-I-T-L-E-E-N-D. T-I-T-L-E-E-N-D.',
    );
    assert.notInclude(unmatched(twice).join(), 'moved');
  });
});

describe('a healthy article', () => {
  it('has no such damage', () => assert.deepEqual(unmatched(HEALTHY + article(8)), []));
});
