import { assert } from 'chai';
import { outOfPlace } from '../../../../server/src/core/text/inPlace';
import { invisibleSequences, nameOf } from '../../../../server/src/core/text/invisible';

/** The invisible characters of a text that are out of place, by their code points. */
function found(text: string): string {
  return [...invisibleSequences(text)]
    .flatMap((sequence) => [...outOfPlace(text, sequence)])
    .map(({ start }) => nameOf(text.slice(start)).split(' ')[0])
    .join(' ');
}

describe('an invisible character is in place', () => {
  it('where it is part of how a language is written, and in no news in English', () => {
    const inPlace: Record<string, string> = {
      'می\u200cخواهم': 'non-joiner in Persian',
      'ה\u200d': 'joiner after a Hebrew letter',
      '\u200dक': 'joiner before a letter of Hindi',
      'ক\u200d্ষ': 'joiner in Bengali',
      'ᠮ\u200dᠣ': 'joiner in Mongolian',
      'བོད\u200cཡིག': 'non-joiner in Tibetan',
      'ភាសា\u200bខ្មែរ': 'zero-width space in Khmer',
      '\u200bไทย': 'zero-width space before Thai',
      'ລາວ\u200b': 'zero-width space after Lao',
      'မြန်\u200cမာ': 'non-joiner in Burmese',
      'ᠠ\u180b': 'variation selector of Mongolian',
      'ᠠ\u180f': 'the fourth of them',
      'ᠠ\u180eᠠ': 'vowel separator',
      'ᄀ\u1160': 'filler after a first consonant',
      '\u1160ᆨ': 'filler before a last consonant',
      '\u115fᅡ': 'filler before a vowel',
      'a\u034f\u0308': 'grapheme joiner before a mark',
      '葛\u{e0100}': 'variant of an ideograph',
      '芦\ufe00': 'standardized variant of an ideograph',
      '≨\ufe00': 'variant of a symbol',
      '“\ufe00': 'variant of a quotation mark',
      '0\ufe00': 'zero with a slash',
    };
    for (const [text, what] of Object.entries(inPlace)) assert.equal(found(text), '', what);
  });

  it('in an emoji', () => {
    for (const text of [
      '❤\ufe0f',
      '☎\ufe0e',
      '👩\u200d🚀',
      '👩🏽\u200d🚀',
      '1\ufe0f\u20e3',
      '#\ufe0f\u20e3',
      '🏳\ufe0f\u200d🌈',
    ])
      assert.equal(found(text), '', text);
  });

  it('in the flag of a region', () => {
    const tags = (letters: string) =>
      [...letters].map((letter) => String.fromCodePoint(0xe0000 + (letter.codePointAt(0) as number))).join('');
    const end = '\u{e007f}';
    assert.equal(found(`🏴${tags('gbeng')}${end}`), '');
    assert.equal(found(`🏴${tags('usca')}${end} won`), '');
    assert.notEqual(found(`🏴${tags('gbeng')}`), '', 'without its end');
    assert.notEqual(found(`🏴${tags('gb')}${end}`), '', 'too short');
    assert.notEqual(found(`🏳${tags('gbeng')}${end}`), '', 'another flag');
    assert.equal(found(`🏴${tags('gbeng')}${end}\u200b`), 'U+200B', 'only the flag is in place');
  });
});

describe('an invisible character is out of place', () => {
  it('between Latin letters, whatever it is', () => {
    const all =
      '\u00ad \u034f \u115f \u1160 \u17b4 \u180b \u180e \u180f \u200b \u200c \u200d \u2060 \ufe00 \ufe0f \ufeff \u{e0100} \u{1bca0} \u{1d173}'.split(
        ' ',
      );
    for (const character of all) {
      const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
      assert.equal(found(`Tel${character}Aviv`), `U+${code}`);
    }
  });

  it('on the wrong side of what needs it', () => {
    const wrong: Record<string, string> = {
      '\u180bᠠ': 'a variation selector of Mongolian before its letter',
      '\ufe0f❤': 'the style of an emoji before it',
      '\ufe00芦': 'a variation selector before its ideograph',
      '\u{e0100}葛': 'the same',
      'a\u0308\u034fb': 'a grapheme joiner after the mark',
      'ᅡ\u115f': 'a filler after the vowel',
      'ᆨ\u1160a': 'a filler after the last consonant',
      '1\ufe0f': 'a keycap without its cap',
      'a\ufe0f\u20e3': 'a cap on a letter',
      '👩\u200da': 'an emoji joined to a letter',
      'a\u200d🚀': 'a letter joined to an emoji',
      '\u200d🚀': 'a joiner with nothing before it',
      '👩\u200d': 'a joiner with nothing after it',
      'ไ\ufe00': 'a variant of a letter that has none',
      'ไ \u200b a': 'a zero-width space beside a space',
    };
    for (const [text, what] of Object.entries(wrong)) assert.notEqual(found(text), '', what);
  });

  it('right after another one on which it does not depend', () => {
    assert.equal(found('❤\ufe0f\ufe0f'), 'U+FE0F', 'the second style');
    assert.equal(found('ᠠ\u180b\u180c'), 'U+180C', 'the second variant');
  });

  it('at the beginning and the end of a text', () => {
    assert.equal(found('\u200bTruce'), 'U+200B');
    assert.equal(found('Truce\u200b'), 'U+200B');
    assert.equal(found('\u200b'), 'U+200B');
  });

  it('among others, each by itself, in order', () => {
    assert.equal(found('a\u200b\u00ad\u2060\u200bb'), 'U+200B U+00AD U+2060 U+200B');
    assert.equal(found('𝒜\u200b\u{1d173}b'), 'U+200B U+1D173');
  });

  it('in shorthand and music only elsewhere', () => {
    assert.equal(found('𛰀\u{1bca0}𛰁'), '');
    assert.equal(found('\u{1bca0}𛰁'), '');
    assert.equal(found('𝅘𝅥\u{1d173}𝅘𝅥'), '');
    assert.equal(found('a\u{1d173}𝅘𝅥'), '');
    assert.equal(found('𛰀\u{1d173}a'), 'U+1D173');
    assert.equal(found('𝄞\u{1bca0}a'), 'U+1BCA0');
  });
});
