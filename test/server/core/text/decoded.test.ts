import { assert } from 'chai';
import { decoded } from '../../../../server/src/core/text/decoded';

/** What is written, and what is meant. */
const SPELLINGS: readonly (readonly [written: string, meant: string])[] = [
  // Entities of HTML and XML.
  ['T&#45;E', 'T-E'],
  ['T&#0045;E', 'T-E'],
  ['T&#45E', 'T-E'],
  ['T&#x2D;E', 'T-E'],
  ['T&#X2d;E', 'T-E'],
  ['T&#x2013;E', 'T–E'],
  ['T&#150;E', 'T–E'],
  ['T&ndash;E', 'T–E'],
  ['T&NDASH;E', 'T–E'],
  ['T&hyphen;E', 'T-E'],
  ['T&dash;E', 'T-E'],
  ['T&shy;E', 'T\u00adE'],
  ['T&amp;#45;E', 'T-E'],
  ['T&amp;amp;ndash;E', 'T–E'],
  ['T&#38;#45;E', 'T-E'],
  ['D&period;', 'D.'],
  ['&#84;&#x45;', 'TE'],
  // Addresses and mail.
  ['T%2DE', 'T-E'],
  ['T%2dE', 'T-E'],
  ['T%252DE', 'T-E'],
  ['T%E2%80%93E', 'T–E'],
  ['T%u2013E', 'T–E'],
  ['T%96E', 'T–E'],
  ['T=2DE', 'T-E'],
  ['T=E2=80=93E', 'T–E'],
  ['T=E2=80=\r\n=93E', 'T–E'],
  ['T=C2=ADE', 'T\u00adE'],
  // Program texts.
  ['T\\u002dE', 'T-E'],
  ['T\\\\u2013E', 'T–E'],
  ['T\\u{2d}E', 'T-E'],
  ['T\\u{2013}E', 'T–E'],
  ['T\\U00002013E', 'T–E'],
  ['T\\x2dE', 'T-E'],
  ['T\\xe2\\x80\\x93E', 'T–E'],
  ['T<U+2013>E', 'T–E'],
  // UTF-8 in the wrong character set.
  ['Tâ€“E', 'T–E'],
  ['Tâ€”E', 'T—E'],
  ['Tâ€‘E', 'T‑E'],
  ['Tâ€\u0090E', 'T‐E'],
  ['Tâ\u0080\u0093E', 'T–E'],
  ['TÃ¢â‚¬â€œE', 'T–E'],
  ['TÃ¢\u0080\u0093E', 'T–E'],
  ['Tï¼\u008dE', 'T－E'],
  ['TâˆŸE', 'T∟E'],
  ['Tâ€"E', 'T-E'],
  ['Tâ€E', 'T-E'],
  ['TâE', 'T-E'],
  ['Tï¼E', 'T-E'],
  ['Ð¢Ð•', 'ТЕ'],
  ['T‚ÄìE', 'T-E'],
  ['TΓÇôE', 'T-E'],
  ['TÔÇôE', 'T-E'],
  ['TвЂ“E', 'T-E'],
  ['TтАУE', 'T-E'],
  ['TーE', 'T-E'],
  ['TｰE', 'T-E'],
  // Line breaks within a marker.
  ['T-E-X-\n> T-E-N-D.', 'T-E-X-T-E-N-D.'],
  ['T-E-X-\r\n    T-E-N-D.', 'T-E-X-T-E-N-D.'],
  ['T-E-X\n> -T-E-N-D.', 'T-E-X-T-E-N-D.'],
  ['T-E-X-T-E-N-D\n> > .', 'T-E-X-T-E-N-D.'],
  ['T-E-=\nX-T-E-N-=\r\nD.', 'T-E-X-T-E-N-D.'],
  ['T-E-\\\nX-T-E-N-D.', 'T-E-X-T-E-N-D.'],
  ['T-E-\n\fX-T-E-\fN-D.', 'T-E-X-T-E-N-D.'],
  ['T-E-<br>X-T-E-<wbr/>N-D.', 'T-E-X-T-E-N-D.'],
];

/** Texts in which everything is spelled as itself. */
const PLAIN = [
  '',
  'Talks go on.',
  'R&D at AT&T, 50% = half, a\\b, <b>bold</b> and <U+ZZZZ>; &amp; &hearts; and &#x110000;',
  'Cafés, naïve, Ærø, “quoted” — and so on… Straße über Öl, señor, ça va',
  'Plan\nB\n- one\n- two-\nthree',
  'the T\n-E',
  'NATO-\nE-mail',
  '一つ、データ',
];

describe('a character in another spelling', () => {
  for (const [written, meant] of SPELLINGS) {
    it(`is known in ${JSON.stringify(written)}`, () => assert.equal(decoded(written)?.text, meant));
  }

  for (const text of PLAIN) {
    it(`is not seen in ${JSON.stringify(text)}`, () => assert.isUndefined(decoded(text)));
  }

  it('is found again in the source, whole', () => {
    const source = 'so T&#45;E-\n> X-&#84;&#46; and on';
    const meant = decoded(source);
    assert.equal(meant?.text, 'so T-E-X-T. and on');
    const written = (part: string) => {
      const start = meant?.text.indexOf(part) ?? -1;
      const span = meant?.sourceOf({ start, end: start + part.length });
      return source.slice(span?.start, span?.end);
    };
    assert.equal(written('so'), 'so');
    assert.equal(written('T'), 'T');
    assert.equal(written('T-'), 'T&#45;');
    assert.equal(written('E-'), 'E-');
    assert.equal(written('X-'), 'X-');
    assert.equal(written('E-X'), 'E-\n> X');
    assert.equal(written('T-E-X-T.'), 'T&#45;E-\n> X-&#84;&#46;');
    assert.equal(written('T.'), '&#84;&#46;');
    assert.equal(written('and on'), 'and on');
  });

  it('is found in time that grows with the text only', () => {
    for (const piece of ['&amp;', '&', '%25', '\\', '=', 'Ã', 'â€', 'T-\n', '\n>', '<br>']) {
      const began = performance.now();
      decoded(piece.repeat(100_000));
      assert.isBelow(performance.now() - began, 2000, piece);
    }
  });
});
