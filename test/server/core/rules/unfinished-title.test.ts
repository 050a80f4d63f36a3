import { assert } from 'chai';
import { unfinishedTitle } from '../../../../server/src/core/rules/unfinished-title';
import { articleText, markerSoup } from '../articles';
import { expectExample, expectFaithfulFixes, expectFindings, fixed, fixTitles } from './expect';

describe('unfinished-title', () => {
  it('shows in its example', () => expectExample(unfinishedTitle));

  it('is off unless it is asked for', () => assert.equal(unfinishedTitle.severity, 'off'));

  it('shows the last word of a title without closing punctuation', () => {
    expectFindings(
      unfinishedTitle,
      `
 T-I-T-L-E-S-T-A-R-T.  A truce: “never, in Gaza”  T-I-T-L-E-E-N-D.
                                           ^^^^^ The title ends without closing punctuation
      `,
    );
    expectFindings(
      unfinishedTitle,
      `
 T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.
                      ^^^^^ The title ends without closing punctuation
      `,
    );
  });

  it('knows closing punctuation, also after quotes and brackets', () => {
    const finished = ['A truce.', 'A truce!', 'A truce?', 'A truce…', 'A truce...', '“A truce.”', "'A truce?'"];
    const elsewhere = ['(A truce!)', '« Une trêve ! »', '„Nein.“', '「停戦。」', '停战！', 'هل من هدنة؟', 'युद्धविराम।'];
    for (const title of [...finished, ...elsewhere]) expectFindings(unfinishedTitle, titled(title));
  });

  it('leaves an empty title to empty-field, and texts to unfinished-text', () => {
    expectFindings(unfinishedTitle, titled(''));
    expectFindings(unfinishedTitle, titled(' '));
    expectFindings(unfinishedTitle, ' T-E-X-T-S-T-A-R-T. A truce T-E-X-T-E-N-D. ');
  });

  it('finds nothing if a marker of the title is lost', () => {
    expectFindings(unfinishedTitle, titled('A truce').replace('T-I-T-L-E-E-N-D.', ''));
  });

  it('adds a full stop', () => {
    assert.equal(fixed(unfinishedTitle, titled('A truce ')), titled('A truce. '));
    assert.equal(fixed(unfinishedTitle, titled('A “truce”')), titled('A “truce”.'));
  });

  it('adds none to what would be a marker with it', () => {
    assert.isEmpty(fixTitles(unfinishedTitle, titled('A truce of S-P-O-R-T-S-T-A-R-T')));
  });

  it('changes nothing but the title', () => expectFaithfulFixes(unfinishedTitle, markerSoup));
});

function titled(title: string): string {
  return articleText(['1986', '2024-04-09', title, 'Talks go on.']);
}
