import { assert } from 'chai';
import { lockedList, lockText, readLock } from '../../../../server/src/corpus/files/lockText';

const [A, B] = ['a'.repeat(64), 'b'.repeat(64)];

describe('the text of a lock', () => {
  const files = new Map([
    ['corpus/b.txt', A],
    ['corpus/B.txt', B],
    ['corpus/é\u2028.txt', B],
    ['line\nbreak\\n\r.txt', A],
  ]);
  const list = lockedList(files);
  const text = lockText({ of: { paths: ['corpus'] }, digest: B, list });

  it('has a line for each file, in the order of code units, as sha256sum writes it', () => {
    assert.equal(
      text,
      `# article-format lock 1
# of {"paths":["corpus"]}
# sha256 ${B}
${B}  corpus/B.txt
${A}  corpus/b.txt
${B}  corpus/é\u2028.txt
\\${A}  line\\nbreak\\\\n\\r.txt
`,
    );
  });

  it('is read again, also when its line ends have become CRLF', () => {
    for (const version of [text, text.replaceAll('\n', '\r\n')]) {
      const read = readLock(version);
      assert.sameDeepMembers([...read.files], [...files]);
      assert.deepEqual({ ...read, files }, { of: { paths: ['corpus'] }, digest: B, list, files });
    }
  });

  it('is refused when it is no lock, has another version, or is damaged', () => {
    assert.throws(() => readLock('Notes.'), 'This is not a lock');
    assert.throws(() => readLock(text.replace('lock 1', 'lock 2')), 'another version than 1');
    for (const damaged of [
      text.slice(0, -1),
      text.replace('aaaa', 'AAAA'),
      text.replace(`${A}  corpus/b.txt\n`, '\n'),
      text.replace('"paths"', '"path"'),
      text.replace('["corpus"]', '[1]'),
      text.replace('{"', '{'),
      text.replace('# sha256', '# sha1'),
    ]) {
      assert.notEqual(damaged, text);
      assert.throws(() => readLock(damaged), 'was changed after it was written');
    }
  });
});
