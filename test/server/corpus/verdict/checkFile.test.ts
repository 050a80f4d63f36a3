import { assert } from 'chai';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { finished } from '../../../../server/src/core/steps';
import { rangeAt } from '../../../../server/src/corpus/text/lines';
import { type CheckedContent, checking, decode, type Terms } from '../../../../server/src/corpus/verdict/checkFile';
import { anyDocument, articleText, fieldsDocument, realisticDocument } from '../../core/articles';
import { context, findingsIn } from '../../core/findings';
import { checkFile } from '../checkedFile';

const TERMS = { context, severities: {} };
const BAD_DATE = articleText(['1986', '2024-02-30', 'Truce', 'Talks failed.']);

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe('checkFile', () => {
  it('says the same of a file that is read part by part, wherever the steps end', () => {
    const documents = fc.array(fc.oneof(anyDocument, realisticDocument, fieldsDocument), { maxLength: 4 });
    const marks = fc.constantFrom('', '\ufeff');
    const bad = fc.option(fc.tuple(fc.nat(), fc.constantFrom(0xff, 0xe2, 0x0d)));
    fc.assert(
      fc.property(documents, marks, bad, fc.integer({ min: 1, max: 700 }), (texts, mark, bad, step) => {
        const bytes = bytesOf(mark + texts.join(''));
        if (bad && bytes.length > 0) bytes[bad[0] % bytes.length] = bad[1];
        const { text, parsed, ...whole } = checkFile(bytes, TERMS);
        const found = finished(checking(bytes, TERMS, step));
        const plain = ({ findings, records, ...rest }: CheckedContent) => ({
          ...rest,
          findings: findings.map(({ finding, base }) => ({ finding, base })),
          records: records.map((record) => ({ ...record, span: record.span, number: record.number })),
        });
        assert.deepEqual(plain(found), plain(whole));
      }),
      { numRuns: 300 },
    );
  });

  it('finds what the rules find in the text, at the same lines and columns as an editor', () => {
    fc.assert(
      fc.property(anyDocument, (any) => {
        const { text, lines, findings } = checkFile(bytesOf(any), TERMS);
        const document = TextDocument.create('', '', 0, text);
        const expected = findingsIn(text);
        assert.lengthOf(findings, expected.length);
        for (const [i, { finding, base }] of findings.entries()) {
          const { start, end } = finding.span;
          assert.deepEqual(
            [finding.code, base, finding.span],
            [expected[i]?.code, expected[i]?.base, expected[i]?.span],
          );
          assert.deepEqual(rangeAt(lines, { start: base + start, end: base + end }), {
            start: document.positionAt(base + start),
            end: document.positionAt(base + end),
          });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('says the same whether or not an editor has made the line ends alike', () => {
    const verdict = (text: string) => {
      const { lines, findings, records } = checkFile(bytesOf(text), TERMS);
      return {
        findings: findings.map(({ finding: { code, span }, base }) => ({
          code,
          ...rangeAt(lines, { start: base + span.start, end: base + span.end }),
        })),
        records: records.map(({ number, date, digest, span }) => ({
          ...{ number: number.replaceAll(/\r\n?/g, '\n'), date: date.replaceAll(/\r\n?/g, '\n') },
          ...{ digest, ...rangeAt(lines, span) },
        })),
      };
    };
    fc.assert(
      fc.property(anyDocument, fc.constantFrom('\n', '\r\n'), (text, end) => {
        assert.deepEqual(verdict(text), verdict(text.replaceAll(/\r\n?|\n/g, end)));
      }),
      { numRuns: 500 },
    );
  });

  it('pauses at each article, so that a long file does not block other work', () => {
    const articles = 100;
    const pauses = [...checking(bytesOf(BAD_DATE.repeat(articles)), TERMS)].length;
    assert.isAtLeast(pauses, 2 * articles); // When it is parsed, and when it is checked.
  });

  it('drops a byte order mark, as editors do, and reports it', () => {
    const { text, fileFindings, findings } = checkFile(bytesOf(`\ufeff${BAD_DATE}`), TERMS);
    assert.equal(text, BAD_DATE);
    assert.deepEqual(
      [...fileFindings.map(({ code, severity }) => [code, severity]), ...findings.map(({ finding }) => [finding.code])],
      [['byte-order-mark', 'information'], ['invalid-date']],
    );
  });

  it('leaves out what the settings switch off', () => {
    const severities = { 'byte-order-mark': 'off', 'invalid-date': 'hint' } as const;
    const { fileFindings, findings } = checkFile(bytesOf(`\ufeff${BAD_DATE}`), { context, severities });
    assert.isEmpty(fileFindings);
    assert.deepEqual(
      findings.map(({ finding }) => finding.severity),
      ['hint'],
    );
  });

  it('reads UTF-16 with its mark, as VS Code does, and what is not UTF-8 as U+FFFD', () => {
    const units = new Uint8Array(Buffer.from('\ufeffF-N', 'utf16le'));
    assert.equal(decode(units), 'F-N');
    assert.equal(decode(units.map((_, i) => units[i ^ 1] as number)), 'F-N');
    assert.equal(decode(Uint8Array.of(0x46, 0xe9, 0x4e)), 'F\ufffdN');
  });

  it('says once that a file is not UTF-8, and U+FFFD where the file itself holds it', () => {
    const text = articleText(['7', '2024-04-09', 'Caf\ufffd', 'Talks go on in Qu\u00e9bec and Montr\u00e9al.']);
    const bytes = Buffer.concat(
      text
        .split('\ufffd')
        .flatMap((part, index) => [...(index > 0 ? [Buffer.from('\ufffd')] : []), Buffer.from(part, 'latin1')]),
    );
    const codes = (severities: Terms['severities']) => {
      const { fileFindings, findings } = checkFile(bytes, { context, severities });
      return [...fileFindings, ...findings.map(({ finding }) => finding)].map(({ code }) => code);
    };
    assert.deepEqual(codes({}), ['not-utf-8', 'invisible-character']);
    assert.deepEqual(codes({ 'not-utf-8': 'off' }), Array(3).fill('invisible-character'));
  });

  it('takes any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        checkFile(bytes, TERMS);
      }),
    );
  });
});
