import path from 'node:path';
import { assert } from 'chai';
import { repositoryAbove } from '../../../server/src/disk/git/repository';
import { kindOf } from '../../../server/src/disk/kindOf';
import { listFiles } from '../../../server/src/disk/listFiles';
import { readWanted } from '../../../server/src/disk/readFile';
import type { Host } from '../../../server/src/lsp/host';
import { PREVIEW_FIXES, type PreviewFixesAnswer } from '../../../server/src/protocol';
import { folder } from '../cli/commandLine';
import { articleText } from '../core/articles';
import { CAPABILITIES, CorpusClient, FOLDER, uriOf } from './corpusClient';

const BAD_DAY = articleText(['1', '2024-02-30', 'A truce', 'Text.']);
const DAMAGED = articleText(['2', '2024-04-09', 'A truce', 'Another text.']).replace(
  'T-I-T-L-E-E-N-D.',
  'T-I-T-L-E-E-N-D',
);
const OTHER = DAMAGED.replace(' 2 ', ' 3 ').replace('Another', 'Some');
const OFF = '{ "rules": { "invalid-date": "off" } }';

describe('a settings file with an error', () => {
  it('shows the error in its place until it is corrected or the file is gone; meanwhile the next file is in force', async () => {
    const client = await CorpusClient.connect({
      '.articlerc.json': OFF,
      'sub/.articlerc.json': '{\n  "rule": {} }',
      'sub/a.txt': BAD_DAY,
    });
    await client.until({ 'sub/.articlerc.json': ['undefined'] });
    const [diagnostic] = client.diagnostics('sub/.articlerc.json');
    assert.deepEqual(diagnostic?.range, { start: { line: 1, character: 2 }, end: { line: 1, character: 8 } });
    assert.equal(
      diagnostic?.message,
      'There is no setting “rule”. Did you mean “rules”? Until this is corrected, no setting in this file is used.',
    );
    assert.deepEqual([diagnostic?.severity, diagnostic?.source], [1, 'article']);
    await client.write('sub/.articlerc.json', '{ "rules": {} }');
    await client.until({ 'sub/a.txt': ['invalid-date'] });
    await client.write('sub/.articlerc.json', '{ "rules": {} ');
    await client.until({ 'sub/.articlerc.json': ['undefined'] });
    await client.remove('sub/a.txt');
    await client.remove('sub/.articlerc.json');
    await client.until({});
    assert.deepEqual(client.warnings, [
      'sub/.articlerc.json has an error, so no setting in it is used. Open the file to see the error.',
    ]);
  });

  it('stops fixes of the files below it, and is not changed by a quick fix', async () => {
    const client = await CorpusClient.connect({ 'sub/.articlerc.json': '{', 'sub/a.txt': DAMAGED, 'b.txt': OTHER });
    const fault = ['undefined'];
    const bad = ['misspelled-marker'];
    await client.until({ 'sub/.articlerc.json': fault, 'sub/a.txt': bad, 'b.txt': bad });
    const open = { open: [uriOf('sub/a.txt'), uriOf('b.txt')] };
    await client.show('sub/a.txt');
    await client.show('b.txt');
    const { files, left } = await client.request<PreviewFixesAnswer>(PREVIEW_FIXES, open);
    assert.deepEqual(
      files.map(({ uri }) => uri),
      [uriOf('b.txt')],
    );
    const reason = 'Its settings are unknown, because its .articlerc.json has an error. Correct that file first.';
    assert.deepEqual(left, [{ uri: uriOf('sub/a.txt'), reason }]);
  });

  it('may be a folder, or a link that leads nowhere', async () => {
    for (const kind of ['folder', 'other'] as const) {
      const isSettings = (uri: string) => uri === uriOf('.articlerc.json');
      const client = await CorpusClient.connect({ 'a.txt': BAD_DAY }, {}, CAPABILITIES, {
        kindOf: async (uri) => (isSettings(uri) ? kind : undefined),
      });
      await client.until({ '.articlerc.json': ['undefined'], 'a.txt': ['invalid-date'] });
      assert.include(client.diagnostics('.articlerc.json')[0]?.message, kind === 'folder' ? 'folder' : 'link');
    }
  });
});

