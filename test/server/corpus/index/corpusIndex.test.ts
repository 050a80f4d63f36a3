import { assert } from 'chai';
import fc from 'fast-check';
import { CorpusIndex, type IndexedFile } from '../../../../server/src/corpus/index/corpusIndex';
import { lineStarts, rangesIn } from '../../../../server/src/corpus/text/lines';
import { articleText } from '../../core/articles';
import { corpusFile } from '../rules/expect';

function indexedFile(name: string, text: string, folder = ''): IndexedFile {
  const { uri, records } = corpusFile(folder + name, text);
  return {
    uri,
    shown: uri,
    name,
    records,
    problems: [],
    count: 0,
    severities: {},
    rangeOf: rangesIn(lineStarts(text)),
  };
}

/** Files of few names, with articles of few numbers and texts. The same file may have one name or another. */
const anyFile = fc
  .record({
    path: fc.constantFrom('lf_1.txt', 'lf_2.txt', 'lf_10.txt', 'x/lf_2.txt'),
    folder: fc.constantFrom('', 'a/'),
    numbers: fc.array(fc.constantFrom('1', '2', '10', ''), { maxLength: 3 }),
    text: fc.constantFrom('Talks.', 'War.'),
  })
  .map(({ path, folder, numbers, text }) => {
    const articles = numbers.map((number) => articleText([number, '2024-04-09', 'Truce', text]));
    return { ...indexedFile(path, articles.join('')), name: folder + path };
  });

/** All that an index says of its files. */
function said(index: CorpusIndex) {
  return {
    size: index.size,
    articles: index.articles,
    inOrder: index.inOrder.map(({ uri, name }) => [uri, name]),
    across: index.inOrder.map(({ uri }) =>
      index.across(uri).map(({ code, span, message, related }) => ({
        ...{ code, span, message },
        related: related.map((other) => [other.file.uri, other.span, other.message]),
      })),
    ),
  };
}

describe('the index of a corpus', () => {
  it('is, after any changes, what it is for the files that are left', () => {
    const change = fc.oneof(
      { weight: 3, arbitrary: anyFile },
      anyFile.map(({ uri }) => uri),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const index = new CorpusIndex();
        const left = new Map<string, IndexedFile>();
        for (const each of changes) {
          if (typeof each === 'string') {
            index.remove(each);
            left.delete(each);
          } else {
            index.set(each);
            left.set(each.uri, each);
          }
          const fresh = new CorpusIndex();
          for (const file of [...left.values()].reverse()) fresh.set(file);
          assert.deepEqual(said(index), said(fresh));
          assert.sameMembers([...index.files], [...left.values()]);
          for (const [uri, file] of left) assert.equal(index.get(uri), file);
          for (const file of index.inOrder) assert.equal(file, left.get(file.uri));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('has its files in the order of their names, in which numbers are ordered by value', () => {
    const index = new CorpusIndex();
    for (const name of ['lf_10.txt', 'lf_9.txt', 'a/lf_1.txt', 'lf_100.txt']) index.set(indexedFile(name, ''));
    assert.deepEqual(
      index.inOrder.map(({ name }) => name),
      ['a/lf_1.txt', 'lf_9.txt', 'lf_10.txt', 'lf_100.txt'],
    );
  });

  it('puts its files in order in steps, between which files may come, change and go', () => {
    const named = (name: string, text = '') => indexedFile(name, text);
    const many = Array.from({ length: 10_000 }, (_, at) => `lf_${9999 - at}.txt`);
    for (const [change, wanted] of [
      [() => {}, many.length],
      [(index: CorpusIndex) => index.set(named('lf_5000.txt', 'new')), many.length],
      [(index: CorpusIndex) => index.set(named('new.txt')), many.length + 1],
      [(index: CorpusIndex) => index.remove(named('lf_5000.txt').uri), many.length - 1],
    ] as const) {
      const index = new CorpusIndex();
      for (const name of many) index.set(named(name));
      let steps = 0;
      for (const _ of index.ordering()) if (++steps === 3) change(index);
      assert.isAtLeast(steps, 3);
      const names = index.inOrder.map(({ name }) => name);
      assert.lengthOf(names, wanted);
      assert.deepEqual(names.slice(0, 2), ['lf_0.txt', 'lf_1.txt']);
      for (const file of index.inOrder) assert.equal(file, index.get(file.uri));
    }
  });

  it('knows which numbers its articles have', () => {
    const index = new CorpusIndex();
    const file = indexedFile('a.txt', articleText(['1', '2024-04-09', 'Truce', 'Talks.']));
    index.set(file);
    assert.deepEqual([index.hasNumber('1'), index.hasNumber('2')], [true, false]);
    index.remove(file.uri);
    assert.isFalse(index.hasNumber('1'));
  });

  it('names the files whose findings may have changed, once', () => {
    const index = new CorpusIndex();
    const article = (number: string) => articleText([number, '2024-04-09', 'Truce', `Talks ${number}.`]);
    index.set(indexedFile('a.txt', article('1')));
    index.set(indexedFile('b.txt', article('2')));
    index.takeChanged();
    index.set(indexedFile('c.txt', article('1')));
    assert.sameMembers([...index.takeChanged()], ['file:///a.txt', 'file:///c.txt']);
    index.remove('file:///c.txt');
    assert.sameMembers([...index.takeChanged()], ['file:///a.txt', 'file:///c.txt']);
    assert.isEmpty(index.takeChanged());
  });
});
