import { isUtf8 } from 'node:buffer';
import { assert } from 'chai';
import fc from 'fast-check';
import { damagesOf } from '../../../../server/src/core/damage/damages';
import { parse } from '../../../../server/src/core/parse/parser';
import { healthyArticle, isBorder, nextBorder, UTF_8, UTF_16 } from '../../../../server/src/core/parse/proof';
import { type Context, RULES } from '../../../../server/src/core/rules';
import { isWhiteSpace, textOf, trimmed } from '../../../../server/src/core/span';
import { checkFile } from '../../corpus/checkedFile';
import { anyDocument, anyEdit, articleText, fieldsDocument, realisticDocument } from '../articles';
import { context } from '../findings';

/** A text as it is, and as the bytes of a file. */
const ALPHABETS = {
  'UTF-16': { patterns: UTF_16, read: (text: string) => text },
  'UTF-8': { patterns: UTF_8, read: (text: string) => Buffer.from(text).toString('latin1') },
};

/**
 * Whether one of the rules that are silent in healthy articles finds something. They are asked themselves, because `check` believes
 * the proof, and the articles are read, whatever was proven of them.
 */
function hasFindings(bytes: Uint8Array, asked: Context = context): boolean {
  const { parsed, fileFindings } = checkFile(bytes, { context, severities: {} });
  const rules = RULES.filter(({ silentIn }) => silentIn);
  const findings = parsed.articles.flatMap((article) =>
    rules.flatMap((rule) => [...rule.check(article, asked, damagesOf(article, asked.additionalFields))]),
  );
  return findings.length + fileFindings.length > 0;
}

