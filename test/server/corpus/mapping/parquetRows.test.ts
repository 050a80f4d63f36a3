/** What the values of a table in Parquet are read as. */
import { assert } from 'chai';
import type { SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { parquetRowsIn } from '../../../../server/src/corpus/mapping/parquetRows';

const NOON = new Date('2024-04-09T12:00:00Z');

/** A column of times, with a zone or without. */
function times(name: string, isAdjustedToUTC: boolean): SchemaElement {
  const logical_type = { type: 'TIMESTAMP', isAdjustedToUTC, unit: 'MILLIS' } as const;
  return { name, type: 'INT64', repetition_type: 'OPTIONAL', logical_type };
}

describe('a value in Parquet', () => {
  it('is a time with a Z if it is one of UTC, and without if it has no zone', async () => {
    const schema = [{ name: 'root', num_children: 2 }, times('utc', true), times('local', false)];
    const columnData = ['utc', 'local'].map((name) => ({ name, data: [NOON, null] }));
    const rows = await parquetRowsIn(new Uint8Array(parquetWriteBuffer({ schema, columnData })));
    assert.deepEqual(
      rows.map(({ at, index, values }) => [at, index, { ...values }]),
      [
        [1, 1, { utc: '2024-04-09T12:00:00.000Z', local: '2024-04-09T12:00:00.000' }],
        [2, 2, { utc: null, local: null }],
      ],
    );
  });

  it('is text, also after bytes that are none', async () => {
    const columnData = [
      { name: 'raw', data: [Uint8Array.of(0xff, 0xfe)], type: 'BYTE_ARRAY' as const },
      { name: 'text', data: ['\ufeffAção'] },
    ];
    const [row] = await parquetRowsIn(Buffer.from(parquetWriteBuffer({ columnData })));
    assert.equal(row?.values.text, '\ufeffAção');
    assert.deepEqual(row?.values.raw, Uint8Array.of(0xff, 0xfe));
  });

  it('has its number in all row groups', async () => {
    const columnData = [{ name: 'id', data: [5n, 6n, 7n], type: 'INT64' as const }];
    const rows = await parquetRowsIn(new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize: 2 })));
    assert.deepEqual(
      rows.map(({ at, written }) => [at, written('id')]),
      [
        [1, '5'],
        [2, '6'],
        [3, '7'],
      ],
    );
  });
});
