import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { listFiles } from '../../../server/src/disk/listFiles';
import { readWanted } from '../../../server/src/disk/readFile';
import { temporaryFolder } from '../../temporary';

describe('files on disk', () => {
  if (process.platform === 'win32') return; // Links need a special right there, and pipes are not files.
  const folder = temporaryFolder();
  const at = (name: string) => path.join(folder, name);
  before(() => {
    fs.mkdirSync(at('in/inner'), { recursive: true });
    for (const name of ['in/a.txt', 'in/inner/new\nline.txt', 'outside.txt']) fs.writeFileSync(at(name), name);
    for (const [name, target] of [
      ['file', '../outside.txt'],
      ['folder', '..'],
      ['disk', '/'],
      ['circle', 'circle'],
      ['device', '/dev/zero'],
      ['again', '../outside.txt'],
      ['inside', 'a.txt'],
      ['nowhere', 'gone'],
    ] as const)
      fs.symlinkSync(target, at(`in/${name}`));
    for (const name of ['in/pipe', 'in/.gitignore']) execFileSync('mkfifo', [at(name)]);
  });

  it('are listed in their folder; links out of it are followed to files, but not to folders', async () => {
    const found: string[] = [];
    const others = new Map<string, string>();
    const walk = {
      ...{
        addRepository: () => {},
        addIgnoreFile: () => {},
        enters: () => true,
        has: () => true,
        cannotList: () => assert.fail(),
      },
      isOtherName: (link: string, first: string) => others.set(link, first),
    };
    for await (const files of listFiles(at('in'), walk)) found.push(...files);
    const [once, twice] = found.includes('file') ? ['file', 'again'] : ['again', 'file'];
    assert.sameMembers(found, ['a.txt', 'inner/new\nline.txt', once, 'nowhere', 'circle']);
    assert.deepEqual(others, new Map(Object.entries({ [twice]: once, inside: 'a.txt' })));
  });

  it('are listed under the name of a link if their own name does not belong to the corpus', async () => {
    const found: string[] = [];
    const walk = {
      ...{
        addRepository: () => {},
        addIgnoreFile: () => {},
        enters: () => true,
        cannotList: () => assert.fail(),
        isOtherName: () => assert.fail(),
      },
      has: (file: string) => file === 'inside',
    };
    for await (const files of listFiles(at('in'), walk)) found.push(...files);
    assert.deepEqual(found, ['inside']);
  });

  it('are asked for folder by folder, after the .gitignore of each folder', async () => {
    fs.mkdirSync(at('asked/inner/deeper'), { recursive: true });
    fs.mkdirSync(at('asked/closed'));
    for (const name of ['a.txt', 'b.md', 'inner/c.txt', 'inner/deeper/d.txt', 'closed/e.txt'])
      fs.writeFileSync(at(`asked/${name}`), name);
    fs.writeFileSync(at('asked/inner/.gitignore'), 'deeper');
    const calls: string[] = [];
    const walk = {
      addRepository: () => {},
      addIgnoreFile: (folder: string, content: string) => calls.push(`${folder}: ${content}`),
      enters: (folder: string) => folder !== 'closed',
      has: (file: string) => {
        if (file.startsWith('inner/')) assert.deepEqual(calls, ['inner: deeper']);
        return file.endsWith('.txt');
      },
      cannotList: (folder: string, reason: string) => calls.push(`${folder}: ${reason}`),
      isOtherName: () => assert.fail(),
    };
    const portions: string[][] = [];
    for await (const files of listFiles(at('asked'), walk)) portions.push([...files]);
    assert.sameDeepMembers(portions, [['a.txt'], ['inner/c.txt'], ['inner/deeper/d.txt']]);
    // A notification of a new path does not say whether it is a file, or whether it is already gone.
    for (const name of ['nothing', 'outside.txt']) {
      for await (const _files of listFiles(at(name), walk)) assert.fail();
    }
    assert.lengthOf(calls, 1);
    for await (const _files of listFiles(at('in/circle'), walk)) assert.fail();
    assert.equal(calls[1], ': These links form a circle.');
  });

  it('are read, and nothing else is', async () => {
    assert.equal(Buffer.from((await readWanted(at('in/file'))) ?? []).toString(), 'outside.txt');
    for (const name of ['pipe', 'device', 'inner', 'nothing', 'file/nothing'])
      assert.isUndefined(await readWanted(at(`in/${name}`)), name);
    const failure = await readWanted(at('in/nowhere')).catch(({ message }: Error) => message);
    assert.equal(failure, 'This link leads nowhere: the file that it names is missing.');
  });
});
