/** Documents with user-defined fields, and tables made of them. */
import fc from 'fast-check';
import { FIELDS } from '../../../server/src/core/format';
import { parse } from '../../../server/src/core/parse/parser';
import { columnsFor } from '../../../server/src/corpus/tables/columns';
import { jsonLine } from '../../../server/src/corpus/tables/jsonLine';
import { type LineField, lineArticle } from '../../../server/src/corpus/tables/lineArticle';
import { type Losses, noLosses } from '../../../server/src/corpus/tables/losses';
import { rowsOf } from '../../../server/src/corpus/tables/rows';
import { markApart } from '../../../server/src/corpus/text/exactText';
import { date, newsText, prose } from '../core/articles';

/** The second one has the name of a column of every table. */
export const OWN = ['B-Y-L-I-N-E', 'W-O-R-D-S', 'S'];

const number = fc.oneof(fc.nat(99_999).map(String), fc.constant('2874512034.xml'));
const anyValue = fc.oneof(
  newsText,
  prose,
  fc.constantFrom('', ' ', '\r\n', '\r\nx\r\n', ' x ', '\u2028a\u0085b\u2029', 'E-N-D.'),
);
const ownField = fc.record({ letters: fc.constantFrom(...OWN), value: anyValue });

/** Fields of the format, in their order or not, with user-defined fields between them, each mostly once. */
const articleFields = fc
  .record({
    values: fc.tuple(number, date, anyValue, anyValue),
    own: fc.oneof(
      { weight: 9, arbitrary: fc.uniqueArray(ownField, { selector: ({ letters }) => letters, maxLength: 3 }) },
      { weight: 1, arbitrary: fc.array(ownField, { maxLength: 3 }) },
    ),
    places: fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
    isTurned: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  })
  .map(({ values, own, places, isTurned }) => {
    const fields: LineField[] = FIELDS.map(({ marker }, index) => ({
      letters: marker,
      value: values[index] as string,
    }));
    if (isTurned) fields.splice(1, 2, fields[2] as LineField, fields[1] as LineField);
    // Not before the number, where it would belong to the article before.
    for (const [index, field] of own.entries()) fields.splice(1 + ((places[index] ?? 0) % fields.length), 0, field);
    return fields;
  });

/** Articles whose fields, and the white space around them, are the producers' or nearly so. */
export const ownDocument = fc
  .record({
    articles: fc.array(articleFields, { minLength: 1, maxLength: 3 }),
    mark: fc.constantFrom('', '', '', '\ufeff'),
    lead: fc.constantFrom(' ', ' ', ' ', '', '\n'),
    tail: fc.constantFrom(' ', ' ', ' ', '', '\n', ' \r\n'),
  })
  .map(({ articles, mark, lead, tail }) => mark + lead + articles.map(lineArticle).join('  ') + tail);

/** The rows of a file's text, and what is incomplete in them. */
export function exported(file: string, text: string, own: readonly string[]): { jsonl: string; losses: Losses } {
  const { mark, content } = markApart(text);
  const losses = noLosses();
  const source = { file, stem: file, columns: columnsFor(own), losses, hasMark: mark !== '' };
  return { jsonl: [...rowsOf(parse(content), source)].map(jsonLine).join(''), losses };
}
