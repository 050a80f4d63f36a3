import { assert } from 'chai';
import { damagesOf } from '../../../../server/src/core/damage/damages';
import { parse } from '../../../../server/src/core/parse/parser';
import { mergeConflict } from '../../../../server/src/core/rules/merge-conflict';
import { articleText } from '../articles';
import { findingsIn } from '../findings';
import { expectExample, expectFindings } from './expect';

const ours = articleText(['1986', '2024-04-09', 'Truce', 'Talks go on.']);
const theirs = articleText(['1986', '2024-04-09', 'A truce', 'Talks go on.']);
const other = articleText(['1987', '2024-04-10', 'More', 'They talk.']);

/** The codes of the findings in a text, and the numbers of its articles. */
function verdict(text: string): [codes: string[], articles: number] {
  return [findingsIn(text).map(({ code }) => code), parse(text).articles.length];
}

describe('merge-conflict', () => {
  it('points at the first line', () => {
    expectFindings(
      mergeConflict,
      `
<<<<<<< HEAD
^^^^^^^^^^^^ A merge conflict begins here
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.
=======
 F-N-S-T-A-R-T. 1987 F-N-E-N-D.
>>>>>>> branch
`,
    );
  });

  it('finds its example', () => expectExample(mergeConflict));

  it('is one fault, however many articles are in both versions, and leaves those around alone', () => {
    for (const lineEnd of ['\n', '\r\n']) {
      const conflict = (a: string, b: string) => ['<<<<<<< HEAD', a, '=======', b, '>>>>>>> branch', ''].join(lineEnd);
      assert.deepEqual(verdict(conflict(ours, theirs)), [['merge-conflict'], 1]);
      assert.deepEqual(verdict(conflict(ours + other, theirs + other)), [['merge-conflict'], 2]);
      const between = `${other}${lineEnd}${conflict(ours, theirs)}${other}`;
      assert.deepEqual(verdict(between), [['merge-conflict'], 3]);
      assert.deepEqual(verdict(conflict(`${ours}${lineEnd}||||||| base${lineEnd}${ours}`, theirs)), [
        ['merge-conflict'],
        1,
      ]);
    }
  });

  it('is one fault in a value', () => {
    const text = ours.replace('Talks go on.', 'Talks\n<<<<<<< HEAD\ngo on\n=======\nfail\n>>>>>>> branch\nnow.');
    assert.deepEqual(verdict(text), [['merge-conflict'], 1]);
    assert.deepEqual(verdict(text.replace('2024-04-09', '2024-04-31')), [['invalid-date', 'merge-conflict'], 1]);
  });

  it('is one fault, also where the version that is read is damaged', () => {
    const conflict = (a: string, b: string) => `<<<<<<< HEAD\n${a}\n=======\n${b}\n>>>>>>> branch\n`;
    for (const lost of ['F-N-S-T-A-R-T.', 'F-N-E-N-D.', 'D-A-T-E-E-N-D.', 'T-I-T-L-E-S-T-A-R-T.', 'T-E-X-T-E-N-D.'])
      for (const damaged of [ours.replace(lost, ''), ours.replace(lost, lost.replaceAll('-', '–'))]) {
        assert.deepEqual(verdict(conflict(damaged, theirs))[0], ['merge-conflict'], damaged);
        assert.deepEqual(verdict(`${other}\n${conflict(damaged, theirs)}${other}`)[0], ['merge-conflict'], damaged);
      }
  });

  for (const line of ['<<<<<<< HEAD', '||||||| 1a2b3c4', '=======', '>>>>>>> branch'])
    for (const lineEnd of ['\n', '\r\n']) {
      const name = JSON.stringify(line + lineEnd);
      it(`is one fault where only ${name} is left between articles, or around them`, () => {
        const own = line + lineEnd;
        for (const text of [
          `${own}${ours}`,
          `${ours}${lineEnd}${own}${other}`,
          `${ours}${lineEnd}${own}`,
          `${other}${ours}${lineEnd}${own}${other}${other}`,
        ])
          assert.deepEqual(verdict(text)[0], ['merge-conflict'], text);
      });

      it(`is one fault where only ${name} is left in a value${line === '=======' ? ', unless it may be an underline in a text' : ''}`, () => {
        for (const value of ['1986', '2024-04-09', 'Truce', 'Talks']) {
          const text = ours.replace(value, `${value}${lineEnd}${line}${lineEnd}of all`);
          const expected = line === '=======' && value === 'Talks' ? [] : ['merge-conflict'];
          assert.deepEqual(verdict(text), [expected, 1], text);
          assert.deepEqual(verdict(other + text + other), [expected, 3], text);
        }
      });
    }

  it('is one fault where only ======= is left at the end of a text or at its beginning: it is no underline there', () => {
    for (const lineEnd of ['\n', '\r\n'])
      for (const value of [`Talks go on.${lineEnd}=======${lineEnd}`, `${lineEnd}=======${lineEnd}Talks go on.`])
        assert.deepEqual(verdict(ours.replace('Talks go on.', value))[0], ['merge-conflict'], value);
    // A heading between lines.
    assert.deepEqual(verdict(ours.replace('Talks', '\n=======\nTalks\n=======\nThey'))[0], []);
  });

  it('is one fault where several lines are left in an article', () => {
    const text = ours.replace('Talks go on.', 'Talks go on.\n=======\nTalks end.\n>>>>>>> branch\n');
    expectFindings(
      mergeConflict,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce
=======
^^^^^^^ ======= is left from a merge conflict
A truce
>>>>>>> branch
T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. 
`,
    );
    const [found, ...others] = findingsIn(text);
    assert.isEmpty(others);
    assert.deepEqual(
      found?.related?.map(({ span }) => found.article.text.slice(span.start, span.end)),
      ['>>>>>>> branch'],
    );
    assert.deepEqual(verdict(`${ours}\n=======\n${other}\n>>>>>>> branch\n`), [
      ['merge-conflict', 'merge-conflict'],
      2,
    ]);
  });

  it('explains what is outside the fields, and what is wrong with the value that holds the lines', () => {
    const [article] = parse(`${ours}\n=======\n`).articles;
    assert.deepEqual(article && damagesOf(article, []).map(({ kind }) => kind), ['leftover']);
    const date = ours.replace('2024-04-09', '2024-04-09\n=======\n2024-04-10\n>>>>>>> branch\n');
    assert.deepEqual(verdict(date), [['merge-conflict'], 1]);
  });

  it('says nothing of lines that mean something else', () => {
    for (const prose of [
      'Talks\n=======\nThey go on.',
      'Talks\n========\n<<<<<<<<\nThey go on.',
      'He said ======= and >>>>>>> and <<<<<<< HEAD.',
      'a\n> b\n>> c\n>>>>>>> seven times quoted',
    ]) {
      assert.deepEqual(verdict(ours.replace('Talks go on.', prose)), [[], 1], prose);
      assert.deepEqual(verdict(other + ours.replace('Talks go on.', prose) + other), [[], 3], prose);
      const damaged = ours.replace('Talks go on.', prose).replace('D-A-T-E-E-N-D.', '');
      assert.deepEqual(verdict(damaged)[0], ['unmatched-start'], prose);
    }
  });
});
