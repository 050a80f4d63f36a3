import path from 'node:path';
import { assert } from 'chai';
import { CheckRun } from '../../../../../server/src/cli/check/checkRun';
import type { ReportedFinding } from '../../../../../server/src/cli/check/report';
import type { InputFile } from '../../../../../server/src/cli/input/inputFile';
import { Output } from '../../../../../server/src/cli/output/output';
import { LeftAlone } from '../../../../../server/src/cli/reading/leftAlone';
import { FolderSettings } from '../../../../../server/src/cli/settings/settings';
import { article, folder } from '../../commandLine';

const TEXT =
  'Talks about a truce go on in Cairo – the envoy said on Tuesday – but no date is set while aid waits at the border and prices rise again.';

/** The findings of the rule in files with these contents, by name: the file, the index of the article, and the message. */
async function found(
  contents: Readonly<Record<string, string>>,
  settings = '{ "rules": { "near-duplicate": "hint" } }',
) {
  const cwd = folder({ ...contents, '.articlerc.json': settings });
  const names = Object.keys(contents).filter((name) => name.endsWith('.txt'));
  const files = names.map((name): InputFile => {
    const file = path.join(cwd, name);
    return { path: file, name, folder: path.dirname(file), root: cwd, named: true, regular: true };
  });
  const findings: ReportedFinding[] = [];
  const run = new CheckRun({
    files,
    settings: new FolderSettings('2026-01-01', {}, assert.fail),
    output: new Output(),
    complain: assert.fail,
    leftAlone: new LeftAlone(false),
    report: (finding) => findings.push(finding),
  });
  await run.run();
  return findings
    .filter(({ code }) => code === 'near-duplicate')
    .map(({ file, article: of, message, marked, related }) => ({
      place: `${file} ${of?.index}`,
      message: message.replace(/ Keep one.*/, ''),
      marked,
      related: related.map((other) => other.file),
    }));
}

describe('near-duplicate', () => {
  it('reports articles in healthy and in damaged files, with the articles that they are like', async () => {
    const findings = await found({
      'a.txt': article('1', { text: TEXT }),
      // A marker is lost, so the articles must be parsed; line ends are white space like any other.
      'b/b.txt':
        article('2') + article('3', { text: `${TEXT.replaceAll(' ', '\r\n')} Talks` }).replace('D-A-T-E-E-N-D.', ''),
      'c.txt':
        article('4', { text: `${TEXT} And so on.` }) +
        article('5', { text: 'Quite another text of more than five words.' }),
    });
    assert.deepEqual(
      findings.map(({ place, message }) => `${place}: ${message}`),
      [
        'a.txt 1: 2 other articles have nearly this text, with another number; 96 % of the closest one is the same.',
        'b/b.txt 2: 2 other articles have nearly this text, with another number; 96 % of the closest one is the same.',
        'c.txt 1: 2 other articles have nearly this text, with another number; 89 % of the closest one is the same.',
      ],
    );
    assert.deepEqual(
      findings.map(({ marked, related }) => [marked, ...related]),
      [
        ['T-E-X-T-S-T-A-R-T.', 'b/b.txt', 'c.txt'],
        ['T-E-X-T-S-T-A-R-T.', 'a.txt', 'c.txt'],
        ['T-E-X-T-S-T-A-R-T.', 'a.txt', 'b/b.txt'],
      ],
    );
  });

  it('reports neither the same text, which has its own rule, nor the same number, nor a short text', async () => {
    assert.isEmpty(
      await found({
        'a.txt': article('1', { text: TEXT }) + article('2', { text: TEXT }),
        'b.txt': article('3', {
          text: `${TEXT} of other words that are so many that less than eighty of hundred are shared`,
        }),
        'c.txt': article('4', { text: 'Talks go on.' }) + article('5', { text: 'Talks go on .' }),
      }),
    );
    assert.isEmpty(
      await found({ 'a.txt': article('1', { text: TEXT }), 'b.txt': article('1', { text: `${TEXT} Talks` }) }),
    );
  });

  it('is off unless the settings of a file say otherwise; then it is compared with all files', async () => {
    const files = { 'a.txt': article('1', { text: TEXT }), 'b/b.txt': article('2', { text: `${TEXT} Talks` }) };
    assert.isEmpty(await found(files, '{}'));
    const places = (await found({ ...files, 'b/.articlerc.json': '{}' })).map(({ place }) => place);
    assert.deepEqual(places, ['a.txt 1']);
  });
});
