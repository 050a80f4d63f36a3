/** The study of the documentation, from a scraped table to a figure, run as it is written. */
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { root } from '../../scripts/generate/index';
import { folder, run } from '../server/cli/commandLine';
import { blocksOf, follow } from './pages';
import { python, r, unlessMissing } from './programs';

const PAGE = fs.readFileSync(path.join(root, 'docs/study.md'), 'utf8');
const TABLE = fs.readFileSync(path.join(root, 'samples/scraped.csv'));

describe('a study from a scraped table to a figure', () => {
  const cwd = folder({ 'scraped.csv': TABLE });
  let printed = '';

  describe('in Python', () => {
    let program = '';
    before(
      unlessMissing(() => {
        program = python('pandas', 'pyarrow', 'matplotlib');
      }),
    );

    it('is run as it is written', () => {
      printed = follow(blocksOf('study.md', 'From a table to a figure'), cwd, program);
      assert.match(printed, /^38 articles; 2024-01 \d+ %(, 2024-0[2-6] \d+ %){5}$/);
      assert.match(fs.readFileSync(path.join(cwd, 'figure.svg'), 'utf8'), /<svg/);
      assert.isTrue(fs.existsSync(path.join(cwd, 'corpus.lock')));
    });
  });

  describe('in R', () => {
    let program = '';
    before(
      unlessMissing(() => {
        program = r();
      }),
    );

    it('has the same figures', function compare() {
      if (printed === '') this.skip();
      assert.equal(follow(blocksOf('study.md', 'The same figure in R'), cwd, program), printed);
      assert.isTrue(fs.readFileSync(path.join(cwd, 'figure.pdf'), 'latin1').startsWith('%PDF'));
    });
  });
});

describe('the page of the study', () => {
  it('shows what the import says', async () => {
    const map = 'number=id,date=published,title=headline,text=body';
    const { code, stderr } = await run(
      ['import', 'scraped.csv', '--map', map, '-o', 'corpus'],
      folder({ 'scraped.csv': TABLE }),
    );
    assert.equal(code, 1);
    for (const line of stderr.trimEnd().split('\n')) assert.include(PAGE, `\n    ${line}\n`);
  });
});
