import { assert } from 'chai';
import { readFields, writeFields } from '../../../../server/src/lsp/features/fieldsView';
import type { ReplaceFile } from '../../../../server/src/lsp/files';
import { fileOf } from '../../../../server/src/protocol';

const ARTICLE = ' F-N-S-T-A-R-T. 7 F-N-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ';
const VIEW = 'F-N-S-T-A-R-T.\n7\nF-N-E-N-D.\nT-E-X-T-S-T-A-R-T.\nTalks go on.\nT-E-X-T-E-N-D.\n';

const utf8 = (text: string) => new TextEncoder().encode(text);
const fromBase64 = (content = '') => Buffer.from(content, 'base64').toString();
const file = (bytes: Uint8Array | Error | undefined) => async () => {
  if (bytes instanceof Error) throw bytes;
  return bytes;
};
const write = (bytes: Uint8Array | Error | undefined, view: string, isNew = false, replaceFile?: ReplaceFile) =>
  writeFields({ uri: 'file:///a.txt', text: view, isNew }, file(bytes), replaceFile);

describe('the fields view on the server', () => {
  it('cannot be edited if an editor would change bytes that nobody edited', async () => {
    const reason = async (bytes: Uint8Array) => (await readFields('file:///a.txt', file(bytes)))?.readOnly;
    assert.isUndefined(await reason(utf8(ARTICLE)));
    assert.isUndefined(await reason(utf8(`\ufeff${ARTICLE}`)));
    assert.match((await reason(utf8(ARTICLE.replace('go', 'go\r\n').replace('on', '\non')))) ?? '', /several kinds/);
    assert.match((await reason(utf8(ARTICLE.replace('go', 'go\r')))) ?? '', /carriage returns/);
    assert.match((await reason(Uint8Array.from([...utf8(ARTICLE), 0xff]))) ?? '', /not UTF-8/);
  });

  it('shows nothing for a file that cannot be read', async () => {
    assert.isNull(await readFields('file:///a.txt', file(undefined)));
    assert.isNull(await readFields('file:///a.txt', file(new Error('You have no permission for this.'))));
  });

  it('is written by the server if it can, with its byte order mark, and only if the file still holds what was read', async () => {
    const marked = utf8(`\ufeff${ARTICLE}`);
    const calls: string[][] = [];
    const answer = await write(marked, VIEW.replace('go', 'went'), false, async (uri, content, expected) => {
      assert.equal(expected, marked);
      calls.push([uri, Buffer.from(content).toString()]);
      return true;
    });
    assert.deepEqual(answer, {});
    assert.deepEqual(calls, [['file:///a.txt', `\ufeff${ARTICLE.replace('go', 'went')}`]]);
  });

  it('is written by the client if the server cannot', async () => {
    const wanted = ARTICLE.replace('go', 'went');
    assert.equal(fromBase64((await write(utf8(ARTICLE), VIEW.replace('go', 'went'))).content), wanted);
    const unknown = await write(utf8(ARTICLE), VIEW.replace('go', 'went'), false, async () => false);
    assert.equal(fromBase64(unknown.content), wanted);
  });

  it('creates a file again that was deleted, but not one that cannot be read', async () => {
    assert.equal(fromBase64((await write(undefined, VIEW, true)).content), ARTICLE);
    assert.match((await write(undefined, VIEW)).refused ?? '', /no longer exists/);
    for (const isNew of [false, true]) {
      const answer = await write(new Error('You have no permission for this.'), VIEW, isNew);
      assert.match(answer.refused ?? '', /cannot be read.*no permission/);
    }
  });

  it('says why a file could not be written', async () => {
    const answer = await write(utf8(ARTICLE), VIEW.replace('go', 'went'), false, async () => {
      throw new Error('ENOSPC: no space left on device');
    });
    assert.match(answer.refused ?? '', /not changed.*ENOSPC/);
  });

  it('gives the URI of its file', () => {
    assert.equal(fileOf('article-fields:/folder/a%20b.txt?file'), 'file:///folder/a%20b.txt');
    assert.equal(fileOf('article-fields://host/a.txt?vscode-remote'), 'vscode-remote://host/a.txt');
    assert.equal(fileOf('article-fields:/a.txt?memfs'), 'memfs:/a.txt');
    assert.equal(fileOf('file:///a.txt'), 'file:///a.txt');
  });
});
