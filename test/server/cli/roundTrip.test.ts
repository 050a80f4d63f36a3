/** What `export` writes and `import` reads is the same, byte for byte, or `export` has said that it is not. */
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import fc from 'fast-check';
import { importedFiles } from '../../../server/src/cli/importedFiles';
import { FIELDS } from '../../../server/src/core/format';
import { parse } from '../../../server/src/core/parser';
import { check } from '../../../server/src/core/rules';
import { columnsFor } from '../../../server/src/corpus/columns';
import { markApart } from '../../../server/src/corpus/exactText';
import { jsonLine } from '../../../server/src/corpus/jsonLine';
import { type LineField, lineArticle } from '../../../server/src/corpus/lineArticle';
import { LOSSES, type Losses, noLosses } from '../../../server/src/corpus/losses';
import { rowsOf } from '../../../server/src/corpus/rows';
import { anyDocument, date, fieldsDocument, newsText, prose, realisticDocument } from '../core/articles';
import { folder } from './commandLine';

/** The second one has the name of a column that every table has. */
const OWN = ['B-Y-L-I-N-E', 'W-O-R-D-S', 'S'];

const number = fc.oneof(fc.nat(99_999).map(String), fc.constant('2874512034.xml'));
const anyValue = fc.oneof(newsText, prose, fc.constantFrom('', ' ', '\r\n', '\r\nx\r\n', ' x ', '\u2028a\u0085b\u2029', 'E-N-D.'));
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
    const fields: LineField[] = FIELDS.map(({ marker }, index) => ({ letters: marker, value: values[index] as string }));
    if (isTurned) fields.splice(1, 2, fields[2] as LineField, fields[1] as LineField);
    // Not before the number, where it would be another article.
    for (const [index, field] of own.entries()) fields.splice(1 + ((places[index] ?? 0) % fields.length), 0, field);
    return fields;
  });

const ownDocument = fc
  .record({
    articles: fc.array(articleFields, { minLength: 1, maxLength: 3 }),
    mark: fc.constantFrom('', '', '', '\ufeff'),
    lead: fc.constantFrom(' ', ' ', ' ', '', '\n'),
    tail: fc.constantFrom(' ', ' ', ' ', '', '\n', ' \r\n'),
  })
  .map(({ articles, mark, lead, tail }) => mark + lead + articles.map(lineArticle).join('  ') + tail);

/** As UTF-8 can hold it. */
const document = fc
  .oneof(
    { weight: 6, arbitrary: ownDocument },
    { weight: 1, arbitrary: realisticDocument },
    { weight: 1, arbitrary: fieldsDocument },
    { weight: 1, arbitrary: anyDocument },
  )
  .map((text) => Buffer.from(text).toString());

function exported(text: string, own: readonly string[]): { jsonl: string; losses: Losses } {
  const { mark, content } = markApart(text);
  const losses = noLosses();
  const source = { file: 'a.txt', columns: columnsFor(own), losses, hasMark: mark !== '' };
  return { jsonl: [...rowsOf(parse(content), source)].map(jsonLine).join(''), losses };
}

const rows = path.join(folder({}), 'rows.jsonl');

async function imported(jsonl: string): Promise<string | undefined> {
  fs.writeFileSync(rows, jsonl);
  const { files, leftOut } = await importedFiles(rows);
  assert.isEmpty(leftOut);
  let found: string | undefined;
  for await (const [name, content] of files) {
    assert.equal(name, 'a.txt');
    found = content;
  }
  return found;
}

/** Rules about the order and the content of values, which say nothing of what a table holds. */
const OF_VALUES = [
  ...['field-order', 'empty-field', 'invalid-date', 'future-date', 'placeholder-text', 'invisible-character'],
  ...['unfinished-title', 'unfinished-text', 'glued-sentences'],
];

/** Whether `check` finds nothing, and the article's ends, at which it does not look, are the producers'. */
function isHealthyLine(text: string): boolean {
  const context = { today: '2026-01-01', additionalFields: OWN };
  const severities = { 'canonical-layout': 'warning', ...Object.fromEntries(OF_VALUES.map((code) => [code, 'off'])) } as const;
  return (
    /^ [^\s].*[^\s] $/s.test(text) &&
    parse(text).articles.every(
      (article) =>
        article.fields.length > 0 &&
        check(article, context, severities).length === 0 &&
        (article.final || article.text.endsWith('.  ')) && !article.text.endsWith('   '),
    )
  );
}

describe('export and import', function () {
  this.timeout(120_000);

  it('give back every byte of which export does not say that they do not', async () => {
    const seen = { same: 0, ...noLosses() };
    await fc.assert(
      fc.asyncProperty(document, async (text) => {
        const { jsonl, losses } = exported(text, OWN);
        if (LOSSES.some((loss) => losses[loss] > 0)) {
          for (const loss of LOSSES) seen[loss] += losses[loss];
        } else if (jsonl !== '') {
          assert.equal(await imported(jsonl), text);
          seen.same++;
        }
      }),
      { numRuns: 1500 },
    );
    for (const count of [seen.same, seen.damaged, seen.spaced]) assert.isAbove(count, 50);
  });

  it('give back every byte of what check calls healthy in the line layout', async () => {
    let healthy = 0;
    await fc.assert(
      fc.asyncProperty(document, async (text) => {
        if (!isHealthyLine(text)) return;
        healthy++;
        const { jsonl, losses } = exported(text, OWN);
        assert.deepEqual(losses, noLosses());
        assert.equal(await imported(jsonl), text);
      }),
      { numRuns: 1500 },
    );
    assert.isAbove(healthy, 200);
  });

  it('lose a user-defined field only where no setting names it, and say which', () => {
    const text = ` ${lineArticle([
      ...[{ letters: 'F-N', value: '1' }, { letters: 'D-A-T-E', value: '2024-04-09' }],
      ...[{ letters: 'T-I-T-L-E', value: 'T' }, { letters: 'S', value: 'x' }, { letters: 'T-E-X-T', value: 'X' }],
    ])} `;
    assert.deepEqual(exported(text, ['B-Y-L-I-N-E']).losses, { ...noLosses(), unnamed: 1, letters: new Set(['S']) });
  });
});
