/** Articles for tests, certain ones and random ones, healthy and damaged. */
import fc from 'fast-check';
import { FIELDS, markerText } from '../../../server/src/core/format';

/** The markers of the format, in the order of a healthy article. */
export const MARKERS = FIELDS.flatMap(({ marker }) => [markerText(marker, 'start'), markerText(marker, 'end')]);

/** Values as news has them, and unusual ones. */
export const prose = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          'A',
          'truce',
          'in',
          'Gaza.',
          'U.S.',
          'e-mail',
          'F-16',
          '“was',
          'never”',
          '–',
          '🕊️',
          '  ',
        ),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '\n',
          '\r\n',
          '\r',
          '\t',
          'A-B-C',
          'S-T-O-P.',
          'E-N-D.',
          '-E-N-D.',
          'T-E-X',
          '\u00a0',
          '\ud83d',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    { maxLength: 12 },
  )
  .map((words) => words.join(' '));

export const date = fc
  .record({
    year: fc.integer({ min: 1900, max: 2024 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

/**
 * A line-layout article as the producers write it: a space, the fields separated by two spaces, a space. `values` are those of
 * the required fields.
 */
export function articleText(values: readonly string[]): string {
  const fields = FIELDS.filter(({ required }) => required).map(
    (row, i) => `${markerText(row.marker, 'start')} ${values[i]} ${markerText(row.marker, 'end')}`,
  );
  return ` ${fields.join('  ')} `;
}

/** A small article, of which each number makes another one. */
export function article(number: number, day = '2024-04-09'): string {
  return articleText([`${number}`, day, `Truce ${number}`, `Talks ${number}.`]);
}

/** An article with so much wrong that the fixes of one round change what those of the next one mean. */
export const WRECK =
  ' F-N-STT-A-R-T. 3312 T-NlE-N-D.  D-A-T-E-S-TxA-R-T. 2019-01-T3 D-A-T-E-E-N-D.  T-I-T-L-E-S-x-A-R-T. What a fine thing for our girls!” T-I-T-.-T-E-N--.  TE-X-T-S-T-.-R-T. TBut it is,” returned she- “for Mrs. Long has just been here, and she told me all about it.” T-E.X-T-E-N-D. ';

/** Is in no calendar. */
export const BAD_DAY = '2024-02-30';

export const healthyArticle = fc
  .tuple(fc.nat(99999).map(String), date, fc.constant('A truce in Gaza'), prose)
  .map((values) => articleText(values));

export const healthyDocument = fc.array(healthyArticle, { maxLength: 4 }).map((articles) => articles.join(''));

/** Words as news has them, among them such as look like markers. */
const newsWord = fc.constantFrom(
  ...'A truce in Gaza was never going to be easy. Weeks of talks with the U.S. envoy, an F-16 and e-mail; D-Day. A-B-C S-T-O-P.'.split(
    ' ',
  ),
  ...[
    '“We',
    'stopped',
    'believing”',
    'café',
    '–',
    '…',
    '🕊️',
    '👩‍🚀',
    'T-S-E',
    'Tel\u00a0Aviv',
    'نعم',
    'T-R-E-N-D.',
    'I',
    'a',
    '1,200',
    '(133)',
  ],
);

export const newsText = fc
  .array(fc.tuple(newsWord, fc.constantFrom(' ', ' ', ' ', '  ', '       ')), { minLength: 1, maxLength: 60 })
  .map((words) => words.flat().join('').trim());

/** One or several articles, whose headlines and texts are made by `words`. */
function articlesOf(words: fc.Arbitrary<string>, most: number): fc.Arbitrary<string> {
  const values = fc.tuple(fc.integer({ min: 1, max: 99999 }).map(String), date, words, words);
  return fc.array(values, { minLength: 1, maxLength: most }).map((articles) => articles.map(articleText).join(''));
}

/** One healthy article, and one or several, with values as real ones have them. */
export const realisticArticle = articlesOf(newsText, 1);
export const realisticDocument = articlesOf(newsText, 4);

const fewWords = fc.subarray(['Talks', 'go', 'on', 'in', 'Gaza.'], { minLength: 1 }).map((words) => words.join(' '));

/** One or two healthy articles of a few words each, so that most of the document is markers. */
export const shortDocument = articlesOf(fewWords, 2);

/** The same articles with each marker and each value on its own line, separated by empty lines. */
export const fieldsDocument = fc
  .tuple(fc.oneof(shortDocument, realisticDocument), fc.constantFrom('\n', '\r\n'))
  .map(([text, lineEnd]) =>
    text
      .trim()
      .replaceAll(/(E-N-D\.) {2}(?=F-N-S)/g, `$1${lineEnd}${lineEnd}`)
      .replaceAll(/(E-N-D\.) {2}(?=[A-Z]-)/g, `$1${lineEnd}`)
      .replaceAll(/(?<=S-T-A-R-T\.) | (?=(?:F-N|D-A-T-E|T-I-T-L-E|T-E-X-T)-E-N-D\.)/g, lineEnd)
      .concat(lineEnd),
  );

const piece = fc.oneof(
  fc.constantFrom(...FIELDS.flatMap((row) => [markerText(row.marker, 'start'), markerText(row.marker, 'end')])),
  fc.constantFrom('S-O-U-R-C-E-S-T-A-R-T.', 'S-O-U-R-C-E-E-N-D.', ' ', '  ', '\r\n', 'F-N-S-T-A-R-T', '-', 'T', '.'),
  fc.constantFrom(
    '\n<<<<<<< HEAD\n',
    '\n=======\n',
    '\n>>>>>>> branch\n',
    'E-N-D.',
    'T-I-T',
    '1986 F-N-S-T-A-R-T. F-N-E-N-D. ',
  ),
  prose,
);

/** Markers and text in any order. */
export const markerSoup = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

/** So many markers in no order: the same for the same number. */
export function jumbleOf(length: number): string {
  const markers = FIELDS.flatMap((row) => [markerText(row.marker, 'start'), markerText(row.marker, 'end')]);
  let seed = length;
  return Array.from({ length }, () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return `${markers[(seed >> 16) % markers.length]} `;
  }).join('');
}

/** Articles, jumbles, soups and texts that end in an article's last marker, in any order. */
export const jumbledDocument = fc
  .array(
    fc.oneof(
      fc.integer({ min: 40, max: 300 }).map(jumbleOf),
      healthyArticle,
      markerSoup,
      fc.constantFrom(
        'Talks go on. ',
        'T-E-X-T-E-N-D. ',
        'T-I-T-L-E-E-N-D. T-E-X-T-S-T-A-R-T. T-E-X-T-E-N-D. ',
        ' F-N-S-T-A-R-T.  F-N-E-N-D. D-A-T-E-S-T-A-R-T. ',
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''));

/** Anything that may be in a file. */
export const anyDocument = fc.oneof(
  { weight: 6, arbitrary: healthyDocument },
  { weight: 6, arbitrary: markerSoup },
  { weight: 6, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: jumbledDocument },
);

/** An insertion, a deletion or a replacement; `at` and `length` are shares of the text, from 0 to 1. */
export const anyEdit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.4, noNaN: true })),
  text: fc.oneof(fc.constant(''), piece, healthyArticle),
});
