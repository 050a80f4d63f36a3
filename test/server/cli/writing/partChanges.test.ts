import { assert } from 'chai';
import fc from 'fast-check';
import type { FolderTerms } from '../../../../server/src/cli/settings/settings';
import { type Change, changeFor, type Wish, wholeOf } from '../../../../server/src/cli/writing/changes';
import { LargeDocument } from '../../../../server/src/cli/writing/largeDocument';
import { unfixedSentence } from '../../../../server/src/corpus/fixes/fixes';
import { exactText } from '../../../../server/src/corpus/text/exactText';
import { reasonOf } from '../../../../server/src/disk/reasons';
import { anyDocument, anyEdit, article, fieldsDocument, realisticDocument, WRECK } from '../../core/articles';
import { misspelled } from '../../core/damages';
import { context } from '../../core/findings';

const TERMS = { context, severities: {} } as FolderTerms;

const WISHES: readonly Wish[] = [
  { command: 'fix', tier: 'safe' },
  { command: 'fix', tier: 'suggested' },
  { command: 'fix', tier: 'safe', dateFormat: 'D/M/YYYY' },
  { command: 'format', layout: 'line' },
  { command: 'format', layout: 'fields' },
  { command: 'format', layout: 'keep' },
];

/** Bytes of which no more than `most` are read at once. */
function inBlocks(bytes: Uint8Array, most: number) {
  return {
    length: bytes.length,
    read: (target: Uint8Array, offset: number, length: number, at: number) => {
      const found = bytes.subarray(at, at + Math.min(length, most));
      target.set(found, offset);
      return found.length;
    },
    close: () => {},
  };
}

/** What becomes of a document if it is changed as a whole. */
function whole(bytes: Uint8Array, change: Change): unknown {
  try {
    const text = exactText(bytes);
    const { text: after, unfixed } = change(text, TERMS, wholeOf(text));
    return { after, unfixed: unfixedSentence(unfixed), isChanged: after !== text };
  } catch (error) {
    return reasonOf(error);
  }
}

/** The same, part by part. */
async function inParts(bytes: Uint8Array, change: Change, most: number, provenUntil?: string): Promise<unknown> {
  const task = { change, terms: TERMS, obstacle: undefined, provenUntil };
  const document = new LargeDocument(inBlocks(bytes, most), task);
  const written: Uint8Array[] = [];
  try {
    const { unfixed, isChanged } = await document.write(async (block) => {
      written.push(block);
    });
    return { after: Buffer.concat(written).toString(), unfixed, isChanged };
  } catch (error) {
    return reasonOf(error);
  }
}

const inWindows = realisticDocument.map((text) => text.replaceAll(/ {2}(?=[A-Z]-)/g, '\r\n'));

const withSlashes = realisticDocument.map((text) => text.replaceAll(/(\d{4})-(\d\d)-(\d\d)/g, '$3/$2/$1'));

const document = fc.oneof(anyDocument, realisticDocument, withSlashes, fieldsDocument, inWindows, fc.constant(WRECK));

const edited = fc.tuple(document, fc.array(anyEdit, { maxLength: 2 })).map(([text, edits]) =>
  edits.reduce((before, { at, length, text: inserted }) => {
    const start = Math.floor(at * before.length);
    return before.slice(0, start) + inserted + before.slice(start + Math.floor(length * 20));
  }, text),
);

const content = fc
  .tuple(
    fc.array(fc.oneof(document, edited, misspelled(document)), { maxLength: 5 }),
    fc.constantFrom('', '', '\ufeff'),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(0x0d, 0x0a, 0xff, 0xe2)), { maxLength: 1 }),
  )
  .map(([texts, mark, damages]) => {
    const bytes = Buffer.from(mark + texts.join(''));
    for (const [at, byte] of damages) if (bytes.length > 0) bytes[at % bytes.length] = byte;
    return bytes;
  });

describe('changes by parts', () => {
  it('make of a document what the change of the whole makes of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        content,
        fc.constantFrom(...WISHES),
        fc.integer({ min: 1, max: 400 }),
        async (bytes, wish, most) => {
          const change = changeFor(wish);
          const expected = whole(bytes, change);
          assert.deepEqual(await inParts(bytes, change, most), expected);
          if (wish.command === 'fix') assert.deepEqual(await inParts(bytes, change, most, context.today), expected);
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 200) },
    );
  });

  it('are made together where, after them, no article certainly begins between two parts', async () => {
    const withoutLastEnd: Change = (text) => ({
      text: text.replace(/T-E-X-T-E-N-D\.\s*$/, ''),
      ...{ articles: 1, unfixed: [] },
    });
    const bytes = Buffer.from(article(1) + article(2) + article(3));
    assert.deepEqual(await inParts(bytes, withoutLastEnd, 1000), whole(bytes, withoutLastEnd));
  });

  it('are not made if there is an obstacle, but bytes that are not UTF-8 come first', async () => {
    const task = {
      change: changeFor(WISHES[0] as Wish),
      terms: TERMS,
      obstacle: new Error('No.'),
      provenUntil: undefined,
    };
    const look = (bytes: Uint8Array) =>
      new LargeDocument(inBlocks(bytes, 100), task).look(async () => {}).catch((error: unknown) => reasonOf(error));
    assert.equal(await look(Buffer.from(article(1) + WRECK)), 'No.');
    assert.match(String(await look(Buffer.from([...Buffer.from(article(1) + WRECK), 0xff]))), /^It is not UTF-8/);
  });
});
