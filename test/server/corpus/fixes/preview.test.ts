import { assert } from 'chai';
import { parse } from '../../../../server/src/core/parse/parser';
import { fixPreview } from '../../../../server/src/corpus/fixes/preview';
import { articleText } from '../../core/articles';

const article = (number: string, text: string) => articleText([number, '2024-04-09', 'Truce', text]);

describe('preview of fixes', () => {
  it('shows the articles that differ: markers on lines of their own, white space that can be seen, no long line', () => {
    const words = 'Weeks of talks have failed. '.repeat(5).trim();
    const after = article('1', 'Peace.') + article('2', `${words}\n\nAnd more.`);
    const before = after.replace(
      'Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Weeks',
      'Truce T-I-T-L-E-E-N-D.T-E-X-T-S-T-A-R-T. Weeks',
    );
    const sides = fixPreview(parse(before), parse(after));
    const lines = `F-N-S-T-A-R-T.·
2
·F-N-E-N-D.··
D-A-T-E-S-T-A-R-T.·
2024-04-09
·D-A-T-E-E-N-D.··
T-I-T-L-E-S-T-A-R-T.·
Truce
·T-I-T-L-E-E-N-D.··
T-E-X-T-S-T-A-R-T.·
Weeks of talks have failed. Weeks of talks have failed. Weeks of talks have failed. Weeks of talks 
have failed. Weeks of talks have failed.

And more.
·T-E-X-T-E-N-D.·`;
    assert.equal(sides.after, lines);
    assert.equal(sides.before, lines.replace('·T-I-T-L-E-E-N-D.··', '·T-I-T-L-E-E-N-D.'));
  });

  it('takes a value of any length', () => {
    const lines = 'x\n'.repeat(200_000);
    const after = article('1', lines);
    const sides = fixPreview(parse(after.replaceAll('N-D.', 'N-D')), parse(after));
    assert.isTrue(sides.after.includes(lines.trimEnd()));
  });

  it('says how many more articles there are', () => {
    const text = Array.from({ length: 203 }, (_, index) => article(`${index}`, 'x')).join('');
    const { after } = fixPreview(parse(text.replaceAll('N-D.', 'N-D')), parse(text));
    assert.match(after, /\n\n\(3 more articles are fixed, but not shown here\.\)$/);
  });
});
