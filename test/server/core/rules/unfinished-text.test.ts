import { assert } from 'chai';
import { unfinishedText } from '../../../../server/src/core/rules/unfinished-text';
import { articleText } from '../articles';
import { expectExample, expectFindings } from './expect';

describe('unfinished-text', () => {
  it('shows in its example', () => expectExample(unfinishedText));

  it('is off unless it is asked for', () => assert.equal(unfinishedText.severity, 'off'));

  it('shows the last word of a text without closing punctuation', () => {
    expectFindings(
      unfinishedText,
      `
 T-I-T-L-E-S-T-A-R-T. A T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. He
said that  T-E-X-T-E-N-D.
     ^^^^ The text ends without closing punctuation
      `,
    );
  });

  it('accepts a text that is finished, empty, or without its END', () => {
    expectFindings(unfinishedText, body('“Talks go on.” '));
    expectFindings(unfinishedText, body(' '));
    expectFindings(unfinishedText, body('Talks go on').replace('T-E-X-T-E-N-D.', ''));
  });
});

function body(text: string): string {
  return articleText(['1986', '2024-04-09', 'A truce', text]);
}
