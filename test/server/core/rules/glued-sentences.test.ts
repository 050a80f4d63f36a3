import { assert } from 'chai';
import { gluedSentences } from '../../../../server/src/core/rules/glued-sentences';
import { articleText, markerSoup } from '../articles';
import { expectExample, expectFaithfulFixes, expectFindings, fixed } from './expect';

describe('glued-sentences', () => {
  it('shows in its example', () => expectExample(gluedSentences));

  it('is off unless it is asked for', () => assert.equal(gluedSentences.severity, 'off'));

  it('shows both words', () => {
    expectFindings(
      gluedSentences,
      `
 T-E-X-T-S-T-A-R-T. They were soldiers.That is all.Is it?Yes! T-E-X-T-E-N-D.
                              ^^^^^^^^^^^^^ There is no space between these two sentences
                                               ^^^^^^ There is no space
                                                      ^^^^^^ There is no space
      `,
    );
  });

  it('sees through quotes, brackets, apostrophes and hyphens', () => {
    expectFindings(
      gluedSentences,
      `
 T-E-X-T-S-T-A-R-T. He called it “never”.But (in Gaza).They’re the cease-fire.It’s in 2024[1].Élan of F-16s.The end. T-E-X-T-E-N-D.
                                  ^^^^^^^^^^ There is no space
                                                 ^^^^^^^^^^^^^ There is no space
                                                                   ^^^^^^^^^^^^^^^ There is no space
                                                                                           ^^^^^^^ There is no space
                                                                                                      ^^^^^^^^^ There is no space
      `,
    );
  });

  const apart = [
    'The U.S. and the U.K.The end',
    'It is 3.5 or v1.Beta of A.The',
    'www.bbc.Com and bbc.Com, bbc.Com/news, see https://example.org/some.Page or a@site.Name or /home/some.File.txt',
    'one.Two.Three and report.Pdf, it was Mr.Smith',
    'soldiers. That and soldiers.“That and soldiers.that and soldiers.THAT and soldiers...That',
    'a.m.Then',
  ];
  for (const text of apart) {
    it(`has nothing to part in “${text}”`, () => expectFindings(gluedSentences, body(text)));
  }

  it('looks at texts only, and only between their own markers', () => {
    expectFindings(gluedSentences, ' T-I-T-L-E-S-T-A-R-T. soldiers.That T-I-T-L-E-E-N-D. ');
    expectFindings(gluedSentences, body('soldiers.That').replace('T-E-X-T-E-N-D.', ''));
  });

  it('inserts a space', () => {
    assert.equal(fixed(gluedSentences, body('of “soldiers”.That is')), body('of “soldiers”. That is'));
  });

  it('changes nothing but the text', () => {
    expectFaithfulFixes(
      gluedSentences,
      markerSoup.map((soup) => soup.replaceAll('Gaza.', 'T-E-X-T-S-T-A-R-T. in Gaza.The T-E-X-T-E-N-D.')),
    );
  });
});

function body(text: string): string {
  return articleText(['1986', '2024-04-09', 'A truce', text]);
}
