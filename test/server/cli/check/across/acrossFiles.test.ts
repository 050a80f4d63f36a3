import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import fc from 'fast-check';
import { AcrossFiles } from '../../../../../server/src/cli/check/across/acrossFiles';
import { ArticleNotes } from '../../../../../server/src/cli/check/across/articleNotes';
import { PartsCheck } from '../../../../../server/src/cli/check/checkParts';
import { excerptOf, type ReportedFinding } from '../../../../../server/src/cli/check/report';
import type { InputFile } from '../../../../../server/src/cli/input/inputFile';
import { fileParts } from '../../../../../server/src/cli/reading/fileReading';
import { Cutter } from '../../../../../server/src/cli/reading/parts';
import { StreamCopy } from '../../../../../server/src/cli/reading/streamCopy';
import { partsByBlock } from '../../../../../server/src/cli/reading/streamReading';
import { CORPUS_RULES, type CorpusRule } from '../../../../../server/src/corpus/rules';
import { rangeAt } from '../../../../../server/src/corpus/text/lines';
import { checkCorpus } from '../../../../../server/src/corpus/verdict/checkCorpus';
import { anyDocument, articleText, realisticDocument } from '../../../core/articles';
import { context } from '../../../core/findings';
import { checkFile } from '../../../corpus/checkedFile';
import { article, folder } from '../../commandLine';

const TERMS = { context, severities: {}, provenUntil: context.today, faulty: undefined };

type Contents = Readonly<Record<string, string | Uint8Array>>;

/** Input files for these contents, in a new folder. */
function inputs(contents: Contents): InputFile[] {
  const cwd = folder(contents);
  return Object.keys(contents).map((name) => {
    const file = path.join(cwd, name);
    return { path: file, name, folder: cwd, root: cwd, named: true, regular: true };
  });
}

interface Noted {
  readonly notes: ArticleNotes;
  readonly complaints: string[];
}

/** The notes of a first pass. Streams are not read from disk but from memory. */
async function noted(files: readonly InputFile[], rules = CORPUS_RULES, most?: number): Promise<Noted> {
  const notes = new ArticleNotes(rules, most);
  for (const file of files) {
    notes.begin(file);
    const report = () => {};
    const check = new PartsCheck({ file: file.path, terms: TERMS, report, notes, figures: undefined });
    const copy = file.regular ? undefined : new StreamCopy(1000);
    const found = copy
      ? partsByBlock(new Cutter(), blocksOf(file.path), context.today, (bytes) => copy.add(bytes))
      : [fileParts(new Cutter(), file, context.today)];
    for await (const parts of found) for (const part of parts) check.add(part);
    if (check.count > 0) notes.keep(file, TERMS, copy);
    else notes.drop();
  }
  return { notes, complaints: [] };
}

async function* blocksOf(file: string): AsyncGenerator<Uint8Array> {
  const bytes = fs.readFileSync(file);
  for (let at = 0; at < bytes.length; at += 300) yield bytes.subarray(at, at + 300);
}

function findings({ notes, complaints }: Noted, rules: readonly CorpusRule[] = CORPUS_RULES, most?: number) {
  const across = new AcrossFiles(
    notes,
    rules,
    (file, error) => complaints.push(`${file}: ${(error as Error).message}`),
    most,
  );
  return [...across.findings()].map((finding) => ({ ...finding }));
}

/** What the comparison of complete records says. */
function expected(files: readonly InputFile[]) {
  const checked = files.map(({ path: uri, name = '' }) => {
    return { uri, name, ...checkFile(fs.readFileSync(uri), { context, severities: {} }) };
  });
  const byFile = checkCorpus(checked, () => ({}));
  return checked.flatMap((file) =>
    (byFile.get(file) ?? []).map(({ code, severity, message, span, related }) => ({
      ...{ file: file.name, code, severity, message, span, range: rangeAt(file.lines, span) },
      marked: excerptOf(file.text, span).marked,
      related: related.map((other) => {
        const { name, lines } = checked.find(({ uri }) => uri === other.file.uri) as (typeof checked)[number];
        return { file: name, range: rangeAt(lines, other.span), message: other.message };
      }),
    })),
  );
}

