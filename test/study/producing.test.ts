/** The scripts of docs/producing.md write articles without a fault, or say why not. */
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { folder, run } from '../server/cli/commandLine';
import { blocksOf } from './pages';
import { outputOf, python, r, unlessMissing } from './programs';

const GOOD = [
  { number: '1', day: '2024-04-09', title: 'A truce', text: 'Text 1.' },
  {
    number: '2',
    day: '2024-02-29',
    title: 'Fire kills 3. Police blame “gas”',
    text: 'She said "no" \\ never.\n\nAnd left.',
  },
  { number: '3', day: '2024-12-31', title: 'Cafe\u0301 🕊️', text: 'One.\r\nTwo & <three> $4 %5 {6}.' },
];
const [FIRST] = GOOD;
const REFUSED = [
  { ...FIRST, number: '4', day: '2024-02-30' },
  { ...FIRST, number: '4', day: '09/04/2024' },
  { ...FIRST, number: '4', text: 'Before T-E-X-T-E-N-D. after.' },
  { ...FIRST, number: '4', title: 'B-Y-L-I-N-E-S-T-A-R-T.' },
  { ...FIRST, number: '4', text: ' \n' },
  { ...FIRST, text: 'Written twice.' },
];

/** Calls `write` with the articles that are good and those that are refused, in a folder with `articles.json`. */
async function proveProducer(call: (cwd: string) => string): Promise<void> {
  const cwd = folder({ 'articles.json': JSON.stringify([...GOOD, ...REFUSED]) });
  fs.mkdirSync(path.join(cwd, 'corpus'));
  assert.equal(call(cwd).trim(), `${REFUSED.length} refused`);
  const { code, stdout } = await run(['check', 'corpus'], cwd);
  assert.equal(code, 0, stdout);
  assert.include(stdout, 'No problems');
  const exported = (await run(['export', 'corpus'], cwd)).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const written = exported.map(({ number, day, title, text }) => ({ number, day, title, text }));
  assert.deepEqual(written, GOOD);
}

describe('articles are written without a fault', () => {
  describe('by Python', () => {
    let program = '';
    before(
      unlessMissing(() => {
        program = python();
      }),
    );

    it('as docs/producing.md shows', () =>
      proveProducer((cwd) => {
        const [{ code = '' } = {}] = blocksOf('producing.md', 'Python');
        fs.writeFileSync(path.join(cwd, 'write.py'), code + CALL_PYTHON);
        return outputOf(program, ['write.py'], { cwd });
      }));
  });

  describe('by R', () => {
    let program = '';
    before(
      unlessMissing(() => {
        program = r('jsonlite');
      }),
    );

    it('as docs/producing.md shows', () =>
      proveProducer((cwd) => {
        const [{ code = '' } = {}] = blocksOf('producing.md', 'R');
        fs.writeFileSync(path.join(cwd, 'write.R'), code + CALL_R);
        return outputOf(program, ['--encoding=UTF-8', 'write.R'], { cwd });
      }));
  });
});

const CALL_PYTHON = `
import json
refused = 0
for article in json.load(open("articles.json", encoding="utf-8")):
    try:
        write_article("corpus", **article)
    except (ValueError, FileExistsError):
        refused += 1
print(refused, "refused")
`;

const CALL_R = `
articles <- jsonlite::fromJSON("articles.json", simplifyVector = FALSE)
refused <- 0
for (article in articles) {
  tryCatch(do.call(write_article, c("corpus", article)), error = function(e) refused <<- refused + 1)
}
cat(refused, "refused\\n")
`;
