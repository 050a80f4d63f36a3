/** What articles are exported for: each target as text. */
import { assert } from 'chai';
import fc from 'fast-check';
import { parse } from '../../../../server/src/core/parse/parser';
import { columnsFor } from '../../../../server/src/corpus/tables/columns';
import { noLosses } from '../../../../server/src/corpus/tables/losses';
import { type Row, rowsOf } from '../../../../server/src/corpus/tables/rows';
import { TARGETS, type TargetSource } from '../../../../server/src/corpus/targets';
import { documentFor } from '../../../../server/src/corpus/targets/corenlp';
import { DocumentNames } from '../../../../server/src/corpus/targets/documentNames';
import type { TargetName } from '../../../../server/src/corpus/targets/list';
import { article, articleWith } from '../../cli/commandLine';

const OWN = ['L-A-B-E-L', 'N-O'];
const ODD = articleWith('7', { 'L-A-B-E-L': 'x\ty', 'N-O': '"<&>"' }).replace('A truce', 'R&D <1>\r\n"2"');

/** What a target writes for a file `in/a.txt` with this text: its files by their names, '' for a target that is one file. */
async function written(name: TargetName, text: string, isDamaged: (row: Row) => boolean = () => false) {
  const columns = columnsFor(OWN);
  const rows = rowsOf(parse(text), { file: 'in/a.txt', stem: 'a', columns, losses: noLosses(), hasMark: false });
  const left: string[] = [];
  const all = (async function* () {
    yield* rows;
  })();
  const leaveOut: TargetSource['leaveOut'] = ({ doc_id }, reason) => left.push(`${doc_id} ${reason}`);
  const files: Record<string, string> = {};
  const add = async (file: string, part: string) => {
    files[file] = (files[file] ?? '') + part;
  };
  const target = TARGETS[name];
  const source = { rows: all, columns, isDamaged, leaveOut };
  if ('write' in target) await target.write(source, { write: add, append: add });
  else for await (const part of target.text(source)) await add('', part);
  return { files, left, text: files[''] ?? '' };
}