function essentials({ file, code, severity, message, span, range, marked, related }: ReportedFinding) {
  return { file, code, severity, message, span, range, marked, related };
}

/** Articles among which some share their numbers or their texts. */
const alike = fc
  .tuple(fc.constantFrom('1', '2', ' 1 ', 'é3', '4\n'), fc.constantFrom('Talks go on.', 'Café 🕊️.', 'Two\nlines'))
  .map(([number, text]) => articleText([number, '2024-04-09', 'Truce', text]));

const document = fc
  .array(fc.oneof({ weight: 3, arbitrary: alike }, anyDocument, realisticDocument), { maxLength: 6 })
  .map((texts) => texts.join(''));

const corpora = fc.dictionary(
  fc.constantFrom('a.txt', 'lf_1.txt', 'article_2.txt', 'b.txt'),
  document.map((text) => Buffer.from(text)),
  { minKeys: 1 },
);

/** Three articles with one number, of which two have one text, and a fourth article. */
const SAME = {
  'a.txt': article('1', { text: 'One.' }) + article('2'),
  'b.txt': article('1', { text: 'Two.' }) + article('1', { text: 'One.' }),
};

describe('the rules across files, by notes', () => {
  it('say what they say of complete records', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (contents) => {
        const files = inputs(contents);
        const expectation = expected(files);
        assert.deepEqual(findings(await noted(files)).map(essentials), expectation);
        const streams = files.map((file) => ({ ...file, regular: false }));
        assert.deepEqual(findings(await noted(streams)).map(essentials), expectation);
      }),
      { numRuns: 60 },
    );
  });

  it('name the article, and show the text around', async () => {
    const [, , third] = findings(await noted(inputs(SAME)));
    assert.deepInclude(third, { file: 'b.txt', article: { number: '1', index: 2 } });
    assert.deepEqual(third?.excerpt, {
      before: 'F-N-S-T-A-R-T. ',
      marked: '1',
      after: ' F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024…',
    });
  });

  it('leave out a rule for which too many articles have something in common, but no other rule', async () => {
    const first = await noted(inputs({ ...SAME, 'lf_7.txt': article('8') }));
    const codes = new Set(findings(first, CORPUS_RULES, 2).map(({ code }) => code));
    assert.deepEqual([...codes], ['file-name-mismatch']);
    assert.deepEqual(first.complaints, [
      'duplicate-number: There are over 2 articles that have something in common, too many for this rule. Check fewer files at a time.',
    ]);
  });

  it('are all left out if there are more articles than can be noted', async () => {
    const full = await noted(inputs(SAME), CORPUS_RULES, 3);
    assert.isEmpty(findings(full));
    assert.equal(full.notes.parts.length, 0);
    assert.deepEqual(
      full.complaints,
      CORPUS_RULES.map(
        ({ code }) =>
          `${code}: There are over 3 articles in the corpus, too many for this rule. Check fewer files at a time.`,
      ),
    );
  });

  it('compare nothing of a file that was changed meanwhile, and complain', async () => {
    for (const changed of [article('0'), article('9').repeat(3), 'No article.', `${article('1')}  ${SAME['b.txt']}`]) {
      const files = inputs(SAME);
      const first = await noted(files);
      fs.writeFileSync(files[1]?.path ?? '', changed);
      assert.isEmpty(findings(first).filter(({ file }) => file === 'b.txt'));
      assert.deepEqual(first.complaints, ['b.txt: This file was changed while it was being checked. Check it again.']);
    }
  });

  it('look at nothing that only seems to have something in common', async () => {
    const [one, two] = ['a', 'b'].map((letter) => `${'x'.repeat(32)}${letter}${'y'.repeat(331)}`);
    const sketch = (text = '') => checkFile(Buffer.from(article('1', { text })), TERMS).records[0]?.sketch;
    assert.equal(sketch(one), sketch(two));
    const files = inputs({ 'a.txt': article('1', { text: one as string }) + article('2', { text: two as string }) });
    assert.isEmpty(findings(await noted(files)));
  });
});
