/** Healthy articles as news has them, as raw text. Nothing of the product is used: the proof would prove itself. */
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';

export const MARKERS = [
  'F-N-S-T-A-R-T.',
  'F-N-E-N-D.',
  'D-A-T-E-S-T-A-R-T.',
  'D-A-T-E-E-N-D.',
  'T-I-T-L-E-S-T-A-R-T.',
  'T-I-T-L-E-E-N-D.',
  'T-E-X-T-S-T-A-R-T.',
  'T-E-X-T-E-N-D.',
] as const;

/** The four values of an article. */
export type Values = readonly [number: string, date: string, title: string, text: string];

export const LAYOUTS = ['line', 'LF', 'CRLF'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** An article in a document. */
export interface ArticlePlace {
  /** Where it begins and ends, with the white space after it. */
  readonly from: number;
  readonly to: number;
  /** Where each of its eight markers begins. */
  readonly starts: readonly number[];
}

/** The text of an article, with the white space of its layout around it. */
function articleOf(values: Values, layout: Layout): string {
  const end = layout === 'CRLF' ? '\r\n' : '\n';
  const fields = values.map((value, i) => [MARKERS[i * 2], value, MARKERS[i * 2 + 1]]);
  if (layout === 'line') return ` ${fields.map((field) => field.join(' ')).join('  ')} `;
  return fields.flat().join(end) + end;
}

/** Articles one after another, and where they are. */
export function documentOf(articles: readonly Values[], layout: Layout): { text: string; places: ArticlePlace[] } {
  const between = { line: '', LF: '\n', CRLF: '\r\n' }[layout];
  const places: ArticlePlace[] = [];
  let text = '';
  for (const [i, values] of articles.entries()) {
    const from = text.length;
    text += articleOf(values, layout) + (i + 1 < articles.length ? between : '');
    places.push({ from, to: text.length, starts: MARKERS.map((marker) => text.indexOf(marker, from)) });
  }
  return { text, places };
}

const fixtures = path.resolve(import.meta.dirname, '../../fixtures');

const SENTENCES = [
  'All is well.',
  'Talks will go on in Geneva on 9 April, said Ms. Okafor.',
  'The UN asked for U.S. $4.5 million (about 3 million euros).',
  'Why did nobody warn the 1,200 villagers?',
  '“We lost everything,” said a T-shirt maker in N’Djamena.',
  'A B-52 and two F-16s left Diego Garcia at 06:30 GMT; an X-ray of their I-beams was fine!',
  'É muito cedo para dizer, afirmou o ministro.',
  'I would do it again.',
  'He called it “a test for NATO”.',
  'See www.example.org/a-b-c for more (in English).',
  ...['gettysburg-address.txt', 'pride-and-prejudice.txt'].flatMap((file) =>
    fs
      .readFileSync(path.join(fixtures, file), 'utf8')
      .trim()
      .split(/(?<=[.!?]”?)\s+(?=[“A-Z])/),
  ),
];

/** How headlines begin and end: names, capitals, figures, questions, quotations. */
const FIRST_WORDS = [
  ...['Truce in', 'Big', 'UN warns', '10 dead as storm reaches', '“Enough”:', 'A day in', 'EU:', 'Ukraine: war in'],
  ...['Élan for', 'The T-bill and', 'De Gaulle and', 'Is it', 'NATO, U.S. agree on', 'I was wrong about'],
];
const LAST_WORDS = [
  ...['Geneva', 'win', 'UN', 'U.S.', 'in 1986', '4.5%', 'Why?', '“never”', 'Anne de Ruyter', 'G-20', 'FIFA', 'EU'],
  ...['Plan B', 'yes!', 'Côte d’Ivoire', 'e-mail', '$5 million', 'MI-6', '(again)', 'NATO troops'],
];

/** So rare that they must not count in the shares, but no value may be wrong beside them. */
const ODD_WORDS = [
  'iPhones',
  'X',
  'A-Z',
  'AT&T',
  'ID',
  'Vitamin D',
  '#MeToo',
  'Text',
  'T. S. Eliot',
  'Title',
  'the end',
  'Model T',
  ...[
    '‘It was hell’:',
    'Opinion |',
    '@UN',
    '[Video]',
    '$5m',
    '24/7',
    '3-D',
    '– Reuters',
    'von der Leyen',
    'غزة',
    '平和',
  ],
];

const ODD_SENTENCES = [
  'كل شيء بخير.',
  '一切都好。',
  'T. S. Eliot wrote it.',
  '• Talks go on.',
  'GAZA (Reuters) – Talks go on.',
  '(AFP)',
  'Follow us @BBC',
  'pic.twitter.com/AbC',
  '-30-',
];

const mostly = (usual: readonly string[], odd: readonly string[]) =>
  fc.oneof({ weight: 199, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...odd) });

/** The number that a producer gives, or the name of a file. */
const number = mostly(
  ['1986', '7', '12', '00345', '2874512034.xml', '20240409'],
  ['article_12', 'lf_4.txt', 'articles-3', '2024-04-09_1.xml', 'F12', 'FT_2024.xml'],
);

const date = fc
  .tuple(fc.integer({ min: 1987, max: 2024 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, ...rest]) => [year, ...rest.map((part) => String(part).padStart(2, '0'))].join('-'));

const title = fc.tuple(mostly(FIRST_WORDS, ODD_WORDS), mostly(LAST_WORDS, ODD_WORDS)).map((words) => words.join(' '));

/** One to many sentences. A few end in a bracket, a quotation mark or an ellipsis, or within the sentence. */
const text = fc
  .tuple(
    fc.array(mostly(SENTENCES, ODD_SENTENCES), { minLength: 1, maxLength: 12 }),
    fc.constantFrom(...['', '', '', '', '', '', ' (AFP.)', ' ‘Never again.’', ' And so on…', ' More follows']),
  )
  .map(([sentences, last]) => sentences.join(' ') + last);

export const values: fc.Arbitrary<Values> = fc.tuple(number, date, title, text);
