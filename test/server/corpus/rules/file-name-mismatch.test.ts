import { fileNameMismatch } from '../../../../server/src/corpus/rules/file-name-mismatch';
import { expectAcross, expectExample } from './expect';

describe('file-name-mismatch', () => {
  it('shows its example', () => expectExample(fileNameMismatch));

  it('knows the names of both producers, in any folder', () => {
    expectAcross(
      fileNameMismatch,
      `
== 2024/lf_1987.txt
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D.
                ^^^^ The file is named lf_1987.txt, but its article has the number 1986.
== article_7.txt
 F-N-S-T-A-R-T. 8 F-N-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D.
                ^ The file is named article_7.txt
`,
    );
  });

  it('reports nothing if name and number agree, if there are more articles, or for other names and numbers', () => {
    const article = (number: string) =>
      `\n F-N-S-T-A-R-T. ${number} F-N-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D.`;
    expectAcross(
      fileNameMismatch,
      `
== lf_1986.txt${article('1986')}
== lf_0007.txt${article('7')}
== lf_3.txt${article('4')}${article('5')}
== articles_9.txt${article('10')}
== lf_11_old.txt${article('12')}
== article_13.txt${article('2874512034.xml')}
`,
    );
  });
});
