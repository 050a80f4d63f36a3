import { placeholderText } from '../../../../server/src/core/rules/placeholder-text';
import { articleText } from '../articles';
import { expectExample, expectFindings } from './expect';

describe('placeholder-text', () => {
  it('shows in its example', () => expectExample(placeholderText));

  it('finds the sentence where it is the whole text', () => {
    expectFindings(
      placeholderText,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  T-E-X-T-S-T-A-R-T.  Error in processing document  T-E-X-T-E-N-D.
                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A producer wrote this where its source
      `,
    );
  });

  it('accepts texts that only mention it, and titles', () => {
    expectFindings(placeholderText, ' T-E-X-T-S-T-A-R-T. Error in processing documents T-E-X-T-E-N-D. ');
    expectFindings(placeholderText, ' T-E-X-T-S-T-A-R-T. “Error in processing document” T-E-X-T-E-N-D. ');
    expectFindings(placeholderText, ' T-I-T-L-E-S-T-A-R-T. Error in processing document T-I-T-L-E-E-N-D. ');
  });

  it('finds nothing if a marker of the text is lost', () => {
    const text = articleText(['1986', '2024-04-09', 'A truce', 'Error in processing document']);
    expectFindings(placeholderText, text.replace('T-E-X-T-E-N-D.', ''));
  });
});
