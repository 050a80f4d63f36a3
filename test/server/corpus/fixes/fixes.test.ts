import { assert } from 'chai';
import fc from 'fast-check';
import { parse } from '../../../../server/src/core/parse/parser';
import { keepsValues } from '../../../../server/src/core/repair/faithful';
import { fixes, fixText, unfixedSentence, withoutChanges } from '../../../../server/src/corpus/fixes/fixes';
import { exactText, NotUtf8Error } from '../../../../server/src/corpus/text/exactText';
import { anyDocument, articleText, realisticDocument, WRECK } from '../../core/articles';
import { misspelled } from '../../core/damages';

const terms = { context: { today: '2026-01-01', additionalFields: [] }, severities: {} };
const HEALTHY = articleText(['1', '2024-04-09', 'A truce', ' Talks\r\ngo on.\n']);
const DAMAGED = HEALTHY.replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D').replace('D-A-T-E-S', 'D–A–T–E-S');

describe('fixes of a file', () => {
  it('give back the bytes, a byte order mark and line ends of several kinds among them', () => {
    const bytes = new TextEncoder().encode(`\ufeff${DAMAGED}`);
    assert.equal(fixText(exactText(bytes), terms).text, `\ufeff${HEALTHY}`);
  });

  it('refuse bytes that are not UTF-8, and name the first', () => {
    const bytes = Uint8Array.of(0x41, 0xfc, 0x42);
    assert.throws(() => exactText(bytes, 100), NotUtf8Error, 'byte FC (hexadecimal) at offset 101');
  });

  it('would be refused with a value changed, lost or made up, and white space at a certain one', () => {
    const keeps = (before: string, after: string) => keepsValues(parse(before).articles, parse(after).articles);
    assert.isTrue(keeps(DAMAGED, HEALTHY));
    assert.isFalse(keeps(DAMAGED, HEALTHY.replace('truce', 'Truce')));
    assert.isFalse(keeps(DAMAGED, HEALTHY.replace('Talks\r\n', 'Talks\n')));
    assert.isFalse(keeps(HEALTHY, HEALTHY.replace('on.\n ', 'on. ')));
    assert.isFalse(keeps(HEALTHY, HEALTHY.replace(/D-A-T-E-S.*?E-N-D\. {2}/, '')));
    assert.isFalse(keeps(DAMAGED, HEALTHY + HEALTHY));
  });

  it('leave alone only the articles whose fixes would change a value, name them, and fix all others', () => {
    const { text, unfixed } = fixText(DAMAGED + WRECK + DAMAGED, terms);
    assert.equal(text, HEALTHY + WRECK + HEALTHY);
    assert.equal(
      unfixedSentence(unfixed),
      'Article 2 was left alone, because its fixes would change a value. Correct it by hand.',
    );
  });

  it('are judged apart before and after a place where an article certainly begins', () => {
    const [before, after] = [WRECK + WRECK + HEALTHY, HEALTHY + WRECK];
    const apart = [before, after].map((text) => fixText(text, terms).text).join('');
    assert.notEqual(apart, before + after);
    assert.equal(fixText(before + after, terms).text, apart);
  });

  it('never write another marker over the START of an article, however much is misspelled around it', () => {
    const next = articleText(['2', '2024-04-10', 'Talks', 'No news.']);
    const misspelled = `${HEALTHY.replace('T-E-X-T-E-N-D.', 'T-EE-X-T-E-N-D.')}${next
      .replace('F-N-E-N-D.', 'F-N-E-N-D')
      .replace('D-A-T-E-S-T-A-R-T.', 'D-A-T-E-S-T-A-R-T')}`;
    assert.equal(fixText(misspelled, terms).text, HEALTHY + next);
  });

  it('find the lost full stop of a START among markers that are misspelled as well', () => {
    const whole = articleText(['1', '2024-04-09', 'A truce', 'Talks go on.']);
    const misspelled =
      whole.replace('D-A-T-E-E-N-D.', 'A-D-T-E-E-N-D.').replace('T-E-X-T-E-N-D.', 'T-X-T-E-N-D.') +
      whole.replace('F-N-S-T-A-R-T.', 'F-N-S-T-A-R-T');
    assert.equal(fixText(misspelled, terms).text, whole + whole);
  });

  it('take time in proportion to their number, also where all are in one article', () => {
    const places = 40_000;
    const text = articleText(['1', '2024-04-09', 'A truce', '….'.repeat(places)]);
    const start = text.indexOf('…');
    const edits = Array.from({ length: places }, (_, place) => ({
      span: { start: start + 2 * place, end: start + 2 * place + 1 },
      text: '…',
    }));
    const began = performance.now();
    assert.lengthOf(withoutChanges(parse(text), edits).edits, places);
    assert.isBelow(performance.now() - began, 3000);
  });

  it('leave nothing safe to fix, and change no value, in whatever document', () => {
    fc.assert(
      fc.property(fc.oneof(anyDocument, misspelled(realisticDocument)), (text) => {
        const { text: after, unfixed } = fixText(text, terms);
        const [before, fixed] = [text, after].map((each) => parse(each.replace(/^\ufeff/, '')).articles);
        assert.isTrue(keepsValues(before ?? [], fixed ?? []));
        if (unfixed.length === 0) assert.isEmpty(fixes(parse(after.replace(/^\ufeff/, '')), terms).edits);
      }),
      { numRuns: 100 },
    );
  });
});
