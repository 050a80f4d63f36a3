import { assert } from 'chai';
import fc from 'fast-check';
import { FIELDS } from '../../../../server/src/core/format';
import { COLUMNS, columnOf, columnsFor, lettersOf } from '../../../../server/src/corpus/tables/columns';

describe('columns', () => {
  it('are named as the letters of their field, with a prefix where every table has one of that name', () => {
    const { names, letters } = columnsFor([
      'B-Y-L-I-N-E',
      'F-I-L-E',
      'B-Y-L-I-N-E',
      'D-A-T-E',
      'N-U-M-B-E-R',
      'O-R-D-E-R',
      'D-A-Y',
    ]);
    assert.deepEqual(letters, ['B-Y-L-I-N-E', 'F-I-L-E', 'N-U-M-B-E-R', 'O-R-D-E-R', 'D-A-Y']);
    const own = ['byline', 'field_file', 'field_number', 'field_order', 'field_day'];
    assert.deepEqual(names, [...COLUMNS.slice(0, -3), ...own, 'doc_id', 'day', 'index']);
  });

  it('tell the letters of their field', () => {
    for (const { marker, kind } of FIELDS) assert.deepEqual([columnOf(marker), lettersOf(kind)], [kind, marker]);
    const letters = fc.stringMatching(/^[A-Z](-[A-Z]){0,7}$/);
    fc.assert(fc.property(letters, (field) => assert.equal(lettersOf(columnOf(field)), field)));
  });

  it('are not those of a field if no field can have that name', () => {
    const names = [
      'file',
      'words',
      'sha256',
      'order',
      'index',
      'day',
      'doc_id',
      'docid_',
      'field_byline',
      'field_',
      'field_field_file',
      'Byline',
      'a b',
      '',
      'ß',
    ];
    for (const name of names) assert.isUndefined(lettersOf(name), name);
  });
});