/** A text as a file can hold it: without halves of surrogate pairs. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

function title(text: string): string {
  return articleText(['1986', '2024-04-09', text, 'Talks go on.']);
}

const fieldsLines =
  'F-N-S-T-A-R-T.\n1986\nF-N-E-N-D.\nD-A-T-E-S-T-A-R-T.\n2024-04-09\nD-A-T-E-E-N-D.\nT-I-T-L-E-S-T-A-R-T.\nTruce\nT-I-T-L-E-E-N-D.\nT-E-X-T-S-T-A-R-T.\nTalks.\nT-E-X-T-E-N-D.\n';

for (const [name, { patterns, read }] of Object.entries(ALPHABETS)) {
  const proofOf = (text: string) => healthyArticle(read(text), 0, patterns);
  const proven = (text: string) => {
    const proof = proofOf(text);
    return proof?.end === read(text).length && proof.latest <= context.today;
  };

  describe(`the proof that an article is healthy, in ${name}`, () => {
    it('holds for articles as the producers write them', () => {
      assert.isTrue(proven(title('A “truce” in Gaza – 停戦 🕊️ Д·И')));
      assert.isTrue(proven(articleText(['2874512034.xml', '2024-04-09', ' Spaces ', 'A\nB  '])));
    });

    it('is given for no article in which the full check finds something', () => {
      const damaged = fc.tuple(realisticDocument, anyEdit).map(([text, { at, length, text: inserted }]) => {
        const start = Math.floor(at * text.length);
        return text.slice(0, start) + inserted + text.slice(start + Math.floor(length * 20));
      });
      let proofs = 0;
      fc.assert(
        fc.property(fc.oneof(anyDocument, realisticDocument, damaged).map(wellFormed), (text) => {
          if (!proven(text)) return;
          proofs++;
          assert.isFalse(hasFindings(Buffer.from(text)));
          assert.isFalse(hasFindings(Buffer.from(text), { ...context, additionalFields: ['S-O-U-R-C-E'] }));
        }),
        { numRuns: 800 },
      );
      assert.isAbove(proofs, 20);
    });

    it('is given for no number of several words, and for no value with a short word on the line of its marker', () => {
      const lines = (value: string) => fieldsLines.replace('\nTruce\n', value);
      assert.isTrue(proven(lines('\nTruce\n')));
      for (const value of ['\n• Truce\n', '\nTruce\n#\n']) assert.isTrue(proven(lines(value)), value);
      for (const value of [' •\nTruce\n', '\nTruce\n• ', '\nTruce\n23:\t']) assert.isFalse(proven(lines(value)), value);
      assert.isFalse(proven(articleText(['1986', '2024-04-09', 'Truce •', 'Talks go on.']).replace('• ', '•\t')));
      for (const number of ['1986 •', '# 1986', 'lf 1986', `${'1986'.repeat(14)} #`])
        assert.isFalse(proven(articleText([number, '2024-04-09', 'Truce', 'Talks go on.'])), number);
    });

    it('is given for no value that spells letters out with hyphens or dashes: it may be what is left of a marker', () => {
      for (const spelled of ['T-I-T-', 't-i-t-l-e-e-n-d.', '–T–I–', 'T‐I‐T‐L', 'T−I−T−L', 'A-B-C-D']) {
        assert.isFalse(proven(title(`Truce ${spelled}`)), spelled);
        assert.isFalse(proven(articleText([spelled, '2024-04-09', 'Truce', 'Talks go on.'])), spelled);
      }
      for (const left of [
        'R-T. Truce',
        '-T. Truce',
        'Truce T~I~T~L~E~E~N~D.',
        'Truce T%2DI%2DT%2DL%2DE%2DE%2DN%2DD.',
        'T&#45;I&#45;T&#45;L&#45;E&#45;S&#45;T&#45;A&#45;R&#45;T. Truce',
        'T*I*T*L*E*S*T*A*R*T. Truce',
        'Truce T\\u2010I\\u2010T\\u2010L\\u2010E\\u2010E\\u2010N\\u2010D.',
        'Truce T%E2%80%93I%E2%80%93T%E2%80%93L%E2%80%93E%E2%80%93E%E2%80%93N%E2%80%93D',
        'Truce T-',
        'Truce T -',
        'F -',
        '-T I T L E S T A R T. Truce',
        'Truce E   N D',
      ])
        assert.isFalse(proven(title(left)), left);
      assert.isTrue(proven(title('A-B-C – F-16 – X-ray – “A–Z” – É–É–É')));
    });

    it('is given for nothing that is found beside a marker, however it is joined and parted', () => {
      const letter = fc.constantFrom('F', 'N', 'D', 'A', 'T', 'E', 'I', 'X', 'L', 'S', 'R', 'é', 'Т', 'x');
      const joint = fc.constantFrom('-', '–', '−', '', ' ', '\u00a0', '\n', '.', ' -');
      const letters = fc
        .array(fc.tuple(letter, joint), { minLength: 1, maxLength: 9 })
        .map((all) => all.flat().join(''));
      const part = fc
        .tuple(fc.constantFrom('T-I-T-L-E-S-T-A-R-T.', 'T-I-T-L-E-E-N-D.'), fc.nat(20), fc.nat(20), joint, joint)
        .map(([marker, from, length, each, last]) => marker.slice(from, from + length).replaceAll('-', each) + last);
      fc.assert(
        fc.property(fc.oneof(letters, part), fc.boolean(), joint, (left, isFirst, space) => {
          const text = title(isFirst ? `${left}${space}Truce` : `Truce${space}${left}`);
          if (proven(text)) assert.isFalse(hasFindings(Buffer.from(text)));
        }),
        { numRuns: 3000 },
      );
    });

    it('is given for no article with an invisible character, nor for an empty field of any white space', () => {
      let visible = '';
      for (let code = 0; code <= 0x10ffff; code++) {
        // Ideographs, halves of surrogate pairs, private use.
        if ((code >= 0x3200 && code < 0xf900) || (code >= 0x20000 && code < 0xe0000) || code > 0xe1000) continue;
        const character = String.fromCodePoint(code);
        if (proven(title(character))) assert.isFalse(isWhiteSpace(code), `U+${code.toString(16)}`);
        if (proven(title(`a${character}b`))) visible += `a${character}`;
      }
      assert.isAbove(visible.length, 200_000);
      assert.isFalse(hasFindings(Buffer.from(title(visible.replace('-', '')))));
    });

    it('is given for an emoji in its style, and where a style may not be the article is looked at', () => {
      let styled = '';
      for (let code = 0xa0; code <= 0x1ffff; code++) {
        if (code >= 0x3200 && code < 0xf900) continue;
        const character = String.fromCodePoint(code);
        if (proven(title(`a${character}\ufe0fb`))) styled += `${character}\ufe0f`;
      }
      for (const emoji of ['❤\ufe0f', '☀\ufe0f', '🕊\ufe0f', '🛡\ufe0f']) assert.include(styled, emoji);
      assert.isFalse(hasFindings(Buffer.from(title(styled))));
      assert.isFalse(proven(title('Gaza\ufe0f')));
    });

    it('is given for all real days but 29 February, and for no others', () => {
      const all = (most: number) => Array.from({ length: most }, (_, number) => String(number).padStart(2, '0'));
      for (const date of all(14).flatMap((month) => all(33).map((day) => `2024-${month}-${day}`))) {
        const text = articleText(['1986', date, 'Truce in sight', 'Talks go on.']);
        const isExpected = date <= context.today && date !== '2024-02-29' && !hasFindings(Buffer.from(text));
        assert.equal(proven(text), isExpected, date);
      }
      for (const date of ['0000-01-01', '2024-1-1', '12024-01-01', '2024-01-01 x']) {
        assert.isFalse(proven(articleText(['1986', date, 'Truce in sight', 'Talks go on.'])), date);
      }
    });

    it('gives the number and the text as the parser has them', () => {
      fc.assert(
        fc.property(realisticDocument, (text) => {
          const article = proofOf(text);
          if (!article) return;
          const { records, parsed } = checkFile(Buffer.from(text), { context, severities: {} });
          const [first] = parsed.articles;
          const body = first?.fields.find(({ format }) => format?.kind === 'text');
          assert.equal(article.number, read(records[0]?.number ?? ''));
          assert.equal(article.text, body && first && read(textOf(first.text, trimmed(first.text, body.value))));
        }),
      );
    });

    it('is looked for in no more than linear time and memory', () => {
      const hyphens = '-'.repeat(10_000_000);
      assert.isFalse(proven(title(hyphens)));
      assert.isFalse(proven(title(hyphens).replace('T-E-X-T', '')));
      assert.isTrue(proven(title('long '.repeat(10_000_000))));
    });
  });

  describe(`a border, in ${name}`, () => {
    it('is always a place where the parser begins an article', () => {
      let borders = 0;
      const inWindows = realisticDocument.map((text) => text.replaceAll(/ {2}(?=[A-Z]-)/g, '\r\n'));
      const document = fc.oneof(anyDocument, realisticDocument, fieldsDocument, inWindows);
      fc.assert(
        fc.property(fc.array(document, { maxLength: 3 }), (texts) => {
          const text = wellFormed(texts.join(''));
          const units = read(text);
          const starts = [...parse(text).starts].map((start) => read(text.slice(0, start)).length);
          for (let at = nextBorder(units, 0, patterns); at !== undefined; at = nextBorder(units, at, patterns)) {
            borders++;
            assert.isTrue(isBorder(units, at, patterns));
            assert.include(starts, at);
          }
        }),
        { numRuns: 300 },
      );
      assert.isAbove(borders, 100);
    });

    for (const lineEnd of ['\n', '\r\n', '\t']) {
      it(`is found where each marker is beside ${JSON.stringify(lineEnd)}`, () => {
        const text = title('Truce')
          .trimStart()
          .replaceAll(/(?<=\.) +| +(?=\S+-E-N-D\.)/g, lineEnd);
        assert.equal(nextBorder(read(text + text), 0, patterns), text.length);
      });
    }
  });
}

describe('the proof that an article is healthy, in bytes of any kind', () => {
  it('is given for no article with one byte that the full check objects to', () => {
    const bytes = Buffer.from(title('Café “in” Gaza'));
    for (let at = 0; at < bytes.length; at++) {
      for (const byte of [0x00, 0x20, 0x2d, 0x2e, 0x41, 0x54, 0x80, 0xa0, 0xc2, 0xe2, 0xff]) {
        const damaged = Buffer.from(bytes);
        damaged[at] = byte;
        const proof = healthyArticle(damaged.toString('latin1'), 0, UTF_8);
        if (proof?.end === damaged.length && isUtf8(damaged))
          assert.isFalse(hasFindings(damaged), `byte ${byte} at ${at}`);
      }
    }
  });
});
