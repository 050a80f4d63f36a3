import { assert } from 'chai';
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

  it('says nothing of lines that are only some of them', () => {
    assert.notInclude(verdict(`<<<<<<< HEAD\n${ours}`)[0], 'merge-conflict');
    assert.deepEqual(verdict(`${ours}\n=======\n${other}\n>>>>>>> branch\n`), [['stray-text', 'stray-text'], 2]);
    assert.deepEqual(verdict(ours.replace('Talks', 'Talks\n=======\n')), [[], 1]);
  });
});
