import { assert } from 'chai';
import fc from 'fast-check';
import { type Direction, neighbour, type Unit } from '../../../../server/src/core/features/neighbour';
import { parse } from '../../../../server/src/core/parse/parser';
import { anyDocument } from '../articles';

/** Where a command leads from `$0`: `$1` says where it should, or nothing does. */
function expectStep(textWithPlaces: string, unit: Unit, way: Direction): void {
  const text = textWithPlaces.replace(/\$[01]/g, '');
  const from = textWithPlaces.replace('$1', '').indexOf('$0');
  const found = neighbour(parse(text), from, unit, way);
  const marks: [number, string][] = [[from, '$0'], ...(found === undefined ? [] : [[found, '$1'] as [number, string]])];
  const actual = marks
    .sort((a, b) => b[0] - a[0])
    .reduce((marked, [at, mark]) => marked.slice(0, at) + mark + marked.slice(at), text);
  assert.equal(actual, textWithPlaces);
}

const FIRST =
  ' F-N-S-T-A-R-T. 1 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks T-E-X-T-E-N-D.  ';
const SECOND =
  'F-N-S-T-A-R-T. 2 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-10 D-A-T-E-E-N-D.  T-E-X-T-S-T-A-R-T. failed T-E-X-T-E-N-D. ';

describe('next and previous', () => {
  it('article: its first marker', () => {
    expectStep(`${FIRST.replace('Talks', 'Ta$0lks')}$1${SECOND}`, 'article', 'next');
    expectStep(`$0${FIRST}$1${SECOND}`, 'article', 'next');
    expectStep(`${FIRST.replace('F-N-S', '$1F-N-S')}${SECOND.replace('failed', 'fai$0led')}`, 'article', 'previous');
    expectStep(`${FIRST}$0${SECOND}`, 'article', 'next');
    expectStep(`${FIRST.replace('Talks', 'Ta$0lks')}${SECOND}`, 'article', 'previous');
  });

  it('field: the beginning of its value', () => {
    expectStep(FIRST.replace('1 ', '$01 ').replace('2024', '$12024'), 'field', 'next');
    expectStep(FIRST.replace('F-N', '$0F-N').replace('1 ', '$11 '), 'field', 'next');
    expectStep(FIRST.replace('2024', '$12024').replace('Talks', 'Tal$0ks'), 'field', 'previous');
    expectStep(FIRST.replace('2024', '$12024').replace('Talks', '$0Talks'), 'field', 'previous');
    expectStep(FIRST.replace('2024', '$12024').replace('T-E-X-T-S', '$0T-E-X-T-S'), 'field', 'previous');
    expectStep(FIRST.replace('1 ', '$01 '), 'field', 'previous');
  });

  it('field: also of the next and the previous article', () => {
    expectStep(FIRST.replace('Talks', 'Tal$0ks') + SECOND.replace('2 ', '$12 '), 'field', 'next');
    expectStep(FIRST.replace('Talks', '$1Talks') + SECOND.replace('2 ', '2$0 '), 'field', 'previous');
    expectStep(FIRST.replace('Talks', 'Talks') + SECOND.replace('failed', '$0failed'), 'field', 'next');
  });

  it('come through a broken article', () => {
    expectStep(FIRST.replace('F-N-E-N-D.', '').replace('1 ', '$01 ').replace('2024', '$12024'), 'field', 'next');
    expectStep('no $0article', 'field', 'next');
    expectStep('no $0article', 'article', 'previous');
  });

  it('lead on and never stay, from any place of any text', () => {
    const anyUnit = fc.constantFrom<Unit>('article', 'field');
    fc.assert(
      fc.property(anyDocument, fc.nat(), anyUnit, (text, pick, unit) => {
        const parsed = parse(text);
        const offset = pick % (text.length + 1);
        const next = neighbour(parsed, offset, unit, 'next');
        const previous = neighbour(parsed, offset, unit, 'previous');
        if (next !== undefined) assert.isTrue(next > offset && next <= text.length);
        if (previous !== undefined) assert.isTrue(previous < offset && previous >= 0);
      }),
      { numRuns: 1000 },
    );
  });
});
