/** However a document came by its text, edit by edit, it is what a fresh parse makes of that text. */
import fc from 'fast-check';
import { corpus } from '../../bench/corpora/corpus';
import { anyDocument, fieldsDocument, realisticDocument } from '../../server/core/articles';
import { EditedDocument } from '../agreement';
import { type Campaign, tryProperty } from '../campaign';
import { type FuzzEdit, fuzzEdit } from '../edits';

/** A failing case, as it is kept in test/fuzz/cases. */
export interface EditsCase {
  readonly text: string;
  readonly edits: readonly FuzzEdit[];
}

/** Edits of one document. */
const MOST = 25;

export const edits: Campaign = {
  name: 'edits',
  unit: 'edits',
  holds:
    'After each edit articles, positions, diagnostics, symbols, folds and semantic tokens are those of a fresh parse',
  short: 1_000,
  round: 5_000,
  full: 1_000_000,
  run: async (seed, count) => {
    const documents = fc.oneof(
      { weight: 4, arbitrary: realisticDocument },
      { weight: 3, arbitrary: fieldsDocument },
      { weight: 1, arbitrary: anyDocument },
    );
    return tryEdits(documents, seed, count, 1);
  },
  replay: (example) => replayEdits(example as EditsCase),
};

/** UTF-8 bytes of the documents at the beginning. */
const SIZES = [100_000, 1_000_000, 5_000_000];

export const editsInLargeFiles: Campaign = {
  name: 'edits in large files',
  unit: 'edits',
  holds: 'The same in documents of 100 kB to 5 MB, one line or many, looked at after every tenth edit',
  short: 20,
  round: 100,
  full: 2_000,
  run: async (seed, count) => {
    const documents = fc.tuple(fc.constantFrom(...SIZES), fc.boolean()).map(([bytes, isOneLine]) => {
      const { text } = corpus('article', bytes);
      return isOneLine ? text : text.replaceAll(/ (?=[A-Z]-[A-Z]-)|(?<=[TD]\.) /g, '\n');
    });
    return tryEdits(documents, seed, count, 10);
  },
  replay: (example) => replayEdits(example as EditsCase),
};

/** Edits documents until `count` edits are made; looks at a document after each `pace` edits, and at the end. */
function tryEdits(documents: fc.Arbitrary<string>, seed: number, count: number, pace: number): number {
  let tried = 0;
  const sequences = fc.array(fuzzEdit, { minLength: 1, maxLength: MOST, size: 'max' });
  const property = fc.property(documents, sequences, (text, sequence) => {
    tried += sequence.length;
    replayEdits({ text, edits: sequence }, pace);
  });
  while (tried < count) {
    const parameters = { seed: seed + tried, numRuns: Math.ceil((count - tried) / MOST) };
    tryProperty(property, parameters, ([text, sequence]): EditsCase => ({ text, edits: sequence }));
  }
  return tried;
}

/** Throws an assertion error where an edit leads to something else than a fresh parse. */
export function replayEdits({ text, edits: sequence }: EditsCase, pace = 1): void {
  const document = new EditedDocument(text);
  sequence.forEach((edit, index) => {
    document.edit(edit);
    if ((index + 1) % pace === 0 || index + 1 === sequence.length) document.check();
  });
}