describe('settings of an editor', () => {
  it('that are not valid are reported once, and the others are used', async () => {
    const article = {
      rules: { 'invalid-date': 'off', 'invalid-dates': 'off', 'empty-field': 'no' },
      additionalFields: 'B',
    };
    const client = await CorpusClient.connect({ 'a.txt': BAD_DAY, 'sub/b.txt': DAMAGED }, { article });
    await client.until({ 'sub/b.txt': ['misspelled-marker'] });
    await client.check();
    await client.show('a.txt');
    assert.sameMembers(client.warnings, [
      'In the setting article.rules: There is no rule “invalid-dates”. Did you mean “invalid-date”?',
      'In the setting article.rules: empty-field must be one of "error", "warning", "information", "hint", "off".',
      'In the setting article.additionalFields: additionalFields must be a list: ["B-Y-L-I-N-E"].',
    ]);
  });

  it('may be missing, or null', async () => {
    for (const article of [null, {}, { rules: null, additionalFields: null }]) {
      const client = await CorpusClient.connect({ 'a.txt': BAD_DAY }, { article });
      await client.until({ 'a.txt': ['invalid-date'] });
      assert.isEmpty(client.warnings);
    }
  });
});

describe('a folder in a git repository', () => {
  /** The server on disk, with the folder `sub` of a repository open. */
  async function openSub(files: Record<string, string>): Promise<CorpusClient> {
    const root = folder(files);
    const at = (uri: string) => path.join(root, 'sub', decodeURIComponent(uri.slice(FOLDER.length)));
    const host: Host = {
      readFile: (uri, isWanted) => readWanted(pathOf(uri), isWanted),
      kindOf: (uri) => kindOf(pathOf(uri)),
      listFiles: (uri, walk) => listFiles(pathOf(uri), walk),
      aboveOf: async (uri) => repositoryAbove(pathOf(uri)),
    };
    /** The client's folder is `sub`; the folder above it is the repository. */
    function pathOf(uri: string): string {
      return uri.startsWith(FOLDER) ? at(uri) : path.join(root, decodeURIComponent(uri.slice('file:///'.length)));
    }
    return CorpusClient.connect({}, {}, CAPABILITIES, host);
  }

  it('uses the settings files above it', async () => {
    const client = await openSub({
      '.git/HEAD': '',
      '.articlerc.json': OFF,
      'sub/a.txt': BAD_DAY,
      'sub/b.txt': DAMAGED,
    });
    await client.until({ 'b.txt': ['misspelled-marker'] });
  });

  it('watches the settings files above it, which are outside the workspace', async () => {
    const host: Partial<Host> = { kindOf: async (uri) => (uri === 'file:///.git' ? 'folder' : undefined) };
    const watching = { dynamicRegistration: true, relativePatternSupport: true };
    const workspace = { ...CAPABILITIES.workspace, didChangeWatchedFiles: watching };
    const files = { 'a.txt': BAD_DAY, 'sub/b.txt': DAMAGED };
    const client = await CorpusClient.connect(files, {}, { ...CAPABILITIES, workspace }, host);
    await client.until({ 'a.txt': ['invalid-date'], 'sub/b.txt': ['misspelled-marker'] });
    const watchers = client.registrations.flatMap(({ registerOptions }) => registerOptions.watchers);
    assert.deepEqual(watchers, [
      { globPattern: '**/*' },
      { globPattern: { baseUri: 'file:///', pattern: '.articlerc.json' } },
    ]);
  });

  it('obeys .gitignore and info/exclude above it, with upper and lower case as git has them', async () => {
    const numbered = (number: string) => articleText([number, '2024-02-30', 'A truce', `Text ${number}.`]);
    const client = await openSub({
      '.git/info/exclude': '/sub/a.txt\n',
      '.gitignore': 'B.txt\nc.txt\n',
      'sub/a.txt': numbered('1'),
      'sub/b.txt': numbered('2'),
      'sub/c.txt': numbered('3'),
      'sub/in/.git/info/exclude': 'd.txt\n',
      'sub/in/.git/config': '[core]\nignorecase = true\n',
      'sub/in/.gitignore': 'E.txt\n',
      'sub/in/d.txt': numbered('4'),
      'sub/in/e.txt': numbered('5'),
      'sub/in/f.txt': numbered('6'),
    });
    await client.until({ 'b.txt': ['invalid-date'], 'in/f.txt': ['invalid-date'] });
  });
});

describe('a client that lists files for the server', () => {
  it('is asked for the repository of the folder', async () => {
    const client = await CorpusClient.connect(
      {
        '.git/config': '[core]\nignorecase = true\n',
        '.git/info/exclude': 'a.txt\n',
        '.gitignore': 'B.txt\n',
        'a.txt': BAD_DAY,
        'b.txt': BAD_DAY,
        'c.txt': BAD_DAY,
      },
      {},
      CAPABILITIES,
      { readFile: () => undefined, listFiles: () => undefined },
    );
    await client.until({ 'c.txt': ['invalid-date'] });
  });
});
