import { assert } from 'chai';
import fc from 'fast-check';
import { docIdOf, stemsOf } from '../../../../server/src/corpus/tables/docIds';

const docIds = (paths: readonly string[], most = 1) => {
  const stems = stemsOf(paths);
  return paths.flatMap((path) =>
    Array.from({ length: most }, (_, index) => docIdOf(stems.get(path) as string, index + 1)),
  );
};

describe('doc_id', () => {
  it('is the path without the suffix of articles, and numbers the further articles of a file', () => {
    assert.deepEqual(docIds(['1986/lf_7.txt'], 3), ['1986/lf_7', '1986/lf_7#2', '1986/lf_7#3']);
    assert.deepEqual(docIds(['A.TXT', 'b.article', 'v1.2', '2874512034.xml']), ['A', 'b', 'v1.2', '2874512034.xml']);
  });

  it('keeps the suffix where the name would be another file’s', () => {
    assert.deepEqual(docIds(['a.txt', 'a.article', 'b.txt']), ['a.txt', 'a.article', 'b']);
    assert.deepEqual(docIds(['a', 'a.txt', 'in/.txt']), ['a', 'a.txt', 'in/.txt']);
    assert.deepEqual(docIds(['a.txt.txt', 'a.txt', 'a.article']), ['a.txt.txt', 'a.txt', 'a.article']);
  });

  it('is not another article’s where a file is named like a further article', () => {
    assert.deepEqual(docIds(['a.txt', 'a#2.txt'], 2), ['a', 'a#2', 'a#2#1', 'a#2#2']);
  });

  it('is unique whatever the files are called', () => {
    const part = fc.constantFrom('a', '#', '2', '1', '.txt', '.article', '/', '.TXT', '');
    const paths = fc.uniqueArray(
      fc.array(part, { maxLength: 5 }).map((parts) => parts.join('')),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(paths, (names) => {
        const found = docIds(names, 3);
        assert.lengthOf(new Set(found), found.length);
      }),
    );
  });
});
