/** Ways to spell a marker that are none: each is one finding, which restores every byte. */
import { assert } from 'chai';
import { evenlyJoined, joinedOtherwise } from '../../../../server/src/core/markers/foreignJoints';
import { misread } from '../../../../server/src/core/markers/misread';
import { nearMisses } from '../../../../server/src/core/markers/nearMiss';
import { articleText, MARKERS } from '../articles';
import { findingsIn, fixed } from '../findings';

const each = (joint: string) => (marker: string) => marker.replaceAll('-', joint);
const one = (joint: string) => (marker: string) =>
  marker.replace(/-(?=[A-Z]-[A-Z]-?[A-Z]?\.)|-(?=[A-Z]\.)/, () => joint);
const letters = (written: (code: number) => string) => (marker: string) =>
  marker.replace(/[A-Z]/g, (letter) => written(letter.charCodeAt(0)));
const stop = (end: string) => (marker: string) => marker.slice(0, -1) + end;
const read = (from: string, to: string) => (marker: string) => marker.replaceAll(from, to);

const HEXADECIMAL = (code: number) => code.toString(16).toUpperCase();

/** What may be in place of a hyphen, of one or of all. */
const JOINTS = [
  ...['–', '—', '‐', '‑', '―', '−', '\u00ad', '~', '_', '·', '•', '¯', '¬', '＿', '－', '\ufffd'],
  ...['\0', '\u001e', '\u001f', '\u0096', 'ー', 'ｰ', '─', '━', '一', '➖', '⸺', '~', '^', "'", '='],
  ...[
    '&#45;',
    '&#x2D;',
    '&#X2d;',
    '&#x2013;',
    '&ndash;',
    '&#8211;',
    '&hyphen;',
    '&dash;',
    '&shy;',
    '&amp;#45;',
    '&#45',
  ],
  ...['%2D', '%2d', '%E2%80%93', '=2D', '=E2=80=93', '\\u002d', '\\u2013', '\\x2d', '\\u{2013}', '<U+2013>'],
  ...['â€“', 'â€”', 'â€‘', 'â€\u0090', 'â\u0080\u0093', 'Ã¢â‚¬â€œ', 'ï¼\u008d', 'â', '‚Äì', 'вЂ“', 'ΓÇô'],
  ...['\\342\\200\\223', '[dash]', '<hyphen/>', '{-}', '***', '¤¤'],
];

const SPELLINGS: Readonly<Record<string, (marker: string) => string>> = {
  'letters as numbers': letters((code) => `&#${code};`),
  'letters as hexadecimal numbers': letters((code) => `&#x${HEXADECIMAL(code)};`),
  'letters as in addresses': letters((code) => `%${HEXADECIMAL(code)}`),
  'letters as in JSON': letters((code) => `\\u00${HEXADECIMAL(code)}`),
  'two letters doubled with their hyphens': (marker) => marker.replace(/([A-Z]-)(.*)([A-Z]-)/, '$1$1$2$3$3'),
  'a letter three times': (marker) => marker.replace(/-([A-Z]-)/, '-$1$1$1'),
  'escaped angle brackets around it': (marker) => `&lt;${marker}&gt;`,
  'escaped quotation marks around it': (marker) => `&quot;${marker}&quot;`,
  'I read as l': read('I', 'l'),
  'T read as 7': read('T', '7'),
  'T read as 1': read('T', '1'),
  'E read as F': read('E', 'F'),
  'S read as 5, A as 4': (marker) => marker.replaceAll('S', '5').replaceAll('A', '4'),
  'D read as O': read('D', 'O'),
  'N read as M': read('N', 'M'),
  'D read as 0': read('D', '0'),
  'R read as P, X as K': (marker) => marker.replaceAll('R', 'P').replaceAll('X', 'K'),
  'a full stop as a number': stop('&#46;'),
  'a full stop as in addresses': stop('%2E'),
  'a full stop as in mail': stop('=2E'),
  'quoted by a mail program': (marker) => marker.replace(/-(?=[A-Z]-[A-Z]\.)/, '-\n> '),
  'quoted twice': (marker) => marker.replace(/-(?=[A-Z]-[A-Z]\.)/, '-\r\n>> '),
  'wrapped before a hyphen': (marker) => marker.replace(/(?=-[A-Z]\.)/, '\n> '),
  'wrapped before its full stop': (marker) => marker.replace('.', '\n> .'),
  'wrapped and indented': (marker) => marker.replace(/-(?=[A-Z]-[A-Z]\.)/, '-\r\n    '),
  'a soft line break of mail': (marker) => marker.replace(/-(?=[A-Z]-[A-Z]\.)/, '=\n-'),
  'a line break of HTML': (marker) => marker.replace(/-(?=[A-Z]-[A-Z]\.)/, '-<br>'),
  ...Object.fromEntries(JOINTS.map((joint) => [`${JSON.stringify(joint)} for each hyphen`, each(joint)])),
  ...Object.fromEntries(JOINTS.map((joint) => [`${JSON.stringify(joint)} for one hyphen`, one(joint)])),
};

