/** `import` restores byte for byte what `export` has written, or `export` has reported that it will not. */
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import fc from 'fast-check';
import { importedFiles } from '../../../server/src/cli/imports/importedFiles';
import { openTable } from '../../../server/src/cli/imports/table';
import { writeParquet } from '../../../server/src/cli/tables/parquet';
import { parse } from '../../../server/src/core/parse/parser';
import { check } from '../../../server/src/core/rules';
import { columnsFor } from '../../../server/src/corpus/tables/columns';
import { lineArticle } from '../../../server/src/corpus/tables/lineArticle';
import { LOSSES, noLosses } from '../../../server/src/corpus/tables/losses';
import type { Row } from '../../../server/src/corpus/tables/rows';
import { tableText } from '../../../server/src/corpus/tables/tableText';
import { anyDocument, fieldsDocument, realisticDocument } from '../core/articles';
import { folder } from './commandLine';
import { exported, OWN, ownDocument } from './tables';

/** Text that UTF-8 can represent. */
const document = fc
  .oneof(
    { weight: 6, arbitrary: ownDocument },
    { weight: 1, arbitrary: realisticDocument },
    { weight: 1, arbitrary: fieldsDocument },
    { weight: 1, arbitrary: anyDocument },
  )
  .map((text) => Buffer.from(text).toString());

Object.assign(globalThis, { VERSION: '0.0.0' }); // The build inserts it.

const rows = path.join(folder({}), 'rows.jsonl');

async function imported(jsonl: string): Promise<string | undefined> {
  fs.writeFileSync(rows, jsonl);
  return importedFrom(rows);
}

async function importedFrom(table: string): Promise<string | undefined> {
  const { files, leftOut } = await importedFiles(openTable(table));
  assert.isEmpty(leftOut);
  let found: string | undefined;
  for await (const [name, content] of files()) {
    assert.equal(name, 'a.txt');
    found = content;
  }
  return found;
}

/** Rules about the order and the content of values, which do not affect whether a table is complete. */
const OF_VALUES = [
  ...['field-order', 'empty-field', 'invalid-date', 'future-date', 'placeholder-text', 'invisible-character'],
  ...['unfinished-title', 'unfinished-text', 'glued-sentences'],
];

/**
 * Whether `check` finds nothing, and both ends of the article, which it does not check, are as producers write them.
 */
function isHealthyLine(text: string): boolean {
  const context = { today: '2026-01-01', additionalFields: OWN };
  const severities = {
    'canonical-layout': 'warning',
    ...Object.fromEntries(OF_VALUES.map((code) => [code, 'off'])),
  } as const;
  return (
    /^ [^\s].*[^\s] $/s.test(text) &&
    parse(text).articles.every(
      (article) =>
        article.fields.length > 0 &&
        check(article, context, severities).length === 0 &&
        (article.final || article.text.endsWith('.  ')) &&
        !article.text.endsWith('   '),
    )
  );
}

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

describe('export and import', function () {
  this.timeout(120_000);

  it('restore every byte, unless export reports that they will not', async () => {
    const seen = { same: 0, ...noLosses() };
    await fc.assert(
      fc.asyncProperty(document, async (text) => {
        const { jsonl, losses } = exported('a.txt', text, OWN);
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

  it('restore the same bytes through CSV and Parquet', async () => {
    const columns = columnsFor(OWN);
    let same = 0;
    await fc.assert(
      fc.asyncProperty(document, fc.constantFrom('csv', 'parquet'), fc.boolean(), async (text, form, byteOrderMark) => {
        const { jsonl, losses } = exported('a.txt', text, OWN);
        if (jsonl === '' || LOSSES.some((loss) => losses[loss] > 0)) return;
        const found: Row[] = jsonl
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line));
        const table = path.join(path.dirname(rows), `rows.${form}`);
        if (form === 'csv') {
          const { head, line } = tableText('csv', columns, { byteOrderMark });
          fs.writeFileSync(table, head + found.map(line).join(''));
        } else await writeParquet(each(found), columns, table);
        assert.equal(await importedFrom(table), text);
        same++;
      }),
      { numRuns: 300 },
    );
    assert.isAbove(same, 50);
  });

  it('restore every byte of what check finds healthy in the line layout', async () => {
    let healthy = 0;
    await fc.assert(
      fc.asyncProperty(document, async (text) => {
        if (!isHealthyLine(text)) return;
        healthy++;
        const { jsonl, losses } = exported('a.txt', text, OWN);
        assert.deepEqual(losses, noLosses());
        assert.equal(await imported(jsonl), text);
      }),
      { numRuns: 1500 },
    );
    assert.isAbove(healthy, 200);
  });

  it('lose a user-defined field only if no setting names it, and report which', () => {
    const text = ` ${lineArticle([
      ...[
        { letters: 'F-N', value: '1' },
        { letters: 'D-A-T-E', value: '2024-04-09' },
      ],
      ...[
        { letters: 'T-I-T-L-E', value: 'T' },
        { letters: 'S', value: 'x' },
        { letters: 'T-E-X-T', value: 'X' },
      ],
    ])} `;
    assert.deepEqual(exported('a.txt', text, ['B-Y-L-I-N-E']).losses, {
      ...noLosses(),
      unnamed: 1,
      letters: new Set(['S']),
    });
  });
});
