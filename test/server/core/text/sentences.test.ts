import { assert } from 'chai';
import { endsSentence, lastWord } from '../../../../server/src/core/text/sentences';

const whole = (text: string) => ({ start: 0, end: text.length });

describe('the end of a sentence', () => {
  it('is the punctuation of any script', () => {
    for (const text of [
      'Talks go on.',
      'Will they talk?',
      'They talk!',
      'And then…',
      '停战谈判失败。',
      'محادثات؟',
      'वार्ता जारी।',
    ])
      assert.isTrue(endsSentence(text, whole(text)), text);
  });

  it('may be followed by quotes, brackets and white space', () => {
    for (const text of [
      '“We stopped believing.”',
      '(Talks go on.)',
      "'It failed.'",
      '»Es ist aus.«',
      'Aus.“',
      'Over.  \n',
    ])
      assert.isTrue(endsSentence(text, whole(text)), text);
  });

  it('is not at the end of a headline, or of what is cut off', () => {
    for (const text of [
      'Truce in Gaza',
      'Talks with the U.S. envoy',
      'He said:',
      'They talk,',
      'the “truce”',
      '',
      '”',
      ' ',
    ])
      assert.isFalse(endsSentence(text, whole(text)), JSON.stringify(text));
  });

  it('is looked for in the span only', () => {
    const text = 'It failed. ” Talks';
    assert.isFalse(endsSentence(text, { start: 10, end: 12 }), 'the full stop is before the span');
    assert.isTrue(endsSentence(text, { start: 9, end: 12 }), 'the full stop is its first character');
    assert.isTrue(endsSentence(text, { start: 0, end: 10 }), 'the word is after the span');
  });
});

describe('the last word', () => {
  const last = (text: string, start = 0) => {
    const span = lastWord(text, { start, end: text.length });
    return text.slice(span.start, span.end);
  };

  it('is what white space does not part', () => {
    assert.equal(last('Truce in Gaza'), 'Gaza');
    assert.equal(last('Truce in\u00a0Gaza'), 'Gaza');
    assert.equal(last('Truce in\nGaza-City'), 'Gaza-City');
  });

  it('is the whole span where it is one word', () => {
    assert.equal(last('Truce'), 'Truce');
    assert.equal(last('Ceasefire', 5), 'fire');
    assert.equal(last(''), '');
  });
});
