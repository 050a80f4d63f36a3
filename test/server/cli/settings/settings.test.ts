import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { inputFiles } from '../../../../server/src/cli/input/inputs';
import { FolderSettings, type SettingsOptions } from '../../../../server/src/cli/settings/settings';
import { emptyField } from '../../../../server/src/core/rules/empty-field';
import { duplicateText } from '../../../../server/src/corpus/rules/duplicate-text';
import { article, folder, inFolder, type Outcome, run } from '../commandLine';

/** Articles with an empty title, which `empty-field` finds. */
const EMPTY = article('1', { title: ' ' });
const EMPTY_2 = article('2', { title: ' ' });
const setTo = (severity: string) => `{ "rules": { "empty-field": "${severity}" } }`;
const DAMAGED = article('3').replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D');

/** The severity of `empty-field` in each file. */
function severities({ stdout }: Outcome): Record<string, string> {
  const lines = stdout.split('\n').filter(Boolean);
  const found = lines.map((line) => JSON.parse(line)).filter(({ code }) => code === 'empty-field');
  return Object.fromEntries(found.map(({ file, severity }) => [path.basename(file), severity]));
}

const check = (cwd: string, ...args: string[]) =>
  run(['check', '--format', 'jsonl', '--fail-on', 'never', ...args], cwd);

/** The severity of `empty-field` in each file of a call in a folder, without another process. */
function found(cwd: string, ...paths: string[]): Promise<Record<string, string | undefined>> {
  return inFolder(cwd, async () => {
    const files = await inputFiles(paths, {}, assert.fail);
    const settings = new FolderSettings('2026-01-01', {}, assert.fail);
    return Object.fromEntries(
      files.map((file) => [
        path.basename(file.path),
        settings.of(file).severities['empty-field'] ?? emptyField.severity,
      ]),
    );
  });
}

/** Calls with a separate home folder. */
async function atHome<T>(home: string, call: () => Promise<T>): Promise<T> {
  const { HOME, USERPROFILE } = process.env;
  Object.assign(process.env, { HOME: home, USERPROFILE: home });
  try {
    return await call();
  } finally {
    Object.assign(process.env, { HOME, USERPROFILE });
    if (HOME === undefined) delete process.env.HOME;
    if (USERPROFILE === undefined) delete process.env.USERPROFILE;
  }
}

