/** What the page of messages takes from the sources; tidy.test.ts checks that it is up to date. */
import { assert } from 'chai';
import { textsOf } from '../../scripts/generate/messages';

describe('the page of messages', () => {
  it('shows what is filled in, what is one of several texts, and what may be missing', () => {
    assert.deepEqual(
      textsOf(
        `\`The \${name} \${one ? 'field is' : 'fields are'} missing\${where ? \` in \${where}\` : ''}. Add \${it}.\``,
      ),
      ['The … (field is | fields are) missing[ in …]. Add ….'],
    );
    assert.deepEqual(textsOf("l10n.t('{0} was not changed. {1}', name, reason)"), ['… was not changed. …']);
  });

  it('shows what a translated message is filled with in the same way', () => {
    assert.deepEqual(textsOf(`l10n.t('{0} is closed by {1}', a, b); plural(n, '{0} file', '{0} files');`), [
      '… is closed by …',
      '… file',
      '… files',
    ]);
  });

  it('has every text once, also one in what is filled in', () => {
    assert.deepEqual(
      textsOf(
        `throw new Error(\`Nothing to do: \${count(n, 'more file')}.\`); say('more file'); say(\`Nothing to do: \${n}.\`)`,
      ),
      ['Nothing to do: ….', 'more file'],
    );
  });

  it('has no names, patterns, types, examples and pages of rules', () => {
    assert.deepEqual(
      textsOf(
        `import fs from 'not a message'; type T = 'a type here'; const a = ['word', 'article-format', '[ ab]+', 'PK\\0 zip'];
         const rule = { code: 'a', finds: 'a damage', why: 'It is bad.', example: 'Some text.', message: 'It is this.' };`,
      ),
      ['It is this.'],
    );
  });
});
