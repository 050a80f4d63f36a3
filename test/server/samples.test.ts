import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
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
