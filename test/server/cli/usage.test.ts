/**
 * A call that is not valid is answered with one line: the name of the program, what is wrong, and where to find help.
 */
import { assert } from 'chai';
import { article, folder, run } from './commandLine';

describe('a call that is not valid', () => {
  const CALLS: Readonly<Record<string, string>> = {
    '--nosuch': "Unknown option '--nosuch'. See --help.",
    'check --rul x .': "Unknown option '--rul'. Did you mean --rule? See --help.",
    'exprot .': "Unknown command 'exprot'. Did you mean export? See --help.",
    'help nope': "Unknown command 'nope'. See --help.",
    'help exprot': "Unknown command 'exprot'. Did you mean export? See --help.",
    'help fix check': "Too many arguments for 'help'. Expected 1 argument but got 2. See --help.",
    'completion basch': `Command-argument value 'basch' is invalid for argument 'shell'. Allowed choices are bash, zsh, fish. Did you mean “bash”? See --help.`,
    'import a.jsonl': "Add '-o, --output <folder>', which this command needs. See --help.",
    'export . news.csv': 'news.csv has the name of a table. To write the table to it, put -o before it.',
    'import -o out': "Missing required argument 'file'. See --help.",
    'check --config': "Option '--config <file>' argument missing. See --help.",
    'check --format x .': `Option '--format <form>' argument 'x' is invalid. Allowed choices are pretty, jsonl, sarif, github, gitlab, junit, csv. See --help.`,
    'check --format jsn .': `Option '--format <form>' argument 'jsn' is invalid. Allowed choices are pretty, jsonl, sarif, github, gitlab, junit, csv. Did you mean “jsonl”? See --help.`,
    'check --rule all=warn .': `Option '--rule <code=severity>' argument 'all=warn' is invalid. all must be one of "error", "warning", "information", "hint", "off". Did you mean “warning”? See --help.`,
    'check --select empty-feild .':
      "Option '--select <codes>' argument 'empty-feild' is invalid. There is no rule “empty-feild”. Did you mean “empty-field”? See --help.",
    'check --rule x=off .':
      "Option '--rule <code=severity>' argument 'x=off' is invalid. There is no rule “x”. See --help.",
    'format --layout line --check --stdout .': "Option '--stdout' cannot be used with option '--check'. See --help.",
    'undo a b': "Too many arguments for 'undo'. Expected 1 argument but got 2. See --help.",
    'check --\n\u001b[31m .': "Unknown option '--␊␛[31m'. See --help.",
    'fix -a.txt':
      "Unknown option '-a.txt'. A file has this name: put ./ before the name, or before the wildcard. See --help.",
    check: 'Name a file, a folder or a glob, or - for standard input. See --help.',
  };
  for (const [call, message] of Object.entries(CALLS)) {
    it(`is answered in one line: ${JSON.stringify(call)}`, async () => {
      const { code, stdout, stderr } = await run(call.split(' '), folder({ 'a.txt': article('1'), '-a.txt': '' }));
      assert.deepEqual([code, stdout, stderr], [2, '', `article-format: ${message}\n`]);
    });
  }
});

describe('article-format help', () => {
  it('shows the help of a command, or of all, as --help does', async () => {
    const shown = (...call: string[]) => run(call, folder({}));
    assert.deepEqual(await shown('help', 'fix'), await shown('fix', '--help'));
    assert.deepEqual(await shown('help'), await shown('--help'));
    assert.equal((await shown('help')).code, 0);
  });
});