describe('settings on the command line', () => {
  it('depend neither on the working directory nor on what is named, in a git repository', async () => {
    const cwd = folder({
      '.git/HEAD': '',
      '.articlerc.json': setTo('hint'),
      'corpus/.articlerc.json': setTo('error'),
      'corpus/1986/a.txt': EMPTY,
      'sub/b.txt': EMPTY_2,
    });
    const expected = { 'a.txt': 'error', 'b.txt': 'hint' };
    assert.deepEqual(severities(await check(cwd, '.')), expected);
    assert.deepEqual(await found(cwd, '.'), expected);
    assert.deepEqual(await found(path.join(cwd, 'sub'), '..'), expected);
    assert.deepEqual(await found('/', cwd), expected);
    assert.deepEqual(await found(path.join(cwd, 'corpus/1986'), '.'), { 'a.txt': 'error' });
    assert.deepEqual(await found(path.join(cwd, 'corpus/1986'), 'a.txt', '../../sub/b.txt'), expected);
    assert.deepEqual(severities(await run(['check', '--format', 'jsonl', '-'], path.join(cwd, 'corpus/1986'), EMPTY)), {
      '-': 'error',
    });
  });

  it('are looked for up to the highest folder that is named, outside a repository, in any order of names', async () => {
    const cwd = folder({
      '.articlerc.json': setTo('hint'),
      'corpus/.articlerc.json': setTo('error'),
      'corpus/1986/a.txt': EMPTY,
    });
    const corpus = path.join(cwd, 'corpus');
    assert.deepEqual(await found(cwd, 'corpus'), { 'a.txt': 'error' });
    assert.deepEqual(await found(corpus, '.'), { 'a.txt': 'error' });
    assert.deepEqual(await found(corpus, '1986'), { 'a.txt': 'warning' });
    assert.deepEqual(await found(corpus, '1986/a.txt'), { 'a.txt': 'warning' });
    assert.deepEqual(await found(cwd, 'corpus/*/*.txt'), { 'a.txt': 'error' });
    assert.deepEqual(await found(corpus, '**/*.txt'), { 'a.txt': 'error' });
    assert.deepEqual(await found(corpus, '1986/*.txt'), { 'a.txt': 'warning' });
    assert.deepEqual(await found(corpus, '1986', '.'), { 'a.txt': 'error' });
    assert.deepEqual(await found(corpus, '.', '1986'), { 'a.txt': 'error' });
    assert.deepEqual(await found(corpus, '1986/a.txt', '.'), { 'a.txt': 'error' });
  });

  it('are used in the home folder only if it is named, and never above it', async () => {
    const cwd = folder({
      '.git/HEAD': '',
      '.articlerc.json': setTo('error'),
      'ada/.articlerc.json': setTo('hint'),
      'ada/corpus/a.txt': EMPTY,
    });
    const ada = path.join(cwd, 'ada');
    await atHome(ada, async () => {
      assert.deepEqual(await found(cwd, 'ada/corpus'), { 'a.txt': 'warning' });
      assert.deepEqual(await found(ada, '.'), { 'a.txt': 'hint' });
      assert.deepEqual(await found(cwd, '.'), { 'a.txt': 'hint' });
      fs.rmSync(path.join(ada, '.articlerc.json'));
      assert.deepEqual(await found(cwd, '.'), { 'a.txt': 'warning' });
    });
  });

  for (const command of [
    ['check'],
    ['fix'],
    ['fix', '--diff'],
    ['format', '--layout', 'line'],
    ['export'],
    ['stats'],
  ] as const) {
    it(`that have an error are reported once by ${command.join(' ')}, and the next ones are used`, async () => {
      const cwd = folder({
        '.articlerc.json': setTo('off'),
        'sub/.articlerc.json': '{"rule":\n {}}',
        'sub/a.txt': EMPTY,
        'sub/b/c.txt': EMPTY_2,
      });
      const { code, stdout, stderr } = await run([...command, '.'], cwd);
      assert.equal(code, 2);
      assert.equal(
        stderr.split('sub/.articlerc.json:1:2: There is no setting “rule”. Did you mean “rules”?').length,
        2,
        stderr,
      );
      assert.include(stderr, 'sub/.articlerc.json: Until this is corrected, no setting in this file is used.');
      assert.notInclude(stdout, 'empty-field');
    });
  }

  it('that have an error keep every writing command from the files below, which are reported', async () => {
    const files = { '.articlerc.json': '{', 'a.txt': DAMAGED, 'b/c.txt': DAMAGED };
    for (const command of [['fix'], ['format', '--layout', 'fields']]) {
      const cwd = folder({ ...files, 'd/.articlerc.json': '{}', 'd/e.txt': DAMAGED });
      const { code, stdout, stderr } = await run([...command, '.'], cwd);
      assert.deepEqual([code, stdout], [2, 'd/e.txt\n']);
      for (const name of ['a.txt', 'b/c.txt']) {
        const refusal = `${name}: Its settings are unknown, because .articlerc.json has an error. It was left as it is. Correct that file first.`;
        assert.include(stderr, refusal);
        assert.equal(fs.readFileSync(path.join(cwd, name), 'utf8'), DAMAGED);
      }
      assert.match(stderr, /1 of 1 file changed\..* 2 files could not be read or written\.\n$/);
    }
    const { stdout, stderr } = await run(['fix', '.'], folder(files));
    assert.equal(stdout, '');
    assert.match(stderr, /Nothing was changed\. 2 files could not be read or written\.\n$/);
  });

  it('that are not in a file are reported', async () => {
    const cwd = folder({ 'a.txt': EMPTY, 'sub/.articlerc.json/x': '', 'sub/b.txt': EMPTY_2 });
    if (process.platform !== 'win32') fs.symlinkSync('nowhere', path.join(cwd, '.articlerc.json'));
    const { code, stdout, stderr } = await check(cwd, '.');
    assert.equal(code, 2);
    assert.deepEqual(severities({ code, stdout, stderr }), { 'a.txt': 'warning', 'b.txt': 'warning' });
    assert.include(stderr, `${path.join('sub', '.articlerc.json')}: This is a folder.`);
    if (process.platform !== 'win32') assert.include(stderr, ': .articlerc.json: There is no such file or folder.');
  });

  it('are reported without control characters', async () => {
    const cwd = folder({ '.articlerc.json': '{ "\\u001b[31m": 1 }', 'a.txt': EMPTY });
    const { stderr } = await check(cwd, '.');
    assert.include(stderr, '“␛[31m”');
    assert.notInclude(stderr, '\u001b');
  });

  it('are those of --config for all files, and --rule overrides them', async () => {
    const cwd = folder({ 'a/.articlerc.json': '{', 'a/x.txt': EMPTY, 'ours.json': setTo('error') });
    const { code, stdout, stderr } = await check(cwd, '--config', 'ours.json', 'a');
    assert.deepEqual([code, stderr], [0, '']);
    assert.deepEqual(severities({ code, stdout, stderr }), { 'x.txt': 'error' });
    const ruled = await check(cwd, '--config', 'ours.json', '--rule', 'empty-field=hint', 'a');
    assert.deepEqual(severities(ruled), { 'x.txt': 'hint' });
    assert.equal((await run(['fix', '--config', 'ours.json', 'a'], cwd)).code, 0);
  });

  it('are none with --isolated', async () => {
    const cwd = folder({ '.articlerc.json': '{', 'a.txt': EMPTY, 'b.txt': EMPTY_2, 'ours.json': setTo('error') });
    const outcome = await check(cwd, '--isolated', '.');
    assert.deepEqual([outcome.code, outcome.stderr], [0, '']);
    assert.deepEqual(severities(outcome), { 'a.txt': 'warning', 'b.txt': 'warning' });
  });

  it('are refused if the file of --config has an error or does not exist, or with --isolated', async () => {
    const cwd = folder({ 'a.txt': EMPTY, 'bad.json': '{"rules": {"x": "off"}, "y": 1}' });
    for (const command of [['check'], ['fix'], ['format', '--layout', 'fields'], ['export'], ['stats']]) {
      const { code, stdout, stderr } = await run([...command, '--config', 'bad.json', '.'], cwd);
      assert.deepEqual([code, stdout], [2, ''], command[0]);
      assert.equal(
        stderr,
        'article-format: bad.json:1:12: There is no rule “x”.\narticle-format: bad.json:1:25: There is no setting “y”.\n',
      );
    }
    const gone = await run(['fix', '--config', 'gone.json', '.'], cwd);
    assert.deepEqual([gone.code, gone.stdout], [2, '']);
    assert.equal(gone.stderr, 'article-format: gone.json: There is no such file or folder.\n');
    const itself = await run(['check', '--config', '.', '.'], cwd);
    assert.deepEqual([itself.code, itself.stderr], [2, 'article-format: .: This is a folder.\n']);
    const { stderr } = await run(['check', '--config', 'bad.json', '--isolated', '.'], cwd);
    assert.match(stderr, /^article-format: Option '--config <file>' cannot be used with option '--isolated'/);
    assert.equal(fs.readFileSync(path.join(cwd, 'a.txt'), 'utf8'), EMPTY);
  });

  it('are shown for a path, with the file that they come from', async () => {
    const cwd = folder({
      'corpus/.articlerc.json': '{ "rules": { "empty-field": "off" }, "additionalFields": ["B-Y"] }',
      'corpus/1986/a.txt': EMPTY,
    });
    const shown = async (...args: string[]) => {
      const { code, stdout, stderr } = await run(args, cwd);
      assert.deepEqual([code, stderr], [0, '']);
      const { path: name, settingsFile, rules, additionalFields } = JSON.parse(stdout);
      return [name, settingsFile, rules['empty-field'], rules['glued-sentences'], additionalFields];
    };
    const file = path.join('corpus', '.articlerc.json');
    for (const command of [['check'], ['fix'], ['format', '--layout', 'line'], ['export'], ['stats']]) {
      assert.deepEqual(await shown(...command, '--show-settings', 'corpus'), ['corpus', file, 'off', 'off', ['B-Y']]);
    }
    const deep = 'corpus/1986/a.txt';
    assert.deepEqual(await shown('check', '--show-settings', deep), [deep, null, 'warning', 'off', []]);
    assert.deepEqual(await shown('check', '--show-settings', deep, 'corpus'), [deep, file, 'off', 'off', ['B-Y']]);
    assert.deepEqual(await shown('check', '--isolated', '--show-settings', 'corpus'), [
      'corpus',
      null,
      'warning',
      'off',
      [],
    ]);
    assert.deepEqual(await shown('stats', '--config', file, '--rule', 'empty-field=hint', '--show-settings', deep), [
      ...[deep, file, 'hint', 'off', ['B-Y']],
    ]);
    assert.equal((await run(['check', '--show-settings', 'gone.txt'], cwd)).code, 2);
    fs.writeFileSync(path.join(cwd, file), '{');
    assert.equal((await run(['check', '--show-settings', 'corpus'], cwd)).code, 2);
  });
});

