import { assert } from 'chai';
import fc from 'fast-check';
import { ArticleNotes } from '../../../../server/src/cli/check/across/articleNotes';
import { PartsCheck } from '../../../../server/src/cli/check/checkParts';
import { Figures } from '../../../../server/src/cli/check/figures';
import type { ReportedFinding } from '../../../../server/src/cli/check/report';
import { afterBytes, afterText } from '../../../../server/src/cli/reading/origin';
import { Cutter } from '../../../../server/src/cli/reading/parts';
import { streamParts } from '../../../../server/src/cli/reading/streamReading';
import type { ArticleRecord } from '../../../../server/src/corpus/articles/record';
import { rangeAt } from '../../../../server/src/corpus/text/lines';
import type { Terms } from '../../../../server/src/corpus/verdict/checkFile';
import { anyDocument, realisticDocument } from '../../core/articles';
import { context } from '../../core/findings';
import { checkFile } from '../../corpus/checkedFile';

const TERMS: Terms = { context, severities: {} };

/** A stream that gives bytes in blocks of these lengths, in turn. */
async function* inBlocks(bytes: Uint8Array, lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const length = lengths[i % lengths.length] as number;
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

/** Without `today`, all articles are read; with it, healthy ones are passed over. */
async function byParts(bytes: Uint8Array, lengths: readonly number[], today?: string) {
  const found: ReportedFinding[] = [];
  const lights: ArticleRecord[] = [];
  const notes = new ArticleNotes([]);
  notes.article = (record) => lights.push(record);
  const figures = new Figures();
  const report = (finding: ReportedFinding) => found.push(finding);
  const check = new PartsCheck({ file: '-', terms: TERMS, report, notes, figures });
  for await (const part of streamParts(new Cutter(), inBlocks(bytes, lengths), today)) check.add(part);
  check.end();
  return { found, count: check.count, lights, figures };
}

function essentials({ code, severity, message, range, span }: ReportedFinding) {
  return { code, severity, message, range, span };
}

/** What light records and full ones have in common. */
function traits({ number, numberSpan, textMarker, sketch }: ArticleRecord) {
  return {
    number,
    isCertain: numberSpan !== undefined,
    hasText: textMarker !== undefined,
    isCompared: sketch !== undefined,
  };
}

/** What the whole file's check says, in the order and the terms of the command line. */
function whole(bytes: Uint8Array) {
  const { findings, fileFindings, lines, records } = checkFile(bytes, TERMS);
  const inArticles = findings.map(({ finding: { code, severity, message, span }, base }) => {
    const inDocument = { start: base + span.start, end: base + span.end };
    return { code, severity, message, range: rangeAt(lines, inDocument), span: inDocument };
  });
  const inBytes = fileFindings.map(({ code, severity, advice, line, character, offset, length, ...finding }) => {
    const message = [finding.message, advice?.commandLine].filter(Boolean).join(' ');
    const range = { start: { line, character }, end: { line, character: character + length } };
    return { code, severity, message, range, span: { start: offset, end: offset + length } };
  });
  return { found: [...inArticles, ...inBytes], records };
}

const damagedBytes = fc
  .tuple(
    fc.array(fc.oneof(anyDocument, realisticDocument), { maxLength: 5 }),
    fc.constantFrom('', '\ufeff', '\ufeff\ufeff'),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(0x0d, 0x0a, 0xff, 0xe2, 0x80)), { maxLength: 2 }),
  )
  .map(([texts, mark, damages]) => {
    const bytes = Buffer.from(mark + texts.join(''));
    for (const [at, byte] of damages) if (bytes.length > 0) bytes[at % bytes.length] = byte;
    return bytes;
  });

describe('the check by parts', () => {
  it('has the same result as a check of the whole file, wherever the blocks end', async () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(damagedBytes, lengths, async (bytes, blocks) => {
        const { found, count, lights } = await byParts(bytes, blocks);
        const expected = whole(bytes);
        assert.deepEqual(found.map(essentials), expected.found);
        assert.equal(count, expected.records.length);
        assert.deepEqual(lights.map(traits), expected.records.map(traits));
      }),
      { numRuns: 150 },
    );
  });

  it('has the same result when it passes over healthy articles', async () => {
    await fc.assert(
      fc.asyncProperty(damagedBytes, async (bytes) => {
        const { found, lights, figures } = await byParts(bytes, [1000], context.today);
        const expected = whole(bytes);
        assert.deepEqual(found.map(essentials), expected.found);
        assert.deepEqual(lights.map(traits), expected.records.map(traits));
        assert.deepEqual(figures, (await byParts(bytes, [1000])).figures);
      }),
      { numRuns: 150 },
    );
  });

  it('gives light records equal sketches for equal texts', async () => {
    const article = (title: string, text: string) =>
      ` F-N-S-T-A-R-T. 1 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. ${title} T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. ${text} T-E-X-T-E-N-D. `;
    const bytes = Buffer.from(
      article('A', 'Café\nde Gaza') + article('zero\u200bwidth', 'Café\r\nde Gaza') + article('C', 'Cafe\nde Gaza'),
    );
    const { lights } = await byParts(bytes, [1000], context.today);
    assert.equal(lights[0]?.sketch, lights[1]?.sketch);
    assert.notEqual(lights[0]?.sketch, lights[2]?.sketch);
  });
});

describe('a place after bytes', () => {
  it('is that after their text, wherever the bytes are in memory', () => {
    const unit = fc.constantFrom('a', 'é', '“', '🕊', '\n', '\r');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), fc.nat(7), (text, before) => {
        const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]).subarray(before);
        const origin = { byte: 5, offset: 4, line: 1, character: 2 };
        assert.deepEqual(afterBytes(origin, bytes), afterText(origin, text, bytes.length));
      }),
      { numRuns: 1000 },
    );
  });
});
