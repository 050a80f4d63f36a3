import { assert } from 'chai';
import fc from 'fast-check';
import { newArticle } from '../../../../server/src/core/features/newArticle';
import { parse } from '../../../../server/src/core/parse/parser';
import { applyEdits } from '../../../../server/src/core/repair/edit';
import { plainText } from '../../../../server/src/core/writing/template';
import { articleText, fieldsDocument, realisticDocument } from '../articles';

const HEALTHY = articleText(['1986', '2024-04-09', 'Truce', 'Talks failed.']);
const NEXT = articleText(['1987', '2026-11-22', '', '']);

/** The text with a new article after the one at the cursor `$0`. */
function added(textWithCursor: string, layout: 'keep' | 'fields' = 'keep', taken: readonly string[] = []): string {
  const text = textWithCursor.replace('$0', '');
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const isTaken = (number: string) => taken.includes(number);
  const setting = { today: '2026-11-22', additionalFields: [], layout, lineEnd, isTaken } as const;
  const { offset, template } = newArticle(parse(text), textWithCursor.indexOf('$0'), setting);
  return applyEdits(text, [{ span: { start: offset, end: offset }, text: plainText(template) }]);
}

describe('a new article', () => {
  it('is after the one at the cursor', () => {
    assert.equal(added(HEALTHY.replace('Talks', 'Ta$0lks')), HEALTHY + NEXT);
    assert.equal(added(HEALTHY.replace('Talks', 'Ta$0lks') + HEALTHY), HEALTHY + NEXT + HEALTHY);
    assert.equal(added(`$0${HEALTHY}${HEALTHY}`), HEALTHY + NEXT + HEALTHY);
  });

  it('gets the next number that no article of the corpus has', () => {
    assert.equal(added(`${HEALTHY}$0`, 'keep', ['1987', '1988', '1990']), HEALTHY + NEXT.replace('1987', '1989'));
    assert.equal(added('$0', 'keep', ['1', '2']), NEXT.replace('1987', '3'));
  });

  it('is the first one of an empty file', () => {
    assert.equal(added('$0'), NEXT.replace('1987', '1'));
    assert.equal(
      added('$0', 'fields'),
      'F-N-S-T-A-R-T.\n1\nF-N-E-N-D.\nD-A-T-E-S-T-A-R-T.\n2026-11-22\nD-A-T-E-E-N-D.\nT-I-T-L-E-S-T-A-R-T.\n\nT-I-T-L-E-E-N-D.\nT-E-X-T-S-T-A-R-T.\n\nT-E-X-T-E-N-D.\n',
    );
  });

  it('leaves every byte that is there, and only adds an article', () => {
    fc.assert(
      fc.property(fc.oneof(realisticDocument, fieldsDocument), fc.nat(), (text, n) => {
        const before = parse(text).articles.length;
        const at = n % text.length;
        const after = added(`${text.slice(0, at)}$0${text.slice(at)}`);
        assert.equal(parse(after).articles.length, before + 1);
        let start = 0;
        while (after[start] === text[start] && start < text.length) start++;
        assert.isTrue(after.endsWith(text.slice(start)));
      }),
      { numRuns: 200 },
    );
  });
});