describe('what git ignores, on the command line', () => {
  const named = ({ stdout }: Outcome) => Object.keys(severities({ code: 0, stdout, stderr: '' })).sort();

  it('is compared with upper and lower case, unless the repository ignores case', async () => {
    const cwd = folder({
      '.git/config': '[core]\n',
      '.gitignore': 'News.txt\nOLD/\n',
      'news.txt': EMPTY,
      'old/a.txt': EMPTY_2,
    });
    assert.deepEqual(named(await check(cwd, '.')), ['a.txt', 'news.txt']);
    fs.writeFileSync(path.join(cwd, '.git/config'), '[core]\n\tignorecase = true\n');
    assert.deepEqual(named(await check(cwd, '.')), []);
    assert.deepEqual(named(await check(cwd, 'old')), ['a.txt']); // The folder itself was named.
  });

  it('is also in info/exclude, which .gitignore overrides', async () => {
    const cwd = folder({
      '.git/info/exclude': 'a.txt\nb.txt\n/sub/c.txt\n',
      '.gitignore': '!b.txt\n',
      'a.txt': EMPTY,
      'b.txt': EMPTY_2,
      'sub/c.txt': article('3', { title: ' ' }),
      'sub/d.txt': article('4', { title: ' ' }),
    });
    assert.deepEqual(named(await check(cwd, '.')), ['b.txt', 'd.txt']);
    assert.deepEqual(named(await check(cwd, 'sub')), ['d.txt']);
    assert.deepEqual(named(await check(path.join(cwd, 'sub'), '.')), ['d.txt']);
  });

  it('is what git itself ignores', async function () {
    const cwd = folder({
      '.gitignore': 'Old.txt\n/top.txt\nbuild*/\n!keep.txt\n',
      'x/.gitignore': '*.txt\n!y.txt\n',
      ...Object.fromEntries(
        [
          'old.txt',
          'Old.txt',
          'top.txt',
          'x/top.txt',
          'x/y.txt',
          'builds/a.txt',
          'keep.txt',
          'out.txt',
          'x/Out/z.txt',
        ].map((name, index) => [name, article(String(index), { title: ' ' })]),
      ),
    });
    try {
      execFileSync('git', ['init', '--quiet'], { cwd });
    } catch {
      this.skip(); // Git is not installed.
    }
    fs.mkdirSync(path.join(cwd, '.git/info'), { recursive: true });
    fs.writeFileSync(path.join(cwd, '.git/info/exclude'), 'out.txt\nkeep.txt\n');
    for (const ignorecase of ['false', 'true']) {
      execFileSync('git', ['config', 'core.ignorecase', ignorecase], { cwd });
      const args = ['ls-files', '--others', '--exclude-standard', '*.txt'];
      const env = { ...process.env, GIT_CONFIG_GLOBAL: path.join(cwd, 'none') };
      const files = execFileSync('git', args, { cwd, env, encoding: 'utf8' }).trim().split('\n');
      const { stdout } = await check(cwd, '.');
      const seen = new Set(
        stdout
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line).file),
      );
      assert.sameMembers([...seen], files, ignorecase);
    }
  });
});