const ARTICLE = articleText(['1986', '2024-04-09', 'Truce in sight', 'Talks go on. A deal is near.']);
const NEXT = ARTICLE.replace('1986', '1987');
const LINES = ARTICLE.trim().replaceAll(/ (?=\S+E-N-D\.)|(?<=S-T-A-R-T\.) | {2}/g, '\r\n');

const LAYOUTS: readonly (readonly [name: string, healthy: string, article: string])[] = [
  ['alone', ARTICLE, ARTICLE],
  ['third of five', `${NEXT}${NEXT}${ARTICLE}${NEXT}${NEXT}`, ARTICLE],
  ['in lines', `${LINES}\r\n`, LINES],
];

describe('a marker in another spelling', () => {
  for (const [name, misspell] of Object.entries(SPELLINGS)) {
    it(`is known and restored: ${name}`, () => {
      for (const marker of MARKERS.filter((each) => misspell(each) !== each)) {
        for (const [layout, healthy, article] of LAYOUTS) {
          const at = healthy.indexOf(article) + article.indexOf(marker);
          const written = misspell(marker);
          const text = healthy.slice(0, at) + written + healthy.slice(at + marker.length);
          const found = findingsIn(text);
          const where = `${JSON.stringify(written)}, ${layout}`;
          assert.deepEqual(
            found.map(({ code, article, span }) => [code, article.text.slice(span.start, span.end)]),
            [['misspelled-marker', written]],
            where,
          );
          assert.equal(found[0] && fixed(text, found[0]), healthy, where);
        }
      }
    });
  }

  for (const [name, wrap] of Object.entries({
    'after the same letter': (text: string) => text.replaceAll(/T-(?=E-X-T-[SE])/g, 'T-\n'),
    'after the same letter, and quoted': (text: string) => text.replaceAll(/T-I-(?=T-L-E-[SE])/g, 'T-I-\r\n> '),
    'with an entity for the same hyphen': (text: string) => text.replaceAll(/D-(?=A-T-E-[SE])/g, 'D&#45;'),
  })) {
    it(`is known in both markers of a field, which are no pair of another: ${name}`, () => {
      for (const [, healthy, article] of LAYOUTS) {
        const text = healthy.replace(article, wrap);
        const found = findingsIn(text);
        assert.deepEqual(
          found.map(({ code }) => code),
          ['misspelled-marker', 'misspelled-marker'],
        );
        for (const finding of found) assert.include(healthy, finding.fixes?.[0]?.edits[0]?.text ?? '?');
      }
    });
  }

  it('ends where it would end in a text without escapes', () => {
    const text = (dash: string) => `Talks ${dash} on. T-E-X-T-E-N-D`;
    const ends = (dash: string, next: string) =>
      [...nearMisses(text(dash) + next, 0, text(dash).length)].map(({ start, end }) => text(dash).slice(start, end));
    for (const next of [' F-N-S-T-A-R-T.', 'F-N-S-T-A-R-T.', '1.', 'of', ''])
      assert.deepEqual(ends('&ndash;', next), ends('–', next), next);
  });

  it('is not seen in words of which too few letters are right, or whose hyphens are ordinary', () => {
    const found = (finder: typeof misread, word: string) => [...finder(word, 0, word.length)];
    assert.lengthOf(found(misread, '7-I-7-L-F-E-N-D.'), 1);
    assert.isEmpty(found(misread, '7-1-7-1-F-F-M-0.'));
    assert.isEmpty(found(misread, 'T-I-T-L-E-E-N-Q.'));
    assert.lengthOf(found(evenlyJoined, 'T[]E[]X[]T[]E[]N[]D.'), 1);
    for (const joint of ['-', ' ', '.', ' – ']) assert.isEmpty(found(evenlyJoined, `TEXTEND`.split('').join(joint)));
    assert.lengthOf(found(joinedOtherwise, 'T-E-X-T-E<->N-D.'), 1);
    for (const word of ['T-E-X-T-E-N-D.', 'T-E-X-TandE-N-D.', 'T-E-X-T-E-N-D-E-N-D.', 'D-A-T-E<->N-D.'])
      assert.isEmpty(found(joinedOtherwise, word), word);
  });

  it('is not seen in prose that holds escapes, mojibake, and letters that are joined', () => {
    for (const prose of [
      'AT&amp;T said &#8211; and &ndash; that 50%20 = 2D, \\u2013 or \\x2d, is not â€“ but â€” a dash.',
      'The T[dash]E[dash]A and the S&#45;T&#45;A&#45;R are D%2DDay names.',
      'From A to Z: F=N, D=A, T=E and T+E+X is a sum. The T-1-T-L crane.',
      'Wrapped A-\n> B testing, F-\n    16 and T-\n> Mobile; E\n-mail.',
      'Fun, Nice, Sun, Tea, Air, Run, Tin: F N S T A R T are their letters.',
    ])
      for (const values of [
        ['1986', '2024-04-09', prose.split('\n')[0] ?? '', 'Talks.'],
        ['1986', '2024-04-09', 'Truce', prose],
      ] as const) {
        assert.deepEqual(findingsIn(articleText(values)), [], prose);
        assert.lengthOf(findingsIn(articleText(values).replace('D-A-T-E-E-N-D.', '')), 1, prose);
      }
  });
});
