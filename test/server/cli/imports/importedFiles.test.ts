/** The files that the rows of a table make together. */
import path from 'node:path';
import { assert } from 'chai';
import { importedFiles } from '../../../../server/src/cli/imports/importedFiles';
import { openTable } from '../../../../server/src/cli/imports/table';
import { UsageError } from '../../../../server/src/cli/output/faults';
import { article, folder } from '../commandLine';

const ROW = { number: '1', date: '2024-04-09', title: 'A truce', text: 'Text 1.', file: 'a.txt' };
type Content = string | Uint8Array | readonly object[];

/** The texts of the files, by their names. */
async function imported(content: Content): Promise<Record<string, string>> {
  const { files } = await importedFiles(openTable(fileWith(content)));
  const written: [string, string][] = [];
  for await (const file of files()) written.push(file);
  return Object.fromEntries(written);
}

/** A file of rows, a text or bytes. */
function fileWith(content: Content): string {
  const text = Array.isArray(content) ? content.map((row) => JSON.stringify(row)).join('\n') : content;
  return path.join(folder({ 'rows.jsonl': text as string | Uint8Array }), 'rows.jsonl');
}

/** Asserts that a table makes no files at all, and gives what is said of it after its name. */
async function refused(content: Content): Promise<string> {
  const file = fileWith(content);
  const error = await importedFiles(openTable(file)).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.instanceOf(error, UsageError);
  const { message } = error as UsageError;
  assert.match(message, /^[^\n]+: [^\n]+ Nothing was written\.[^\n]*$/);
  assert.isTrue(message.startsWith(`${file}: `), message);
  return message.slice(file.length + 2);
}

describe('the files of a table', () => {
  it('have the articles of their rows', async () => {
    assert.deepEqual(await imported([ROW, { ...ROW, title: null, file: 'b.txt' }]), {
      'a.txt': article('1'),
      'b.txt': article('1').replace(/T-I-T.*T-L-E-E-N-D\. {2}/, ''),
    });
  });

  it('are none if a line is not a row, or its article would be read differently; the line is named', async () => {
    const marker = { ...ROW, text: 'T-E-X-T-E-N-D. F-N-S-T-A-R-T.' };
    for (const bad of ['{', '7', '{"file":7}', JSON.stringify({ ...ROW, index: 0 }), JSON.stringify(marker)]) {
      assert.match(await refused(`${JSON.stringify(ROW)}\n${bad}\n`), /^Line 2 (is|has) /, bad);
    }
    assert.match(await refused(JSON.stringify([ROW], null, 2)), /^Line 1 begins a JSON array\./);
    assert.match(await refused([ROW, { ...ROW, file: '.a.txt' }]), /^Line 2 names \.a\.txt, and /);
  });

  it('are none if rows of one file name are not the articles of one file, in their order', async () => {
    const rows = (...indexes: readonly unknown[]) => indexes.map((index) => ({ ...ROW, index }));
    assert.match(
      await refused([...rows(1), { ...ROW, file: 'b.txt', index: 1 }, ...rows(2, 2)]),
      /^Lines 3 and 4 are both article 2 of a\.txt, as if two files had the same name\./,
    );
    assert.match(
      await refused(rows(3, 1)),
      /^Line 2 is article 1 of a\.txt, and comes after article 3 in line 1\. .* remove the column index/,
    );
    assert.deepEqual(await imported(rows(2, 5, null, 7)), { 'a.txt': article('1').repeat(4) });
    assert.deepEqual(await imported(rows(null, null)), { 'a.txt': article('1').repeat(2) });
  });

  it('are of lines that end with a line feed, and with nothing else', async () => {
    const text = 'a\u2028b\u2029c\u0085d\rE';
    const rows = [
      { ...ROW, text },
      { ...ROW, file: 'b.txt', text },
    ];
    const lines = rows.map((row) => JSON.stringify(row)).join('\r\n');
    const wanted = article('1', { text });
    assert.deepEqual(await imported(`\ufeff${lines}\r\n\r\n`), { 'a.txt': wanted, 'b.txt': wanted });
  });

  it('are of lines of any length', async () => {
    const text = 'Talks go on. '.repeat(200_000);
    assert.deepEqual(await imported([{ ...ROW, text }, ROW]), { 'a.txt': article('1', { text }) + article('1') });
  });

  it('are none if it is not UTF-8; the line is named', async () => {
    const json = JSON.stringify(ROW);
    for (const bytes of [Buffer.from([0xe4]), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from([0xc3])]) {
      const message = await refused(Buffer.concat([Buffer.from(`${json}\n{"`), bytes]));
      assert.equal(
        message,
        'Line 2 is not UTF-8. In Excel, save the table as CSV UTF-8. Or convert it: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW. The encoding of Arabic is usually WINDOWS-1256. Nothing was written.',
      );
    }
    const utf16 = Buffer.from(json, 'utf16le');
    const mark = Buffer.from([0xff, 0xfe]);
    for (const bytes of [utf16, Buffer.concat([mark, utf16]), Buffer.from(utf16).swap16()]) {
      assert.equal(
        await refused(bytes),
        'The rows are UTF-16, not UTF-8. In Excel, save the table as CSV UTF-8. Or convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW. Nothing was written.',
      );
    }
  });

  it('are none if it has no rows', async () => {
    for (const rows of ['', '\n \n', '\ufeff']) assert.deepEqual(await imported(rows), {});
  });
});
