import { assert } from 'chai';
import fc from 'fast-check';
import { selectionRanges } from '../../../../server/src/core/features/selectionRanges';
import { parse } from '../../../../server/src/core/parse/parser';
import { textOf } from '../../../../server/src/core/span';
import { anyDocument } from '../articles';
import { atCursor } from './cursor';

function steps(textWithCursor: string): string[] {
  const { article, offset } = atCursor(textWithCursor);
  return selectionRanges(article, offset).map((span) => textOf(article.text, span));
}

describe('selection ranges', () => {
  it('go from the word over sentence, paragraph, value and field to the article', () => {
    assert.deepEqual(
      steps(' T-E-X-T-S-T-A-R-T. Talks went on. Nobody k$0new why.\nThen they failed. T-E-X-T-E-N-D. '),
      [
        'knew',
        'Nobody knew why.',
        'Talks went on. Nobody knew why.',
        'Talks went on. Nobody knew why.\nThen they failed.',
        'T-E-X-T-S-T-A-R-T. Talks went on. Nobody knew why.\nThen they failed. T-E-X-T-E-N-D.',
        ' T-E-X-T-S-T-A-R-T. Talks went on. Nobody knew why.\nThen they failed. T-E-X-T-E-N-D. ',
      ],
    );
  });

  it('take a marker whole', () => {
    assert.equal(steps('T-E-X-T-S-$0T-A-R-T. Talks. T-E-X-T-E-N-D.')[0], 'T-E-X-T-S-T-A-R-T.');
  });

  it('each hold the one before, in any text', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), (text, pick) => {
        for (const article of parse(text).articles) {
          const offset = pick % (article.text.length + 1);
          let last = { start: offset, end: offset };
          for (const step of selectionRanges(article, offset)) {
            assert.isTrue(step.start <= last.start && step.end >= last.end && step.end <= article.text.length);
            last = step;
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('end a paragraph at any line end', () => {
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      const text = `T-E-X-T-S-T-A-R-T. Talks.${lineEnd}Th$0ey go on.${lineEnd}More. T-E-X-T-E-N-D.`;
      assert.deepEqual(steps(text).slice(0, 3), ['They', 'They go on.', `Talks.${lineEnd}They go on.${lineEnd}More.`]);
    }
  });

  it('begin with the word at the end of a value', () => {
    assert.deepEqual(steps('T-I-T-L-E-S-T-A-R-T. A truce$0 T-I-T-L-E-E-N-D.').slice(0, 2), ['truce', 'A truce']);
    assert.deepEqual(steps('T-I-T-L-E-S-T-A-R-T. $0Truce in Gaza T-I-T-L-E-E-N-D.').slice(0, 2), [
      'Truce',
      'Truce in Gaza',
    ]);
  });

  it('begin with the word right before the cursor, if there is none right after it', () => {
    const words = [
      ['Talks$0 failed.', 'Talks'],
      ['Talks $0failed.', 'failed'],
      ['Talks failed$0.', 'failed'],
      ['“Talks$0” failed.', 'Talks'],
      ['Talks$0\nfailed.', 'Talks'],
      ['فشلت المحادثات$0.', 'المحادثات'],
      ['عاد، $0وفشل', 'وفشل'],
    ] as const;
    for (const [value, word] of words)
      assert.equal(steps(`T-E-X-T-S-T-A-R-T. ${value} T-E-X-T-E-N-D.`)[0], word, value);
  });

  it('stay in the sentence right before the cursor until the next one begins', () => {
    assert.equal(steps('T-E-X-T-S-T-A-R-T. Talks went on.$0 They failed. T-E-X-T-E-N-D.')[0], 'Talks went on.');
    assert.equal(steps('T-E-X-T-S-T-A-R-T. Talks went on. $0They failed. T-E-X-T-E-N-D.')[1], 'They failed.');
  });

  it('take no punctuation and no white space for a word', () => {
    assert.equal(steps('T-E-X-T-S-T-A-R-T. Talks $0– at last. T-E-X-T-E-N-D.')[0], 'Talks – at last.');
    assert.equal(steps('T-E-X-T-S-T-A-R-T. Talks $0 failed. T-E-X-T-E-N-D.')[0], 'Talks  failed.');
    assert.equal(steps('T-E-X-T-S-T-A-R-T. Talks failed.$0 T-E-X-T-E-N-D.')[0], 'Talks failed.');
  });

  it('of an empty value are its field and the article', () => {
    assert.deepEqual(steps(' T-I-T-L-E-S-T-A-R-T. $0 T-I-T-L-E-E-N-D. ').slice(-2), [
      'T-I-T-L-E-S-T-A-R-T.  T-I-T-L-E-E-N-D.',
      ' T-I-T-L-E-S-T-A-R-T.  T-I-T-L-E-E-N-D. ',
    ]);
  });

  it('outside of fields are the article, from marker to marker where that holds the cursor', () => {
    const [title, text] = ['T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.', 'T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D.'];
    assert.deepEqual(steps(` ${title} $0 ${text} `), [`${title}  ${text}`, ` ${title}  ${text} `]);
    assert.deepEqual(steps(`$0 ${title} `), [` ${title} `]);
    assert.deepEqual(steps('Talks $0go on.'), ['Talks go on.']);
  });

  it('of a marker are itself, its field and the article', () => {
    const title = 'T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.';
    assert.deepEqual(steps(` ${title.replace('E-N', 'E-$0N')} `), ['T-I-T-L-E-E-N-D.', title, ` ${title} `]);
  });
});
