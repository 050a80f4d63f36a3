/** After any edits, a document equals a fresh parse of its text. */
import fc from 'fast-check';
import { corpus } from '../../bench/corpora/corpus';
import { anyDocument, fieldsDocument, realisticDocument, shortDocument } from '../../server/core/articles';
import { EditedDocument } from '../agreement';
import { type Campaign, campaignOf } from '../campaign';
import { type FuzzEdit, fuzzEdit } from '../edits';

/** A document and its edits. */
interface EditsCase {
  readonly text: string;
  readonly edits: readonly FuzzEdit[];
}

/** The number of edits of one document. */
const MOST = 25;

/** Compares a document after every `pace` edits, and at the end. */
function campaign(about: Omit<Campaign, 'run' | 'replay'>, documents: fc.Arbitrary<string>, pace: number): Campaign {
  const cases = fc.record({
    text: documents,
    edits: fc.array(fuzzEdit, { minLength: 1, maxLength: MOST, size: 'max' }),
  });
  return campaignOf(about, cases, (example) => tryEdits(example, pace), MOST);
}

function tryEdits({ text, edits: sequence }: EditsCase, pace: number): number {
  const document = new EditedDocument(text);
  for (const [index, edit] of sequence.entries()) {
    document.edit(edit);
    if ((index + 1) % pace === 0 || index + 1 === sequence.length) document.check();
  }
  return sequence.length;
}

export const edits = campaign(
  {
    name: 'edits',
    unit: 'edits',
    holds:
      'After each edit, articles, positions, diagnostics, symbols, folds and semantic tokens are those of a fresh parse',
    short: 6_000,
    round: 5_000,
    full: 1_000_000,
  },
  fc.oneof(
    { weight: 5, arbitrary: shortDocument },
    { weight: 2, arbitrary: fieldsDocument },
    { weight: 1, arbitrary: realisticDocument },
    { weight: 2, arbitrary: anyDocument },
  ),
  1,
);

/** Sizes of the documents at the beginning, in UTF-8 bytes. */
const sizes = fc.oneof(
  { weight: 6, arbitrary: fc.constant(100_000) },
  { weight: 2, arbitrary: fc.constant(1_000_000) },
  { weight: 1, arbitrary: fc.constant(5_000_000) },
);

export const editsInLargeFiles = campaign(
  {
    name: 'edits in large files',
    unit: 'edits',
    holds: 'The same in documents of 100 kB to 5 MB, of one line or many, compared after every tenth edit',
    short: 40,
    round: 200,
    full: 5_000,
  },
  fc.tuple(sizes, fc.boolean()).map(([bytes, isOneLine]) => {
    const { text } = corpus('article', bytes);
    return isOneLine ? text : text.replaceAll(/ (?=[A-Z]-[A-Z]-)|(?<=[TD]\.) /g, '\n');
  }),
  10,
);
