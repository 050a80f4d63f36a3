import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { applyPatch } from 'diff';
import { Interruption } from '../../../../server/src/cli/output/interruption';
import type { FolderTerms } from '../../../../server/src/cli/settings/settings';
import { changeFor } from '../../../../server/src/cli/writing/changes';
import { LARGE } from '../../../../server/src/cli/writing/fileChange';
import { FileBytes, LargeDocument } from '../../../../server/src/cli/writing/largeDocument';
import { replaceLarge } from '../../../../server/src/cli/writing/replaceLarge';
import { WRECK } from '../../core/articles';
import { context } from '../../core/findings';
import { article, folder, run } from '../commandLine';

const DAMAGED = article('7').replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D');

/** A document that is large enough to be changed part by part, with these articles in its middle. */
function large(middle: string): string {
  const half = article('1', { text: `Café ${'Talks go on. '.repeat(300)}` }).repeat(LARGE / 2 / 3900);
  return `\ufeff${article('0', { text: 'In\r\nWindows.' })}${half}${middle}${half}`;
}

describe('a large file', () => {
  const [before, after] = [
    large(`${DAMAGED}\n${WRECK}\n${DAMAGED}`),
    large(`${article('7')}\n${WRECK}\n${article('7')}`),
  ];
  const read = (cwd: string, name = 'a.txt') => fs.readFileSync(path.join(cwd, name), 'utf8');

  it('is fixed part by part as it would be as a whole, under all of its names, and undo restores it', async () => {
    assert.isAbove(Buffer.byteLength(before), LARGE);
    const cwd = folder({ 'a.txt': before });
    fs.linkSync(path.join(cwd, 'a.txt'), path.join(cwd, 'b.txt'));
    fs.chmodSync(path.join(cwd, 'a.txt'), 0o640);
    const refused = await run(['fix', 'a.txt'], cwd);
    assert.equal(refused.code, 2);
    assert.include(refused.stderr, 'This file has 2 names (hard links)');
    const { code, stdout, stderr } = await run(['fix', 'a.txt', 'b.txt'], cwd);
    assert.deepEqual([code, stdout], [1, 'a.txt\n']);
    assert.match(stderr, /a\.txt: Article \d+ was left alone.*\n.*another name of a\.txt.*\n1 of 1 file changed\./);
    assert.isTrue(read(cwd) === after && read(cwd, 'b.txt') === after, 'It has other bytes.');
    assert.equal(fs.statSync(path.join(cwd, 'a.txt')).mode & 0o777, 0o640);
    assert.sameMembers(fs.readdirSync(cwd), ['a.txt', 'b.txt']);
    await run(['undo'], cwd);
    assert.isTrue(read(cwd) === before && read(cwd, 'b.txt') === before, 'It was not restored.');
  });

  it('is the same from standard input, in a diff and among files that workers change', async () => {
    const cwd = folder({ 'a.txt': before, 'b.txt': DAMAGED });
    const streamed = await run(['fix', '-'], cwd, before);
    assert.isTrue(streamed.stdout === after, 'The output has other bytes.');
    const diff = await run(['fix', '--diff', 'a.txt'], cwd);
    assert.equal(diff.code, 1);
    assert.isTrue(
      applyPatch(before, diff.stdout, { autoConvertLineEndings: false }) === after,
      diff.stdout.slice(0, 99),
    );
    const dry = await run(['fix', '--dry-run', 'a.txt'], cwd);
    assert.deepEqual([dry.code, dry.stdout, read(cwd) === before], [1, 'a.txt\n', true]);
    const shared = await run(['fix', '--jobs', '2', '.'], cwd);
    assert.deepEqual([shared.stdout, read(cwd) === after], ['a.txt\nb.txt\n', true]);
    assert.equal((await run(['fix', '.'], cwd)).stdout, '');
  });

  it('gets a layout and back', async () => {
    const text = large('');
    const cwd = folder({ 'a.txt': text });
    assert.equal((await run(['format', '--layout', 'fields', 'a.txt'], cwd)).code, 0);
    assert.match(read(cwd), /^\ufeffF-N-S-T-A-R-T\.\r\n0\r\nF-N-E-N-D\.\r\nD-A-T-E/);
    const back = await run(['format', '--layout', 'line', '--stdout', 'a.txt'], cwd);
    assert.isTrue(back.stdout === text, 'It has other bytes.');
  });

  it('is left alone if it is not UTF-8, or its settings are unknown', async () => {
    const bytes = Buffer.from(before);
    bytes[bytes.length - 5] = 0xff;
    const cwd = folder({ 'a.txt': bytes });
    for (const call of [
      ['fix', 'a.txt'],
      ['format', '--layout', 'line', 'a.txt'],
      ['fix', '--diff', 'a.txt'],
    ]) {
      const { code, stdout, stderr } = await run(call, cwd);
      assert.deepEqual([code, stdout], [2, '']);
      assert.include(stderr, `byte FF (hexadecimal) at offset ${bytes.length - 5} is not part of a character.`);
    }
    const streamed = await run(['fix', '-'], cwd, bytes);
    assert.deepEqual([streamed.code, streamed.stdout], [2, '']);
    assert.deepEqual(fs.readdirSync(cwd), ['a.txt']);
    assert.isTrue(fs.readFileSync(path.join(cwd, 'a.txt')).equals(bytes));
    const faulty = folder({ 'a.txt': before, '.articlerc.json': '{' });
    assert.match((await run(['fix', 'a.txt'], faulty)).stderr, /Its settings are unknown/);
  });

  it('is left as it is if it changes meanwhile', async () => {
    const cwd = folder({ 'a.txt': DAMAGED });
    const file = path.join(cwd, 'a.txt');
    const terms = { context, severities: {} } as FolderTerms;
    const change = changeFor({ command: 'fix', tier: 'safe' });
    const document = new LargeDocument(new FileBytes(file), {
      ...{ change, terms, provenUntil: undefined, obstacle: undefined },
    });
    const error: unknown = await replaceLarge(document, {
      ...{ names: [file], backup: undefined, interruption: new Interruption(() => '') },
      onWritten: () => fs.appendFileSync(file, 'somebody else’s'),
      onPut: async () => assert.fail('It was put.'),
    }).catch((thrown: unknown) => thrown);
    document.close();
    assert.match(String(error), /This file has changed in the meantime/);
    assert.equal(read(cwd), `${DAMAGED}somebody else’s`);
    assert.deepEqual(fs.readdirSync(cwd), ['a.txt']);
  });
});
