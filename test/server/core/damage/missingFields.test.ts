import { assert } from 'chai';
import { damagesOf } from '../../../../server/src/core/damage/damages';
import { parse } from '../../../../server/src/core/parse/parser';
import { article } from '../articles';

const HEALTHY = article(7);
const OWN = 'H-E-A-D-S-T-A-R-T. No truce H-E-A-D-E-N-D.  ';
const without = (name: string) => HEALTHY.replace(new RegExp(`${name}-S-T-A.*?${name}-E-N-D\\. {2}`), '');
const replaced = (name: string, by: string) => HEALTHY.replace(new RegExp(`${name}-S-T-A.*?${name}-E-N-D\\. {2}`), by);

/** The damages of a text: their kind, and the missing fields. */
function damages(text: string): string[] {
  return parse(text).articles.flatMap((each) =>
    damagesOf(each, []).map((damage) => {
      if (damage.kind === 'missing') return `missing ${damage.gap.rows.map(({ name }) => name).join(' ')}`;
      if (damage.kind === 'renamed') return `renamed ${damage.field.letters} for ${damage.missing.name}`;
      if (damage.kind === 'unmarked')
        return `unmarked ${each.text.slice(damage.text.start, damage.text.end)} for ${damage.missing.name}`;
      return damage.kind;
    }),
  );
}

describe('a field that is missing', () => {
  it('is one damage with those beside it', () => {
    assert.deepEqual(damages(without('D-A-T-E')), ['missing DATE']);
    assert.deepEqual(damages(HEALTHY.replace(/D-A-T-E-S.*L-E-E-N-D\. {2}/, '')), ['missing DATE TITLE']);
  });
});

describe('a field of another name in its place', () => {
  it('is probably it, and both are one damage', () => {
    assert.deepEqual(damages(replaced('T-I-T-L-E', OWN)), ['renamed H-E-A-D for TITLE']);
    const twice = replaced('T-I-T-L-E', 'D-A-T-E-S-T-A-R-T. Truce D-A-T-E-E-N-D.  ');
    assert.deepEqual(damages(twice), ['renamed D-A-T-E for TITLE']);
  });

  it('is not, if there are two, or it is in another place', () => {
    assert.notInclude(damages(replaced('T-I-T-L-E', OWN + OWN.replaceAll('H-E-A-D', 'S-U-B'))).join(), 'renamed');
    assert.notInclude(damages(without('T-I-T-L-E').replace('D-A-T-E-S', `${OWN}D-A-T-E-S`)).join(), 'renamed');
  });

  it('is not, where it has a marker only', () => {
    assert.notInclude(damages(replaced('T-I-T-L-E', 'H-E-A-D-S-T-A-R-T. No truce  ')).join(), 'renamed');
  });
});

describe('text in the place of a missing field', () => {
  it('is probably its value, if it may be one', () => {
    assert.deepEqual(damages(replaced('T-I-T-L-E', 'No truce  ')), ['unmarked No truce for TITLE']);
    assert.deepEqual(damages(replaced('D-A-T-E', 'April 9, 2024  ')), ['unmarked April 9, 2024 for DATE']);
    assert.deepEqual(damages(replaced('F-N', '2874512034.xml  ')), ['unmarked 2874512034.xml for F-N']);
  });

  it('is not, if a day has no digit, or a number has two words', () => {
    assert.include(damages(replaced('D-A-T-E', 'by Ruiz  ')), 'missing DATE');
    assert.include(damages(replaced('F-N', 'number 7  ')), 'missing F-N');
  });

  it('is not, if more than one field is missing there', () => {
    const both = HEALTHY.replace(/D-A-T-E-S.*L-E-E-N-D\. {2}/, 'No truce 7  ');
    assert.include(damages(both), 'missing DATE TITLE');
  });
});

describe('the rest of a marker at the end of a file', () => {
  it('was cut off with the field, and is the same damage', () => {
    const cut = HEALTHY.replace(/T-E-X-T-S.*/, '');
    assert.deepEqual(damages(cut.trimEnd()), ['missing TEXT']);
    for (const rest of ['T', 'T-', 'T-E']) assert.deepEqual(damages(cut + rest), ['missing TEXT'], rest);
    assert.notDeepEqual(damages(`${cut}X`), ['missing TEXT']);
  });

  it('or at the beginning', () => {
    const cut = HEALTHY.replace(/^.*F-N-E-N-D\. /, '');
    assert.deepEqual(damages(cut), ['missing F-N']);
    for (const rest of ['.', 'D.', '-D.']) assert.deepEqual(damages(rest + cut), ['missing F-N'], rest);
  });
});
