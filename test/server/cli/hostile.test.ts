/** Hostile names, links, pipes and devices in a folder lead no command out of it, and keep none waiting. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { article, folder, run } from './commandLine';

const DAMAGED = article('1').replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D');
/** Names that a file may have, and that look like something else. */
const NAMES = ['new\nline.txt', '-rf.txt', '--output.txt', 'a\\..\\b.txt', '%00.txt', '\u202etxt.txt', '[a].txt'];

/** A folder `in` with files of such names, beside a folder that is not named in any call. */
function hostileFolder(): string {
  const cwd = folder({ 'outside/a.txt': DAMAGED, ...Object.fromEntries(NAMES.map((name) => [`in/${name}`, DAMAGED])) });
  const link = (target: string, name: string) => fs.symlinkSync(target, path.join(cwd, 'in', name));
  link('../outside/a.txt', 'file.txt');
  link('../outside', 'folder');
  link('../outside', 'folder.txt');
  link('/', 'everything.txt');
  link('circle.txt', 'circle.txt');
  link('../in', 'again');
  link('nothing.txt', 'nowhere.txt');
  link('/dev/zero', 'device.txt');
  for (const name of ['pipe.txt', '.gitignore', '.articlerc.json'])
    execFileSync('mkfifo', [path.join(cwd, 'in', name)]);
  return cwd;
}

describe('a hostile folder', function () {
  if (process.platform === 'win32') return; // Windows does not allow such names, links need a special right, and pipes are not files.
  this.timeout(120_000);

  it('is checked, and its files are reported under different names', async () => {
    const { code, stdout, stderr } = await run(['check', '--format', 'jsonl', '.'], path.join(hostileFolder(), 'in'));
    assert.equal(code, 2);
    assert.include(stderr, 'circle.txt: These links form a circle.');
    assert.include(stderr, '.articlerc.json: This is not a file but a pipe or a device.');
    for (const name of ['pipe.txt', 'device.txt'])
      assert.include(stderr, `article-format: ${name}: This is not a file but a pipe, a socket or a device.`);
    for (const name of ['folder', 'folder.txt', 'everything.txt'])
      assert.include(stderr, `article-format: ${name}: This link leads to a folder outside, which was left out.`);
    assert.notInclude(stderr, 'again'); // Its files are found without it.
    const files = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).file as string);
    assert.sameMembers([...new Set(files)].filter(Boolean), [...NAMES, 'file.txt']);
  });

  for (const [name, args] of Object.entries({ fix: ['fix'], format: ['format', '--layout', 'fields'] })) {
    it(`is written by ${name}, and nothing outside it is`, async () => {
      const cwd = hostileFolder();
      const refused = await run([...args, 'in'], cwd);
      assert.include(refused.stderr, 'because in/.articlerc.json has an error. It was left as it is.');
      for (const file of NAMES) assert.equal(fs.readFileSync(path.join(cwd, 'in', file), 'utf8'), DAMAGED, file);
      fs.rmSync(path.join(cwd, 'in/.articlerc.json'));
      const { code, stderr } = await run([...args, 'in'], cwd);
      assert.equal(code, 2);
      assert.include(stderr, 'file.txt: This link leads out of the folder.');
      assert.equal(fs.readFileSync(path.join(cwd, 'outside/a.txt'), 'utf8'), DAMAGED);
      for (const file of NAMES) assert.notEqual(fs.readFileSync(path.join(cwd, 'in', file), 'utf8'), DAMAGED, file);
      assert.include(stderr, `${NAMES.length} of ${NAMES.length + 1} files changed.`);
    });
  }

  it('is exported and imported into another folder, and nothing outside is written', async () => {
    const cwd = hostileFolder();
    fs.rmSync(path.join(cwd, 'in/.articlerc.json'));
    await run(['fix', 'in'], cwd);
    const { stdout } = await run(['export', '--to', 'jsonl', 'in'], cwd);
    fs.mkdirSync(path.join(cwd, 'back/in'), { recursive: true });
    fs.symlinkSync('../../outside', path.join(cwd, 'back/in/out'));
    const row = JSON.parse(stdout.split('\n')[0] as string);
    const names = ['../outside/b.txt', '/tmp/b.txt', 'in/out/b.txt', 'a\0b.txt', 'in/../../b.txt'];
    const hostile = names.map((file) => JSON.stringify({ ...row, file }));
    const { code, stderr } = await run(['import', '-', '-o', 'back'], cwd, [stdout.trim(), ...hostile].join('\n'));
    assert.equal(code, 2);
    assert.deepEqual(fs.readdirSync(path.join(cwd, 'outside')), ['a.txt']);
    assert.sameMembers(fs.readdirSync(cwd), ['in', 'outside', 'back']);
    assert.equal(stderr.match(/was not written/g)?.length, names.length, stderr);
    for (const file of NAMES) assert.isTrue(fs.existsSync(path.join(cwd, 'back/in', file)), file);
  });

  it('does not keep a command waiting for a pipe or a device', async () => {
    const cwd = hostileFolder();
    for (const file of ['in/pipe.txt', '/dev/zero']) {
      const { code, stderr } = await run(['fix', file], cwd);
      assert.deepEqual([code, stderr.includes('not a file but a pipe or a device')], [2, true], file);
    }
  });
});
