import { assert } from 'chai';
import fc from 'fast-check';
import { healthyArticle, isBorder, nextBorder, PROVEN } from '../../../server/src/core/healthy';
import { parse } from '../../../server/src/core/parser';
import { RULES } from '../../../server/src/core/rules';
import { isWhiteSpace } from '../../../server/src/core/span';
import { checkFile, decode } from '../../../server/src/corpus/checkFile';
import { anyDocument, anyEdit, articleText, realisticDocument } from './articles';
import { context } from './findings';

/** The rules that a proof stands for, all of them on. */
const PROVEN_ON = Object.fromEntries(
  RULES.filter(({ code }) => !PROVEN.has(code)).map(({ code }) => [code, 'off' as const]),
);

function proven(bytes: Uint8Array): boolean {
  return healthyArticle(bytes, 0, context.today)?.end === bytes.length;
}

/** Whether the full check finds something, of all that a proof stands for. */
function hasFindings(bytes: Uint8Array): boolean {
  const { findings, fileFindings } = checkFile(bytes, { context, severities: PROVEN_ON });
  return findings.length + fileFindings.length > 0;
}

function title(text: string): Uint8Array {
  return Buffer.from(articleText(['1986', '2024-04-09', text, 'Talks go on.']));
}

describe('the proof that an article is healthy', () => {
  it('holds for articles as the producers write them', () => {
    assert.isTrue(proven(title('A “truce” in Gaza – 停戦 🕊️')));
    assert.isTrue(proven(Buffer.from(articleText(['2874512034.xml', '2024-04-09', ' Spaces ', 'A\nB  ']))));
  });

  it('is given for no article in which the full check finds something', () => {
    const damaged = fc.tuple(realisticDocument, anyEdit).map(([text, { at, length, text: inserted }]) => {
      const start = Math.floor(at * text.length);
      return text.slice(0, start) + inserted + text.slice(start + Math.floor(length * 20));
    });
    let proofs = 0;
    fc.assert(
      fc.property(fc.oneof(anyDocument, realisticDocument, damaged), (text) => {
        const bytes = Buffer.from(text);
        if (!proven(bytes)) return;
        proofs++;
        assert.isFalse(hasFindings(bytes));
      }),
      { numRuns: 800 },
    );
    assert.isAbove(proofs, 50);
  });

  it('is given for no article with one byte that the full check objects to', () => {
    const bytes = title('Café “in” Gaza');
    for (let at = 0; at < bytes.length; at++) {
      for (const byte of [0x00, 0x20, 0x2d, 0x2e, 0x41, 0x54, 0x80, 0xa0, 0xc2, 0xe2, 0xff]) {
        const damaged = Uint8Array.from(bytes);
        damaged[at] = byte;
        if (proven(damaged)) assert.isFalse(hasFindings(damaged), `byte ${byte} at ${at}`);
      }
    }
  });

  it('is given for no article with a character that nobody can see, nor for an empty field of any white space', () => {
    let visible = '';
    for (let unit = 0; unit <= 0xffff; unit++) {
      if (unit >= 0x3100 && unit < 0xf000) continue; // Ideographs, halves of surrogate pairs, private use.
      const character = String.fromCharCode(unit);
      if (proven(title(character))) assert.isFalse(isWhiteSpace(unit), `U+${unit.toString(16)}`);
      if (proven(title(`a${character}b`))) visible += character;
    }
    assert.isAbove(visible.length, 15_000);
    assert.isFalse(hasFindings(title(visible.replace('-', ''))));
  });

  it('gives the number and the text as the parser has them', () => {
    fc.assert(
      fc.property(realisticDocument, (text) => {
        const bytes = Buffer.from(text);
        const article = healthyArticle(bytes, 0, context.today);
        if (!article) return;
        const part = ({ start, end }: { start: number; end: number }) => decode(bytes.subarray(start, end));
        const { records, parsed } = checkFile(bytes, { context, severities: {} });
        const [first] = parsed.articles;
        const body = first?.fields.find(({ format }) => format?.kind === 'text');
        assert.equal(part(article.number), records[0]?.number);
        assert.equal(part(article.text), body && first?.text.slice(body.value.start, body.value.end));
      }),
    );
  });
});

describe('a border', () => {
  it('is always a place where the parser begins an article', () => {
    let borders = 0;
    fc.assert(
      fc.property(fc.array(fc.oneof(anyDocument, realisticDocument), { maxLength: 3 }), (texts) => {
        const bytes = Buffer.from(texts.join(''));
        const { starts } = parse(decode(bytes));
        for (let at = nextBorder(bytes, 0); at !== undefined; at = nextBorder(bytes, at)) {
          borders++;
          assert.isTrue(isBorder(bytes, at));
          assert.include([...starts], decode(bytes.subarray(0, at)).length);
        }
      }),
      { numRuns: 150 },
    );
    assert.isAbove(borders, 100);
  });
});