describe('whether a rule may be on', () => {
  const off = { 'duplicate-text': 'off' } as const;
  const cwd = folder({
    'off/.articlerc.json': JSON.stringify({ rules: off }),
    'on/.articlerc.json': '{}',
    'off.json': JSON.stringify({ rules: off }),
  });
  const inFolder = (name: string) => ({ folder: path.join(cwd, name), root: path.join(cwd, name) });
  const [first, other] = [inFolder('off'), inFolder('on')];
  const mayBeOn = (files: readonly { folder: string; root: string }[], options: SettingsOptions = {}) =>
    new FolderSettings('2026-01-01', options, assert.fail).mayBeOn(duplicateText, files);

  it('is known of files in one folder', () => {
    assert.isFalse(mayBeOn([first, first]));
    assert.isTrue(mayBeOn([other, other]));
  });

  it('is not known of files in several folders, unless the call says so', () => {
    assert.isTrue(mayBeOn([first, other]));
    assert.isFalse(mayBeOn([first, other], { rule: off }));
    assert.isFalse(mayBeOn([first, other], { config: path.join(cwd, 'off.json') }));
    assert.isTrue(mayBeOn([first, first], { isolated: true }));
    assert.isTrue(mayBeOn([first, first], { rule: { 'duplicate-text': 'error' } }));
  });
});
