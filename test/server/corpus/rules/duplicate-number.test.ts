import { assert } from 'chai';
import { duplicateNumber } from '../../../../server/src/corpus/rules/duplicate-number';
import { articleText } from '../../core/articles';
import { corpusFile, expectAcross, expectExample, findings } from './expect';

describe('duplicate-number', () => {
  it('shows its example', () => expectExample(duplicateNumber));

  it('reports it in both files, at the number', () => {
    expectAcross(
      duplicateNumber,
      `
== lf_1986.txt
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.
                ^^^^ Another article, in late/copy.txt, has the number 1986 too. Correct the number, or keep only one
== late/copy.txt
 F-N-S-T-A-R-T.  1986  F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-10 D-A-T-E-E-N-D.
                 ^^^^ Another article, in lf_1986.txt, has the number 1986
== lf_1987.txt
 F-N-S-T-A-R-T. 1987 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.
`,
    );
  });

  it('reports it within one file', () => {
    expectAcross(
      duplicateNumber,
      `
== articles_1.txt
 F-N-S-T-A-R-T. 7 F-N-E-N-D.  T-E-X-T-S-T-A-R-T. One. T-E-X-T-E-N-D.
                ^ Another article, in this file, has the number 7
 F-N-S-T-A-R-T. 8 F-N-E-N-D.  T-E-X-T-S-T-A-R-T. Two. T-E-X-T-E-N-D.
 F-N-S-T-A-R-T. 7 F-N-E-N-D.  T-E-X-T-S-T-A-R-T. Three. T-E-X-T-E-N-D.
                ^ Another article, in this file, has the number 7
`,
    );
  });

  it('says of several articles that they are copies, if all are', () => {
    const three = (last: string) => `
== a.txt
 F-N-S-T-A-R-T. 7 F-N-E-N-D.  T-E-X-T-S-T-A-R-T. One. T-E-X-T-E-N-D.
                ^ 2 other articles have the number 7 ${last === 'One.' ? 'and exactly this text. Keep one' : 'too'}
 F-N-S-T-A-R-T. 7 F-N-E-N-D.  T-E-X-T-S-T-A-R-T. One. T-E-X-T-E-N-D.
                ^ 2 other articles have the number 7
 F-N-S-T-A-R-T. 7 F-N-E-N-D.  T-E-X-T-S-T-A-R-T. ${last} T-E-X-T-E-N-D.
                ^ 2 other articles have the number 7
`;
    expectAcross(duplicateNumber, three('One.'));
    expectAcross(duplicateNumber, three('Two.'));
  });

  it('says that the text is the same, too', () => {
    expectAcross(
      duplicateNumber,
      `
== a.txt
 F-N-S-T-A-R-T. 7 F-N-E-N-D.  T-E-X-T-S-T-A-R-T. One. T-E-X-T-E-N-D.
                ^ Another article, in b.txt, has the number 7 and exactly this text. Keep one of them.
== b.txt
 F-N-S-T-A-R-T. 7 F-N-E-N-D.  T-E-X-T-S-T-A-R-T. One. T-E-X-T-E-N-D.
                ^ Another article, in a.txt, has the number 7 and exactly this text. Keep one of them.
== c.txt
 F-N-S-T-A-R-T. 8 F-N-E-N-D.  T-E-X-T-S-T-A-R-T. Two. T-E-X-T-E-N-D.
                ^ Another article, in this file, has the number 8 and exactly this text. Keep one of them.
 F-N-S-T-A-R-T. 8 F-N-E-N-D.  T-E-X-T-S-T-A-R-T. Two. T-E-X-T-E-N-D.
                ^ Another article, in this file, has the number 8 and exactly this text. Keep one of them.
== d.txt
 F-N-S-T-A-R-T. 9 F-N-E-N-D.  T-E-X-T-S-T-A-R-T.  T-E-X-T-E-N-D.
                ^ Another article, in this file, has the number 9 too.
 F-N-S-T-A-R-T. 9 F-N-E-N-D.  T-E-X-T-S-T-A-R-T.  T-E-X-T-E-N-D.
                ^ Another article, in this file, has the number 9 too.
`,
    );
  });

  it('does not report numbers that are empty, or uncertain because a marker is lost', () => {
    expectAcross(
      duplicateNumber,
      `
== a.txt
 F-N-S-T-A-R-T.  F-N-E-N-D.  T-E-X-T-S-T-A-R-T. One. T-E-X-T-E-N-D.
== b.txt
 F-N-S-T-A-R-T.  F-N-E-N-D.  T-E-X-T-S-T-A-R-T. Two. T-E-X-T-E-N-D.
== c.txt
 F-N-S-T-A-R-T. 7 D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.
== d.txt
 F-N-S-T-A-R-T. 7 D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.
`,
    );
  });

  it('points to the first of its twins, however many there are, in time that does not multiply', () => {
    const files = Array.from({ length: 20_000 }, (_, i) =>
      corpusFile(`${String(i).padStart(5, '0')}.txt`, articleText(['1', '2024-04-09', 'Truce', 'Talks failed.'])),
    );
    const [found] = findings(duplicateNumber, files).get('00001.txt') ?? [];
    assert.match(found?.message ?? '', /^19,999 other articles have the number 1 and exactly this text\./);
    assert.deepEqual(
      found?.related.map(({ file }) => file.name),
      ['00000.txt', '00002.txt', '00003.txt'],
    );
  });
});
