import { assert } from 'chai';
import { rowsOfFile } from '../../../../server/src/corpus/corenlp/documentTable';
import { fixture } from './fixture';

const TABLE = fixture()['for-corenlp/articles.csv'] as string;

describe('the table of an export', () => {
  it('says which documents are of a file', () => {
    const rows = rowsOfFile(TABLE, 'two.txt');
    assert.deepEqual(
      rows.map(({ document, file, number }) => [document, file, number].join(' ')),
      ['two.xml corpus/two.txt 8', 'two_2.xml corpus/two.txt 9'],
    );
    assert.match(rows[0]?.sha256 ?? '', /^[0-9a-f]{64}$/);
    assert.deepEqual(rowsOfFile(TABLE, 'o.txt'), []);
  });

  it('may have been saved by another program, with its columns in another order', () => {
    const other = '\ufeffsha256,number,file,document_name\naa,"7","in, out/a ""b"".txt",a.xml\n';
    assert.deepEqual(rowsOfFile(other, 'a "b".txt'), [
      { document: 'a.xml', file: 'in, out/a "b".txt', number: '7', sha256: 'aa' },
    ]);
  });

  it('is nothing else of that name', () => {
    assert.deepEqual(rowsOfFile('a,b\r\ntwo.txt,two.txt\r\n', 'two.txt'), []);
    assert.deepEqual(rowsOfFile('"two.txt', 'two.txt'), []);
  });
});
