import { assert } from 'chai';
import fc from 'fast-check';
import type { Article } from '../../../../server/src/core/parse/article';
import { parse } from '../../../../server/src/core/parse/parser';
import { applyEdits } from '../../../../server/src/core/repair/edit';
import { invisibleCharacter } from '../../../../server/src/core/rules/invisible-character';
import { articleText, markerSoup } from '../articles';
import { expectExample, expectFaithfulFixes, expectFindings, fixed, fixTitles } from './expect';

describe('invisible-character', () => {
  it('shows in its example', () => expectExample(invisibleCharacter));

  it('names the character, in any field', () => {
    expectFindings(
      invisibleCharacter,
      `
 F-N-S-T-A-R-T. {U+FEFF}1 F-N-E-N-D.  T-I-T-L-E-S-T-A-R-T. A tr{U+00AD}uce T-I-T-L-E-E-N-D.
                ^^^^^^^^ U+FEFF byte order mark, left from joining files: an invisible character. Remove it,
                                                               ^^^^^^^^ U+00AD soft hyphen: an invisible character. Remove it
 T-E-X-T-S-T-A-R-T. In Ga{U+200B}za.{U+0007} He{U+202E}re. T-E-X-T-E-N-D.
                         ^^^^^^^^ U+200B zero-width space
                                    ^^^^^^^^ U+0007 control character
                                               ^^^^^^^^ U+202E right-to-left override
      `,
    );
  });

  it('finds a run of one character once', () => {
    expectFindings(
      invisibleCharacter,
      `
 T-E-X-T-S-T-A-R-T. In{U+200B}{U+200B}{U+2060} Gaza T-E-X-T-E-N-D.
                      ^^^^^^^^^^^^^^^^ U+200B zero-width space, 2 times: invisible characters. Remove them, or keep them if the source has them.
                                      ^^^^^^^^ U+2060 word joiner
      `,
    );
  });

  it('reports many characters in one finding for the rest of each value', () => {
    const full = (count: number) => 'a\u200b'.repeat(count);
    const title = full(150);
    const text = articleText(['1986', '2024-04-09', title, `${full(2)}\ufffd\ufffd b\ufffd`]);
    const [article] = parse(text).articles as [Article];
    const findings = [...invisibleCharacter.check(article, { today: '2024-12-31', additionalFields: [] }, [])];
    assert.lengthOf(findings, 103);
    assert.deepEqual(
      findings.slice(100).map(({ message }) => message.slice(0, 85)),
      [
        'From here on, there are invisible characters in 50 more places of this value. Remove ',
        'From here on, bytes could not be decoded in 2 more places of this value. Write what t',
        'From here on, there are invisible characters in 2 more places of this value. Remove t',
      ],
    );
    const removed = applyEdits(text, findings[100]?.fixes?.[0]?.edits ?? []);
    assert.equal(removed, text.replace(title, `${full(100)}${'a'.repeat(50)}`));
  });

  it('says what U+FFFD means, and offers no fix', () => {
    const text = `
 T-E-X-T-S-T-A-R-T. Isra{U+FFFD}l T-E-X-T-E-N-D.
                        ^^^^^^^^ U+FFFD replacement character: bytes could not be decoded here.
    `;
    expectFindings(invisibleCharacter, text);
    assert.deepEqual(fixTitles(invisibleCharacter, text), []);
  });

  it('leaves white space, variation selectors and visible characters alone', () => {
    healthy('a\tb\nc\r\nd\u0085e\u00a0f\u202fg\u2009h\u2028i\u3000j');
    healthy('❤\ufe0f – “é” e\u0301 ✈\ufe0e 𝒜 \ud83d');
  });

  it('leaves joiners alone that make an emoji', () => {
    healthy('👩\u200d💻 👩🏽\u200d💻 ❤\ufe0f\u200d🔥 🏳\ufe0f\u200d🌈 👨\u200d👩\u200d👧');
    expectFindings(
      invisibleCharacter,
      `
 T-E-X-T-S-T-A-R-T. a{U+200D}💻 T-E-X-T-E-N-D.
                     ^^^^^^^^ U+200D
      `,
    );
    expectFindings(
      invisibleCharacter,
      `
 T-E-X-T-S-T-A-R-T. 💻{U+200D} and a{U+200D}b and c{U+200C}d T-E-X-T-E-N-D.
                      ^^^^^^^^ U+200D zero-width joiner
                                    ^^^^^^^^ U+200D
                                                   ^^^^^^^^ U+200C zero-width non-joiner
      `,
    );
  });

  it('leaves joiners alone in scripts that have need of them', () => {
    healthy('می\u200cخواهم');
    healthy('क्\u200dष ശ്രീ\u200c ක්\u200dෂ');
    healthy('ها\u200c (');
    healthy('(\u200dه)');
    healthy('𞤀\u200d ꦏ\u200d 𑄇\u200c ᠠ\u200d');
    reported('a\u200cb', 'U+200C');
    reported('停\u200d戦', 'U+200D');
  });

  it('accepts a zero-width space that separates words of a script without spaces', () => {
    healthy('ការ\u200bចរចា\u200bបាន\u200bបរាជ័យ');
    healthy('การ\u200bเจรจา ການ\u200bເຈລະຈາ ဆွေး\u200bနွေး ᩅ\u200bᩤ');
    healthy('ปี\u200b2024\u200bใน\u200bGaza');
    reported('Ga\u200bza', 'U+200B');
    reported('停\u200b戦', 'U+200B');
    reported('هدنة\u200b ', 'U+200B');
    reported('กา y\u200bz', 'U+200B');
  });

  it('leaves the style of an emoji alone, where one can have it', () => {
    healthy('❤\ufe0f ✈\ufe0e ™\ufe0f ‼\ufe0f ▶\ufe0f 🕊\ufe0f ★\ufe0f 👍🏽\ufe0f');
    healthy('1\ufe0f\u20e3 #\ufe0f\u20e3 *\ufe0e\u20e3');
    reported('a\ufe0f', 'U+FE0F variation selector');
    reported(' \ufe0f', 'U+FE0F');
    reported('2\ufe0f024', 'U+FE0F');
    reported('#\ufe0fGaza', 'U+FE0F');
    reported('❤\ufe0f\ufe0f', 'U+FE0F');
    reported('❤\u200d\ufe0fx', 'U+200D', 'U+FE0F');
  });

  it('leaves each emoji alone, and each sequence of them that UTS #51 allows', () => {
    const codes = Array.from({ length: 0x20000 }, (_, code) => String.fromCodePoint(code));
    const all = codes.filter((character) => /^\p{Emoji}/u.test(character) && !/^[0-9#*]/.test(character));
    assert.isAbove(all.length, 1400);
    healthy(all.flatMap((emoji) => [emoji, `${emoji}\ufe0e`, `${emoji}\ufe0f`]).join(' '));
    const pictographs = all.filter((character) => /^\p{Extended_Pictographic}/u.test(character));
    const element = fc
      .tuple(fc.constantFrom(...pictographs), fc.constantFrom('', '\ufe0f', '🏻', '🏿'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(element, { minLength: 2, maxLength: 5 }), (elements) => healthy(elements.join('\u200d'))),
    );
  });

  it('leaves the tags of a flag alone, and finds those that hide a text as one', () => {
    const tags = (text: string) =>
      [...text].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');
    for (const region of ['gbeng', 'gbsct', 'gbwls', 'ustx', 'jp13']) healthy(`🏴${tags(region)}\u{e007f}!`);
    reported(`🏴${tags('gbeng')}`, 'U+E0067 tag character and 4 more of its kind: invisible characters. Remove them');
    reported(`🏴${tags('Obey me.')}\u{e007f}`, 'U+E004F tag character and 8 more of its kind');
    reported(`🏴${tags('gbeng')}\u{e007f}${tags('x')}`, 'U+E0078 tag character');
    reported(`Gaza${tags('gbeng')}\u{e007f}`, 'U+E0067 tag character and 5 more of its kind');
    reported('\u{e0001}Gaza', 'U+E0001 language tag');
  });

  it('leaves variants of ideographs, symbols, punctuation and letters alone', () => {
    healthy(
      '葛\u{e0100} 辻\u{e0101} 神\ufe00 ∩\ufe00 𝒜\ufe00 ，\ufe01 “\ufe00 0\ufe00 က\ufe00 ꡖ\ufe00 𐫅\ufe00 𓀀\ufe00',
    );
    reported('a\ufe00', 'U+FE00 variation selector');
    reported('か\u{e0100}', 'U+E0100 variation selector');
    reported('😀\u{e0158}\u{e0155}\u{e015c}', 'U+E0158 variation selector and 2 more of its kind');
    reported('葛\u{e0100}\u{e0101}', 'U+E0101');
  });

  it('leaves what Mongolian letters need alone', () => {
    healthy('ᠨ\u180b ᠨ\u180c ᠨ\u180d ᠨ\u180f ᠨ\u180eᠠ ᠨ\u180b\u180eᠠ');
    reported('a\u180b', 'U+180B Mongolian free variation selector one');
    reported('a\u180eb', 'U+180E Mongolian vowel separator');
    reported('ᠨ\u180b\u180b', 'U+180B');
    reported('a\u180fb', 'U+180F');
  });

  it('leaves fillers alone in a syllable of conjoining Hangul letters only', () => {
    healthy('\u115fᅡ ᄀ\u1160 \u115f\u1160ᆨ');
    reported('\u115f', 'U+115F Hangul choseong filler');
    reported('a\u1160', 'U+1160 Hangul jungseong filler');
    reported('가자\u3164휴전', 'U+3164 Hangul filler');
    reported('ㄱ\uffa0', 'U+FFA0 halfwidth Hangul filler');
  });

  it('leaves a combining grapheme joiner alone before a combining mark only', () => {
    healthy('ירושל\u05b7\u034f\u05b4ם u\u034f\u0308');
    reported('c\u034fh', 'U+034F combining grapheme joiner');
    reported('Gaza\u034f\u034f ', 'U+034F combining grapheme joiner, 2 times');
  });

  it('leaves controls of shorthand and music alone within these', () => {
    healthy('𛰂\u{1bca0}𛰃 \u{1d173}𝅘𝅥𝅮\u{1d174}');
    reported('a\u{1bca0}b', 'U+1BCA0');
    reported('a\u{1d173}b', 'U+1D173');
  });

  it('finds what has no place in a text at all', () => {
    for (const character of '\u00ad\u17b4\u17b5\u2060\u2061\u2062\u2063\u2064\u2065\u206a\u206b\u206c\u206d\u206e\u206f\ufff0\ufff9\ufffa\ufffb') {
      const name = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
      for (const beside of ['a', '停', 'ក', 'م', '😀', '∩', '']) reported(`x ${beside}${character}${beside}`, name);
    }
  });

  it('says of a byte order mark where it comes from', () => {
    reported('In Ga\ufeffza', 'U+FEFF byte order mark, left from joining files: an invisible character. Remove it');
    reported(
      '\ufeff\ufeffGaza',
      'U+FEFF byte order mark, 2 times, left from joining files: invisible characters. Remove them',
    );
    assert.deepEqual(fixTitles(invisibleCharacter, body('In Ga\ufeffza')), ['Remove U+FEFF byte order mark']);
  });

  it('gives the same verdict wherever the same characters occur', () => {
    const around = fc.constantFrom('a', '❤', '1', 'م', '🏴', 'ᠨ', '葛', 'ក', ' ', '\u20e3', '');
    const unseen = fc.constantFrom(
      '\u200d',
      '\ufe0f',
      '\u200b',
      '\u180b',
      '\u{e0067}',
      '\u{e007f}',
      '\u{e0100}',
      '\u200f',
    );
    const text = fc.array(fc.oneof(around, unseen), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (each) => {
        const once = messagesIn(`xx${each}xx`);
        assert.deepEqual(messagesIn(`xx${each}xx xx${each}xx`), [...once, ...once]);
      }),
    );
  });

  it('leaves direction marks alone in a value with right-to-left letters', () => {
    healthy('He wrote: שלום\u200f!');
    healthy('هدنة\u200e (2024)\u061c');
    expectFindings(
      invisibleCharacter,
      `
 T-E-X-T-S-T-A-R-T. Gaza{U+200F}! Is{U+200E} it{U+061C}? T-E-X-T-E-N-D.
                        ^^^^^^^^ U+200F right-to-left mark
                                    ^^^^^^^^ U+200E left-to-right mark
                                               ^^^^^^^^ U+061C Arabic letter mark
      `,
    );
    expectFindings(
      invisibleCharacter,
      `
 T-E-X-T-S-T-A-R-T. שלום{U+2067} T-E-X-T-E-N-D.
                        ^^^^^^^^ U+2067 right-to-left isolate
      `,
    );
  });

  it('looks at values only, and only between their own markers', () => {
    expectFindings(invisibleCharacter, '\ufeff F-N-S-T-A-R-T. 1 F-N-E-N-D. \u200b ');
    expectFindings(invisibleCharacter, body('Ga\u200bza.').replace('T-E-X-T-E-N-D.', ''));
  });

  it('removes the characters', () => {
    const text = body('In Ga\u200b\u200bza.');
    assert.equal(fixed(invisibleCharacter, text), body('In Gaza.'));
    assert.deepEqual(fixTitles(invisibleCharacter, text), ['Remove U+200B zero-width space']);
  });

  it('changes nothing but the value', () => {
    const texts = markerSoup.map((soup) => soup.replaceAll('Gaza.', 'T-E-X-T-S-T-A-R-T. \u200b\u0007 T-E-X-T-E-N-D.'));
    expectFaithfulFixes(invisibleCharacter, texts);
  });
});

function healthy(text: string): void {
  expectFindings(invisibleCharacter, body(text));
}

/** Holds a text to findings whose messages begin so. */
function reported(text: string, ...messages: readonly string[]): void {
  const found = messagesIn(text);
  assert.lengthOf(found, messages.length, JSON.stringify(text));
  for (const [i, message] of messages.entries()) assert.equal(found[i]?.slice(0, message.length), message);
}

function messagesIn(text: string): readonly string[] {
  const [article] = parse(body(text)).articles as [Article];
  return [...invisibleCharacter.check(article, { today: '2024-12-31', additionalFields: [] }, [])].map(
    ({ message }) => message,
  );
}

function body(text: string): string {
  return articleText(['1986', '2024-04-09', 'A truce', text]);
}
