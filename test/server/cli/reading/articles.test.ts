import { assert } from 'chai';
import type { InputFile } from '../../../../server/src/cli/input/inputFile';
import { articlesOf } from '../../../../server/src/cli/reading/articles';
import { LeftAlone } from '../../../../server/src/cli/reading/leftAlone';
import { NotUtf8Error } from '../../../../server/src/corpus/text/exactText';
import { article, folder } from '../commandLine';

/** The articles of a file that is not UTF-8: their index and their bytes, as Latin-1. */
async function articlesIn(content: Buffer): Promise<[index: number, bytes: string][]> {
  const cwd = folder({ 'a.txt': content });
  const file: InputFile = { path: `${cwd}/a.txt`, folder: cwd, root: cwd, named: true, regular: true };
  const found: [number, string][] = [];
  const complain = (_file: string, error: unknown) => assert.instanceOf(error, NotUtf8Error);
  const reading = { leftAlone: new LeftAlone(false), complain };
  for await (const { index, bytes } of articlesOf([file], reading))
    found.push([index, Buffer.from(bytes()).toString('latin1')]);
  return found;
}

describe('the articles of files', () => {
  it('have their exact bytes, also where some are not UTF-8, and without a byte order mark', async () => {
    const parts = [
      article('1', { title: 'Caf\xe9 \xc3\xa9t\xc3\xa9' }),
      // Its end is lost, so it is read together with the next one.
      article('2', { text: '\xf0\x9f\x95 and \xff\xfe' }).replace('T-E-X-T-E-N-D.', ''),
      article('3', { title: '\xe2\x80\x9cnever\xe2\x80\x9d \xe2\x80' }),
      article('4'),
    ];
    const articles = await articlesIn(Buffer.from(`\xef\xbb\xbf${parts.join('')}`, 'latin1'));
    assert.deepEqual(
      articles.map(([index]) => index),
      [1, 2, 3, 4],
    );
    assert.equal(articles.map(([, bytes]) => bytes).join(''), parts.join(''));
    for (const [index, bytes] of articles) assert.include(bytes, `F-N-S-T-A-R-T. ${index} F-N-E-N-D.`);
  });
});
