import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020';
import { assert } from 'chai';
import { root } from '../../../../scripts/generate/index';
import { article, BIN, folder, run } from '../commandLine';

const BAD_DATE = article('2', { date: '2024-02-30' });

interface Line {
  readonly file: string;
  readonly code: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly fix: string | null;
}

function lines(stdout: string): Line[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

describe('article-format check', () => {
  it('ends with 0 and says how much it has checked if everything is in order', async () => {
    const cwd = folder({
      'article_1.txt': article('1'),
      'more/article_2.txt': article('2'),
      'notes.txt': 'Just notes.',
    });
    const { code, stdout, stderr } = await run(['check', '.'], cwd);
    assert.equal(code, 0);
    assert.equal(stdout, 'No problems in 2 files; 1 other file left alone, no articles.\n');
    assert.include(stderr, '1 file left alone, no articles: notes.txt.');
  });

  it('says that there are no articles, and not that everything is in order, if it finds none', async () => {
    assert.equal(
      (await run(['check', '.'], folder({}))).stdout,
      'No articles were found. In a folder, they are looked for in files whose names end in .txt or .article.\n',
    );
    const { stdout } = await run(['check', '.'], folder({ 'notes.txt': 'Just notes.' }));
    assert.equal(stdout, 'No articles were found in 1 file.\n');
  });

  it('says that a name with spaces needs quotation marks', async () => {
    const cwd = folder({ 'my articles/a.txt': article('1') });
    const { code, stderr } = await run(['check', 'my', 'articles'], cwd);
    assert.equal(code, 2);
    assert.equal(
      stderr,
      'article-format: my: There is no such file or folder. Put a name with spaces in quotation marks: "my articles"\n',
    );
    assert.equal((await run(['check', 'my articles'], cwd)).code, 0);
  });

  it('says that a name is empty, as that of a variable without a value', async () => {
    const { code, stderr } = await run(['check', '', 'a.txt'], folder({ 'a.txt': article('1') }));
    assert.equal(code, 2);
    assert.equal(stderr, 'article-format: A name is empty, as if a variable had no value. Name a file or a folder.\n');
  });

  it('says in a sentence that the list of files does not exist', async () => {
    const { code, stderr } = await run(['check', '--files-from', 'nowhere.txt'], folder({}));
    assert.deepEqual([code, stderr], [2, 'article-format: nowhere.txt: There is no such file or folder.\n']);
  });

  it('names the problems that fix mends, and how many there are', async () => {
    const damaged = article('1').replace('T-I-T-L-E-S-T-A-R-T.', 'T–I–T–L–E–S–T–A–R–T.');
    const { stdout } = await run(['check', 'a.txt', 'b.txt'], folder({ 'a.txt': damaged, 'b.txt': BAD_DATE }));
    assert.match(stdout, / {2}misspelled-marker {2}safe fix\n/);
    assert.match(stdout, / {2}invalid-date\n/);
    assert.match(stdout, /\n1 problem can be fixed safely: article-format fix\n$/);
  });

  it('underlines the place and ends with 1', async () => {
    const { code, stdout } = await run(['check', 'a.txt'], folder({ 'a.txt': BAD_DATE }));
    assert.equal(code, 1);
    assert.equal(
      stdout,
      `a.txt
  1:50  error  February 2024 has no day 30; it has 29 days. Correct the date.  invalid-date
      …T. 2 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-02-30 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T…
                                           ^^^^^^^^^^

1 error in 1 of 1 file.
`,
    );
  });

  it('makes control characters visible, and never shows a whole line', async () => {
    const text = `${'x'.repeat(5000)} \u001b[31m\u202ered \u200b`;
    const { stdout } = await run(['check', '-'], folder({}), article('1', { text }));
    assert.include(stdout, '␛[31m<U+202E>red');
    assert.isBelow(Math.max(...stdout.split('\n').map(({ length }) => length)), 300);
    for (const character of '\u001b\u202e\u200b') assert.notInclude(stdout, character);
  });

  it('fails at the requested severity', async () => {
    const cwd = folder({ 'a.txt': article('1', { title: ' ' }) });
    assert.equal((await run(['check', 'a.txt'], cwd)).code, 0);
    assert.equal((await run(['check', '--fail-on', 'warning', 'a.txt'], cwd)).code, 1);
    assert.equal((await run(['check', '--rule', 'empty-field=error', 'a.txt'], cwd)).code, 1);
    assert.equal((await run(['check', '--rule', 'empty-field=error', '--fail-on', 'never', 'a.txt'], cwd)).code, 0);
  });

  it('writes findings that match the schema, always in the same order', async () => {
    const twins = { 'b/lf_7.txt': article('8', { text: 'Twin.' }), 'a/x.txt': article('9', { text: 'Twin.' }) };
    const cwd = folder({
      ...twins,
      'a/bad.txt': BAD_DATE,
      'a/bom.txt': `\ufeff${article('4')}`,
      'a/c.txt': `${article('5')}x`,
    });
    fs.writeFileSync(path.join(cwd, 'a/latin1.txt'), Buffer.from(article('6', { title: 'Caf\u00e9' }), 'latin1'));
    const { code, stdout } = await run(['check', '--format', 'jsonl', 'a', 'b'], cwd);
    assert.equal(code, 1);
    const schema = JSON.parse(fs.readFileSync(path.join(root, 'schemas/finding.schema.json'), 'utf8'));
    const isValid = new Ajv2020({ strict: true }).compile(schema);
    for (const line of lines(stdout)) assert.isTrue(isValid(line), JSON.stringify(isValid.errors));
    assert.deepEqual(
      lines(stdout).map(({ file, code: rule, fix }) => [file, rule, fix]),
      [
        ['a/bad.txt', 'invalid-date', null],
        ['a/bom.txt', 'byte-order-mark', null],
        ['a/c.txt', 'stray-text', 'suggested'],
        ['a/latin1.txt', 'not-utf-8', null],
        ['a/x.txt', 'duplicate-text', null],
        ['b/lf_7.txt', 'file-name-mismatch', null],
        ['b/lf_7.txt', 'duplicate-text', null],
      ],
    );
  });

  it('reports a byte that is not UTF-8 with its offset', async () => {
    const bytes = Buffer.from(article('6', { title: 'Caf\u00e9' }), 'latin1');
    const { code, stdout } = await run(['check', 'a.txt'], folder({ 'a.txt': bytes }));
    assert.equal(code, 1);
    assert.include(stdout, `byte E9 (hexadecimal) at offset ${bytes.indexOf(0xe9)}`);
  });

  it('takes settings from the nearest file, which --rule overrides', async () => {
    const empty = article('1', { title: ' ' });
    const cwd = folder({
      '.articlerc.json': '{ "rules": { "empty-field": "error" } }',
      'a/.articlerc.json': '{ "rules": { "empty-field": "off" } }',
      'a/x.txt': empty,
      'b/y.txt': empty.replace(' 1 ', ' 2 ').replace('Text 1', 'Text 2'),
    });
    const found = async (...args: string[]) =>
      lines((await run(['check', '--format', 'jsonl', ...args, '.'], cwd)).stdout).map(({ file }) => file);
    assert.deepEqual(await found(), ['b/y.txt']);
    assert.deepEqual(await found('--rule', 'empty-field=warning'), ['a/x.txt', 'b/y.txt']);
  });

  it('takes lists of files and globs, and each file once', async () => {
    const cwd = folder({ 'a b.txt': article('1'), 'c\nd.txt': BAD_DATE, 'e.txt': article('3') });
    const listed = await run(['check', '--format', 'jsonl', '--files-from', '-'], cwd, 'a b.txt\0c\nd.txt\0');
    assert.deepEqual(
      lines(listed.stdout).map(({ file }) => file),
      ['c\nd.txt'],
    );
    const { stdout } = await run(['check', '*.txt', 'e.txt', './e.txt'], cwd);
    assert.include(stdout, '1 error in 1 of 3 files.');
  });

  it('leaves out what git ignores, except what is named', async () => {
    const cwd = folder({
      '.gitignore': 'old/\n*.article\n',
      'old/x.txt': BAD_DATE,
      'y.article': BAD_DATE,
      'z.txt': article('3'),
    });
    assert.include((await run(['check', '.'], cwd)).stdout, 'No problems in 1 file.');
    assert.equal((await run(['check', 'old/x.txt'], cwd)).code, 1);
  });

  it('leaves out named files that are not articles if asked to', async () => {
    const cwd = folder({ 'notes.txt': `${'A preface. '.repeat(500)}${BAD_DATE}`, 'a.txt': BAD_DATE });
    assert.include((await run(['check', 'notes.txt', 'a.txt'], cwd)).stdout, 'stray-text');
    const { stdout } = await run(['check', '--articles-only', '--files-from', '-'], cwd, 'notes.txt\na.txt\n');
    assert.include(stdout, '1 error in 1 of 1 file; 1 other file left alone, no articles.');
  });

  it('ends with 2 if a call is not valid', async () => {
    const cwd = folder({});
    for (const args of [
      ['check'],
      ['chekc'],
      ['check', '--format', 'xml', '.'],
      ['check', '--rule', 'no-rule=error', '.'],
    ]) {
      const { code, stdout, stderr } = await run(args, cwd);
      assert.equal(code, 2, args.join(' '));
      assert.equal(stdout, '', args.join(' '));
      assert.isNotEmpty(stderr);
    }
  });

  it('reports what it cannot read, checks the rest, and ends with 2', async () => {
    const cwd = folder({ 'a.txt': BAD_DATE });
    fs.symlinkSync('nowhere', path.join(cwd, 'link.txt'));
    const { code, stdout, stderr } = await run(['check', 'gone.txt', 'link.txt', 'a.txt'], cwd);
    assert.equal(code, 2);
    assert.include(stdout, 'invalid-date');
    assert.include(stderr, 'gone.txt: There is no such file or folder.');
    assert.include(stderr, 'link.txt: This link leads nowhere');
  });

  it('writes commands for GitHub, with special characters escaped', async () => {
    const { stdout } = await run(['check', '--format', 'github', 'a,b:c%.txt'], folder({ 'a,b:c%.txt': BAD_DATE }));
    assert.equal(
      stdout,
      '::error file=a%2Cb%3Ac%25.txt,line=1,endLine=1,col=50,endColumn=59,title=invalid-date::February 2024 has no day 30; it has 29 days. Correct the date.\n',
    );
  });

  it('writes SARIF for code scanning, with all rules', async () => {
    const { stdout } = await run(['check', '--format', 'sarif', 'a b.txt'], folder({ 'a b.txt': BAD_DATE }));
    const { version, runs } = JSON.parse(stdout);
    const [{ tool, results }] = runs;
    assert.equal(version, '2.1.0');
    assert.equal(tool.driver.rules[results[0].ruleIndex].id, 'invalid-date');
    assert.deepEqual(results[0].locations[0].physicalLocation, {
      artifactLocation: { uri: 'a%20b.txt' },
      region: { startLine: 1, startColumn: 50, endLine: 1, endColumn: 60, charOffset: 49, charLength: 10 },
    });
  });

  async function sarifOf(cwd: string, ...args: readonly string[]) {
    const { stdout, stderr, code } = await run(['check', '--format', 'sarif', ...args], cwd);
    return { ...JSON.parse(stdout).runs[0], stderr, code };
  }

  it('writes SARIF with the right URI for each file', async () => {
    const names = ['a b.txt', 'sub/50%.txt', 'a:b#?.txt', 'ü.txt', ...(path.sep === '/' ? ['back\\slash.txt'] : [])];
    const cwd = folder(Object.fromEntries(names.map((name) => [name, BAD_DATE])));
    const urisOf = async (...paths: readonly string[]) => {
      const { results } = await sarifOf(
        cwd,
        '--rule',
        'duplicate-text=off',
        '--rule',
        'duplicate-number=off',
        ...paths,
      );
      return results.map(
        (result: { locations: [{ physicalLocation: { artifactLocation: { uri: string } } }] }) =>
          result.locations[0].physicalLocation.artifactLocation.uri,
      );
    };
    const uris = names.map((name) => name.split('/').map(encodeURIComponent).join('/'));
    assert.sameMembers(await urisOf('.'), uris);
    assert.sameMembers(await urisOf(cwd), uris);
    const outside = folder({ 'x y.txt': BAD_DATE });
    assert.deepEqual(await urisOf(path.join(outside, 'x y.txt')), [pathToFileURL(path.join(outside, 'x y.txt')).href]);
  });

  it('writes SARIF that names the program and explains each rule', async () => {
    const { tool } = await sarifOf(folder({ 'a.txt': BAD_DATE }), '.');
    const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
    assert.equal(tool.driver.version, version);
    for (const { id, help, helpUri } of tool.driver.rules) {
      assert.include(help.text, id);
      assert.include(help.markdown, `"${id}": "off"`);
      assert.isTrue(fs.existsSync(path.join(root, 'docs/rules', new URL(helpUri).pathname)), helpUri);
    }
    assert.isTrue(fs.existsSync(path.join(root, 'docs/rules', new URL(tool.driver.informationUri).pathname)));
  });

  it('gives each result of SARIF a fingerprint that does not depend on other results', async () => {
    const bad = (number: string) => article(number, { date: '2024-02-30', title: 'Ga\u200bza Ga\u200bza' });
    const printsOf = async (...numbers: readonly string[]) => {
      const { results } = await sarifOf(folder({ 'a.txt': numbers.map(bad).join('') }), 'a.txt');
      return results.map((result: { partialFingerprints: { primaryLocationLineHash: string } }) => {
        assert.match(result.partialFingerprints.primaryLocationLineHash, /^[\w.]+:\d+$/);
        return result.partialFingerprints.primaryLocationLineHash;
      });
    };
    const both = await printsOf('1', '2');
    assert.lengthOf(new Set(both), 6);
    assert.deepEqual(await printsOf('2'), both.slice(3));
    assert.deepEqual(await printsOf('3', '1', '2'), [...(await printsOf('3')), ...both]);
  });

  it('makes the fingerprints of findings across files from their articles', async () => {
    const twins = article('1', { text: 'Twin.' }) + article('2', { text: 'Twin.' });
    const { results } = await sarifOf(folder({ 'a.txt': twins, 'b.txt': article('3', { text: 'Twin.' }) }), '.');
    const prints = results.map((result: { partialFingerprints: object }) => JSON.stringify(result.partialFingerprints));
    assert.isAtLeast(prints.length, 2);
    assert.lengthOf(new Set(prints), prints.length);
  });

  it('reports in SARIF what could not be read', async () => {
    const { invocations, stderr, code } = await sarifOf(folder({ 'a.txt': article('1') }), 'a.txt', 'gone.txt');
    const [{ executionSuccessful, toolExecutionNotifications: notes }] = invocations;
    assert.deepEqual([code, executionSuccessful, notes.length, notes[0].level], [2, false, 1, 'error']);
    assert.equal(notes[0].locations[0].physicalLocation.artifactLocation.uri, 'gone.txt');
    assert.equal(`article-format: ${notes[0].message.text}\n`, stderr);
    const [fine] = (await sarifOf(folder({ 'a.txt': article('1') }), 'a.txt')).invocations;
    assert.deepEqual(fine, { executionSuccessful: true, toolExecutionNotifications: [] });
  });

  it('says if SARIF has more results than GitHub accepts', async () => {
    const bad = (number: number, count: number) =>
      article(String(number), { text: `${'Ga\u200bza '.repeat(count)}${number}` });
    const most = Array.from({ length: 250 }, (_, number) => bad(number, 100)).join('');
    const off = ['--rule', 'duplicate-text=off', 'a.txt'];
    const { results, invocations, stderr } = await sarifOf(folder({ 'a.txt': most + bad(250, 1) }), ...off);
    assert.lengthOf(results, 25_001);
    assert.match(stderr, /^article-format: There are 25,001 results\. GitHub code scanning refuses more than 25,000/);
    assert.include(stderr, invocations[0].toolExecutionNotifications[0].message.text);
    assert.equal((await sarifOf(folder({ 'a.txt': most }), ...off)).stderr, '');
  });

  it('writes the report to a file, and never over articles', async () => {
    const cwd = folder({ 'a.txt': BAD_DATE });
    const args = ['check', '--format', 'jsonl', '--quiet', 'a.txt', '--output-file'];
    const { code, stdout } = await run([...args, 'report.jsonl'], cwd, '', { FORCE_COLOR: '1', NO_COLOR: '' });
    assert.deepEqual([code, stdout], [1, '']);
    assert.equal(lines(fs.readFileSync(path.join(cwd, 'report.jsonl'), 'utf8'))[0]?.code, 'invalid-date');
    const refused = await run([...args, 'a.txt'], cwd);
    assert.equal(refused.code, 2);
    assert.include(refused.stderr, 'a.txt holds articles, and a report would replace them.');
    assert.equal(fs.readFileSync(path.join(cwd, 'a.txt'), 'utf8'), BAD_DATE);
  });

  it('accepts empty input', async () => {
    const cwd = folder({ 'empty.txt': '' });
    assert.equal((await run(['check', 'empty.txt'], cwd)).code, 0);
    assert.equal((await run(['check', '-'], cwd)).code, 0);
  });

  it('stops quietly when its reader stops', async () => {
    const cwd = folder({ 'a.txt': BAD_DATE.repeat(5_000) });
    const child = spawn(process.execPath, [BIN, 'check', '--format', 'jsonl', 'a.txt'], { cwd });
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [code] = await once(child, 'close');
    assert.deepEqual([code, stderr], [141, '']);
  });

  it('prints its version', async () => {
    const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
    assert.deepEqual(await run(['--version'], folder({})), { code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('prints help', async () => {
    const { code, stdout } = await run(['check', '--help'], folder({}));
    assert.equal(code, 0);
    for (const word of ['--files-from', '--format', '--fail-on', '--rule', '.articlerc.json', 'duplicate-text']) {
      assert.include(stdout, word);
    }
  });
});
