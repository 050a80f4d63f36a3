import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { folder, run } from './cli/commandLine';
import { findingsIn } from './core/findings';

const samples = path.resolve(import.meta.dirname, '../../samples');
const read = (name: string) => fs.readFileSync(path.join(samples, name), 'utf8');

describe('samples', () => {
  it('that are healthy have no finding', () => {
    assert.deepEqual(findingsIn(read('000_dcc53a93f2feb93c.txt')), []);
    assert.deepEqual(findingsIn(read('several-articles.txt')), []);
  });

  it('of problems have one in each article, which its headline names', () => {
    const lines = read('every-problem.txt').trimEnd().split('\n');
    assert.deepEqual(
      findingsIn(read('every-problem.txt')).map(({ code }) => code),
      lines.map((line) => /([a-z]+-[a-z]+): /.exec(line)?.[1]),
    );
  });
});

describe('the sample corpus', () => {
  const corpus = path.resolve(import.meta.dirname, '../../sample-corpus');

  it('has twelve articles, and five things that went wrong', async () => {
    assert.lengthOf(
      fs.readdirSync(corpus, { recursive: true }).filter((name) => String(name).endsWith('.txt')),
      12,
    );
    const { stdout } = await run(['check', '--format', 'jsonl', corpus], folder({}));
    const findings = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      findings.map(({ file, code, fix }) => `${path.basename(file)}: ${code}, ${fix}`),
      [
        'article_104.txt: unmatched-start, safe',
        'article_106.txt: misspelled-marker, safe',
        'article_108.txt: invalid-date, suggested',
        'article_110.txt: placeholder-text, null',
        'article_111.txt: duplicate-text, null',
        'article_112.txt: duplicate-text, null',
      ],
    );
  });
});