describe('exporting for', () => {
  it('tif begins with doc_id and text, and keeps every value', async () => {
    const { text } = await written('tif', ODD);
    assert.equal(
      text,
      'doc_id,text,number,date,title,file,words,sha256,order,label,no,day,index\r\n' +
        'a,Text 7.,7,2024-04-09,"R&D <1>\r\n""2""",in/a.txt,2,,number date title label no text,x\ty,"""<&>""",2024-04-09,1\r\n',
    );
  });

  it('label-studio is an array of tasks', async () => {
    const { text, left } = await written('label-studio', ODD + article('8') + article('9', { text: ' ' }));
    const tasks = JSON.parse(text);
    assert.deepEqual(
      tasks.map(({ data }: { data: Row }) => [data.doc_id, data.text, data.title, data.no, data.day]),
      [
        ['a', 'Text 7.', 'R&D <1>\r\n"2"', '"<&>"', '2024-04-09'],
        ['a#2', 'Text 8.', 'A truce', null, '2024-04-09'],
      ],
    );
    assert.deepEqual(left, ['a#3 empty text']);
    assert.deepEqual(JSON.parse((await written('label-studio', '')).text), []);
  });

  it('doccano has an object on each line, without labels, and keeps a field of that name', async () => {
    const { text } = await written('doccano', `${ODD}${article('8', { text: 'a\u2028b' })}`);
    const [first, second] = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepInclude(first, { text: 'Text 7.', label: [], doc_id: 'a', field_label: 'x\ty' });
    assert.deepInclude(second, { text: 'a\u2028b', label: [], field_label: null });
    assert.notInclude(text, '\u2028');
  });

  it('spacy has everything but the text in meta', async () => {
    const { text, left } = await written('spacy', ODD + article('8').replace(/T-E-X-T-S.*/, ''));
    const { meta, ...row } = JSON.parse(text);
    assert.deepEqual(row, { text: 'Text 7.' });
    assert.deepInclude(meta, { doc_id: 'a', label: 'x\ty', date: '2024-04-09', index: 1 });
    assert.notProperty(meta, 'text');
    assert.deepEqual(left, ['a#2 no TEXT field']);
  });

  it('sketch-engine escapes text and attributes, and leaves out what an article does not have', async () => {
    const { text } = await written(
      'sketch-engine',
      article('7', { title: 'R&D <1>\r\n"2"\t3', text: 'a < b & "c"\nd' }),
    );
    assert.equal(
      text,
      '<doc doc_id="a" number="7" date="2024-04-09" title="R&amp;D &lt;1&gt; &quot;2&quot; 3" file="in/a.txt" words="6" day="2024-04-09" index="1">\n' +
        'a &lt; b &amp; "c"\nd\n</doc>\n',
    );
  });

  it('hugging-face declares the type of each column', async () => {
    const { files } = await written('hugging-face', ODD);
    assert.sameMembers(Object.keys(files), ['README.md', 'data/articles.jsonl']);
    assert.match(
      files['README.md'] ?? '',
      /^---\nconfigs:\n- config_name: default\n {2}data_files: data\/articles.jsonl\n/,
    );
    assert.include(files['README.md'], '  - name: "no"\n    dtype: string\n');
    assert.include(files['README.md'], '  - name: "day"\n    dtype: date32\n');
    assert.include(files['README.md'], '| `no` | The value of the user-defined field N-O, verbatim;');
    assert.include(JSON.parse(files['data/articles.jsonl'] ?? ''), { doc_id: 'a', words: 2, no: '"<&>"' });
  });

  it('text has each text in a file, and a table of everything else', async () => {
    const { files } = await written('text', ODD + article('8', { text: ' Café\r\n🕊 ' }));
    assert.sameMembers(Object.keys(files), ['metadata.csv', 'texts/a.txt', 'texts/a_2.txt']);
    assert.equal(files['texts/a_2.txt'], ' Café\r\n🕊 ');
    assert.match(
      files['metadata.csv'] ?? '',
      /^document_name,doc_id,number,.*\r\na\.txt,a,7,[\s\S]*\r\na_2\.txt,a#2,8,/,
    );
  });

  it('corenlp has a document for each article that is proven, and says which are not', async () => {
    const text =
      article('1', { title: 'R&D. <b>' }) +
      article('2') +
      article('3', { date: '2024-02-30' }) +
      article('4', { text: '\n' }) +
      article('5', { date: ' 2024-04-10 ' });
    const { files, left } = await written('corenlp', text, ({ number }) => number === '2');
    assert.equal(
      files['documents/a.xml'],
      '<doc>\n<docid>a</docid>\n<date>2024-04-09</date>\n<title>R&amp;D. &lt;b&gt;\n</title>\n<text>Text 1.</text>\n</doc>\n',
    );
    assert.include(files['documents/a_5.xml'], '<date>2024-04-10</date>');
    assert.equal(files['documents.txt'], 'documents/a.xml\ndocuments/a_5.xml\n');
    assert.deepEqual(left, ['a#2 damage', 'a#3 no valid date', 'a#4 empty text']);
    assert.match(files['left-out.csv'] ?? '', /\r\na#3,in\/a\.txt,3,3,no valid date\r\n/);
    assert.match(files['articles.csv'] ?? '', /\r\na_5\.xml,a#5,in\/a\.txt,5,5,2024-04-10,\d+,\d+,\r\n$/);
  });
});

describe('a document for CoreNLP', () => {
  const unescaped = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const value = fc
    .array(
      fc.constantFrom(
        'a',
        'é',
        'e\u0301',
        '🕊️',
        '👩‍👩‍👧',
        '\r\n',
        '\n',
        '&',
        '<',
        '>',
        '&amp;',
        '&lt',
        ';',
        '"',
        ' ',
        '</text>',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));

  it('leads from each of its offsets to that of the value', () => {
    fc.assert(
      fc.property(value, value, (title, text) => {
        const document = documentFor('a', { day: '2024-04-09', title, text });
        const { xml } = document;
        for (const [start, content] of [
          [document.title, title],
          [document.text, text],
        ] as const) {
          let at = start;
          for (const [offset, unit] of [...content.split('').entries(), [content.length, undefined] as const]) {
            assert.equal(xml.lastIndexOf('>', at - 1) + 1, start);
            assert.equal(unescaped(xml.slice(start, at)), content.slice(0, offset));
            at += unit === undefined ? 0 : ({ '&': 5, '<': 4, '>': 4 }[unit] ?? 1);
          }
          assert.match(xml.slice(at), /^\n?<\//);
        }
      }),
    );
  });
});

describe('the name of a document', () => {
  const named = (...docIds: readonly string[]) => {
    const names = new DocumentNames();
    return docIds.map((docId) => names.nameFor(docId));
  };

  it('is that of the article where it can be', () => {
    assert.deepEqual(named('lf_7', '1986/lf_7', 'a#2', '2874512034.xml'), [
      'lf_7',
      '1986_lf_7',
      'a_2',
      '2874512034.xml',
    ]);
  });

  it('is one that every system takes', () => {
    assert.deepEqual(named('новости/1', '.a', '-o', 'CON', 'nul.x', ''), ['_1', '_a', '_o', '_CON', '_nul.x', '_']);
    assert.deepEqual(named('x'.repeat(300))[0]?.length, 100);
  });

  it('is no other document’s, also where upper and lower case are the same', () => {
    assert.deepEqual(named('a/b', 'a_b', 'A b', 'a_b_2', 'a:b'), ['a_b', 'a_b_2', 'A_b_3', 'a_b_2_2', 'a_b_4']);
    const docId = fc
      .array(fc.constantFrom('a', 'A', '_', '/', '2', '#', 'é'), { maxLength: 4 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(docId, { maxLength: 30 }), (docIds) => {
        const names = named(...docIds).map((name) => name.toLowerCase());
        assert.lengthOf(new Set(names), docIds.length);
        for (const name of names) assert.match(name, /^[a-z0-9_][a-z0-9._-]*$/);
      }),
    );
  });
});
