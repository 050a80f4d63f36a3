import { assert } from 'chai';
import fc from 'fast-check';
import { parse } from '../../../server/src/core/parse/parser';
import { applyEdits } from '../../../server/src/core/repair/edit';
import { fixAll } from '../../../server/src/core/writing/fixAll';
import { article, articleText, fieldsDocument, realisticDocument, shortDocument } from './articles';
import { MISSPELLINGS } from './damages';
import { allFixed, context, findingsIn, fixed } from './findings';

const MARKER = /(?:F-N|D-A-T-E|T-I-T-L-E|T-E-X-T)-(?:S-T-A-R-T|E-N-D)\./g;

type Misspell = (marker: string) => string;

/** A healthy document and one of its markers, with its index and text. */
const withMarker = (documents: fc.Arbitrary<string>) =>
  fc.tuple(documents, fc.nat()).map(([text, pick]) => {
    const markers = [...text.matchAll(MARKER)];
    const match = markers[pick % markers.length] as RegExpExecArray;
    return { text, at: match.index, marker: match[0], articles: parse(text).articles.length };
  });
const documentWithMarker = withMarker(realisticDocument);

/** Whether the value beside a marker is like those of real articles: not cut short, without letters that are spelled out. */
function isCertainBeside(text: string, at: number, marker: string): boolean {
  const [before, after] = [text.slice(0, at), text.slice(at + marker.length)];
  if (marker.endsWith('S-T-A-R-T.'))
    return /^\s*(?:\p{Lu}\p{L}|\p{N}{2})/u.test(after) && isOrdinary(after.split(MARKER, 1)[0] ?? '');
  const ends = marker.startsWith('T-E-X-T') ? /[\p{Ll}\p{N}]{2}[.!?]\s*$/u : /(?:\p{Ll}{2}|\d)\s*$/u;
  return ends.test(before) && isOrdinary(before.split(MARKER).at(-1) ?? '');
}

/** Whether what is beside a value is of the marker, where the value does not show that it is whole: it may be of a cut one. */
function isInnerEndKept(misspelled: string, marker: string): boolean {
  const [there, meant] = [misspelled, marker].map((each) => each.toUpperCase().replaceAll(/[^\p{L}]/gu, ''));
  if (/^T-.*-E-N-D/.test(marker) && there?.[0] !== meant?.[0]) return false;
  // What is parted from the marker by white space, or is white space itself, may be of the value.
  if (/^\*+ |^&nbsp;/.test(misspelled)) return false;
  return !/^T-.*S-T-A-R-T/.test(marker) || (there?.at(-1) === meant?.at(-1) && !misspelled.endsWith(')'));
}

function isOrdinary(value: string): boolean {
  return !/\S\s{3}\s*\S|[A-Z]-[A-Z]|(?<!\S)(?:T|\p{L}\s\p{L})(?!\S)/u.test(value);
}

/** Exactly one finding, in as many articles as there were; it is returned. */
function onlyFinding(damaged: string, articles: number) {
  const findings = findingsIn(damaged);
  assert.deepEqual(findings.map(({ code, message }) => `${code}: ${message}`).slice(1), [], damaged);
  assert.lengthOf(findings, 1, damaged);
  assert.lengthOf(parse(damaged).articles, articles, damaged);
  return findings[0] as (typeof findings)[number];
}

describe('one damage, one finding', () => {
  it('is silent on healthy documents', () => {
    fc.assert(
      fc.property(realisticDocument, (text) => {
        assert.deepEqual(findingsIn(text), []);
        assert.equal(allFixed(text), text);
      }),
      { numRuns: 500 },
    );
  });

  for (const [name, misspell] of Object.entries(MISSPELLINGS)) {
    it(`knows a marker with ${name}, and restores it`, () => {
      fc.assert(
        fc.property(documentWithMarker, ({ text, at, marker, articles }) => {
          const misspelled = misspell(marker);
          fc.pre(misspelled !== marker);
          const damaged = text.slice(0, at) + misspelled + text.slice(at + marker.length);
          const finding = onlyFinding(damaged, articles);
          assert.equal(finding.code, 'misspelled-marker');
          const start = finding.base + finding.span.start;
          assert.equal(damaged.slice(start, finding.base + finding.span.end), misspelled);
          assert.equal(fixed(damaged, finding), text);
          if (isCertainBeside(text, at, marker) && isInnerEndKept(misspelled, marker))
            assert.equal(allFixed(damaged), text);
        }),
        { numRuns: 40 },
      );
    });
  }

  it('knows damages in each of hundreds of articles, which have no certain border any more', () => {
    const articles = Array.from({ length: 260 }, (_, i) =>
      articleText([`${i}`, '2024-04-09', 'A truce', 'Talks go on.']),
    );
    const kinds = Object.values(MISSPELLINGS);
    const mixed = articles.map((text, index) => text.replace('F-N-E-N-D.', kinds[index % kinds.length] as Misspell));
    const same = ['lost full stop', 'lower case', 'spaces for hyphens', 'a line break in it'].map((name) =>
      articles.map((text) => text.replace('F-N-E-N-D.', MISSPELLINGS[name] as Misspell)),
    );
    for (const damaged of [mixed, ...same].map((each) => each.join(''))) {
      assert.lengthOf(parse(damaged).articles, articles.length);
      const codes = findingsIn(damaged).map(({ code }) => code);
      assert.deepEqual(codes, Array(articles.length).fill('misspelled-marker'));
    }
  });

  it('knows a lost marker, names its partner, and restores it', () => {
    fc.assert(
      fc.property(documentWithMarker, ({ text, at, marker, articles }) => {
        const damaged = text.slice(0, at) + text.slice(at + marker.length);
        fc.pre(isCertainBeside(text, at, marker));
        const finding = onlyFinding(damaged, articles);
        assert.equal(finding.code, marker.endsWith('E-N-D.') ? 'unmatched-start' : 'unmatched-end');
        assert.equal(finding.fixes?.[0]?.tier, 'safe');
        assert.equal(fixed(damaged, finding), text);
        assert.equal(allFixed(damaged), text);
      }),
      { numRuns: 200 },
    );
  });

  it('knows a lost marker in the fields layout, and restores it', () => {
    fc.assert(
      fc.property(withMarker(fieldsDocument), ({ text, at, marker, articles }) => {
        assert.deepEqual(findingsIn(text), []);
        const damaged = text.slice(0, at) + text.slice(at + marker.length);
        fc.pre(isCertainBeside(text, at, marker));
        const finding = onlyFinding(damaged, articles);
        assert.equal(fixed(damaged, finding), text);
        assert.equal(allFixed(damaged), text);
      }),
      { numRuns: 300 },
    );
  });

  it('separates a marker that has lost its full stop and its space from the value', () => {
    fc.assert(
      fc.property(documentWithMarker, ({ text, at, marker, articles }) => {
        const next = text.slice(at + marker.length + 1);
        fc.pre(marker.endsWith('S-T-A-R-T.') && /^(?:\p{L}{2}|\p{N}|[AI] |“)/u.test(next));
        const damaged = text.slice(0, at + marker.length - 1) + next;
        const finding = onlyFinding(damaged, articles);
        assert.equal(finding.code, 'misspelled-marker');
        assert.equal(finding.fixes?.[0]?.tier, 'suggested'); // The beginning of the value may be lost as well.
        assert.equal(fixed(damaged, finding), text);
      }),
      { numRuns: 100 },
    );
  });

  it('takes no word of a value for the lost letter of a marker beside it', () => {
    const article = (title: string) =>
      ` F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  ${title}  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. `;
    const text = (text: string) =>
      article('T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.').replace('Talks. T-E-X-T-E-N-D.', text);
    assert.equal(allFixed(text('Back to the. -X-T-E-N-D.')), text('Back to the. T-E-X-T-E-N-D.'));
    for (const [damaged, whole] of [
      ['T-I-T-L-E-S-T-A-R-T. Plan B -I-T-L-E-E-N-D.', 'T-I-T-L-E-S-T-A-R-T. Plan B T-I-T-L-E-E-N-D.'],
      ['T-I-T-L-E-S-T-A-R-T. Vitamin D I-T-L-E-E-N-D.', 'T-I-T-L-E-S-T-A-R-T. Vitamin D T-I-T-L-E-E-N-D.'],
      ['T-I-T-L-E-S-T-A-R-T. Model T T-T-L-E-E-N-D.', 'T-I-T-L-E-S-T-A-R-T. Model T T-I-T-L-E-E-N-D.'],
    ] as const) {
      const [finding] = findingsIn(article(damaged)) as [ReturnType<typeof onlyFinding>];
      assert.equal(fixed(article(damaged), finding), article(whole));
    }
    // The word may be a letter of the marker; the cut that tore a marker may have begun in the title.
    for (const damaged of [
      'T-I-T-L-E-S-T-A-R-. T. S. Eliot T-I-T-L-E-E-N-D.',
      'T-I-T-L-E-S-T-A-R-T. On the -T-L-E-E-N-D.',
      'T-I-T-L-E-S-T-A-R to be T-I-T-L-E-E-N-D.',
      'T-I-T-L-E-S-T-A-R- J. R. Tolkien T-I-T-L-E-E-N-D.',
    ]) {
      const [finding] = findingsIn(article(damaged));
      assert.equal(finding?.fixes?.[0]?.tier, 'suggested');
    }
  });

  it('leaves what may be the rest of a marker to a person', () => {
    for (const rest of ['Text-End', 'T-E-X_TND', 'T_EXT-EN', 'T-T-T-T-T-T-T.', 'T-E-X-TE-N-D.-E-N-D.']) {
      const text = ` F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. ${rest} `;
      assert.equal(allFixed(text), text);
    }
  });

  it('never joins an article that is cut off within a marker to the next one', () => {
    const head = ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T.';
    const [before, after] = [article(1985), article(1987).trimStart()];
    for (const marker of ['F-N-E', 'D-A-T-E-S', 'D-A-T-E-E', 'T-I-T-L-E-S'].map((each) => head.indexOf(each))) {
      for (let end = marker + 3; !/\s/.test(head[end - 1] ?? ' '); end++) {
        const text = before + head.slice(0, end) + after;
        if (/-(?:F-N|D-A-T-E|T-I-T-L-E)-?$/.test(` -${head.slice(marker, end)}`)) continue; // The name of a field may be one.
        assert.isNotEmpty(findingsIn(text), head.slice(0, end));
        assert.include(allFixed(text), after);
      }
    }
  });

  it('leaves to a person what may be a word of the value, or the rest of another marker', () => {
    const head = ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  ';
    for (const text of [
      'T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. ',
      `${head}T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on T. `,
      `${head}T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-ks go on. T-E-X-T-E-N-D. `,
      `${head}T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-Talks go on. T-E-X-T-E-N-D. `,
      `${head}T-I-T-L-E-S-T-A-R-T.-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. `,
      `${head}T-I-T-L-E-S-T-A-R-T. Truce D.T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. `,
    ]) {
      assert.lengthOf(findingsIn(text), 1, text);
      assert.equal(allFixed(text), text);
    }
  });

  it('knows a marker that was lost with the space beside it, and restores both', () => {
    fc.assert(
      fc.property(documentWithMarker, fc.boolean(), ({ text, at, marker, articles }, spaceBefore) => {
        const damaged =
          text.slice(0, spaceBefore ? at - 1 : at) + text.slice(at + marker.length + (spaceBefore ? 0 : 1));
        const finding = onlyFinding(damaged, articles);
        assert.equal(fixed(damaged, finding), text);
      }),
      { numRuns: 200 },
    );
  });

  it('counts two damages in different articles as two', () => {
    fc.assert(
      fc.property(fc.tuple(documentWithMarker, documentWithMarker), ([one, two]) => {
        const lost = ({ text, at, marker }: typeof one) => text.slice(0, at) + text.slice(at + marker.length);
        const whole = one.text + two.text;
        const damaged = lost(one) + lost(two);
        // Where the last marker of the one and the first of the other are gone, the border is gone as well.
        fc.pre(!(one.text.slice(one.at + one.marker.length).trim() === '' && two.at === 1));
        for (const { text, at, marker } of [one, two]) fc.pre(isCertainBeside(text, at, marker));
        assert.lengthOf(findingsIn(damaged), 2, damaged);
        assert.equal(allFixed(damaged), whole);
      }),
      { numRuns: 150 },
    );
  });

  it('takes a field that was repeated, dropped or swapped as one fault', () => {
    const FIELD = /((?:[A-Z]-)+)S-T-A-R-T\.[\s\S]*?\1E-N-D\./g;
    fc.assert(
      fc.property(realisticDocument, fc.nat(), fc.constantFrom('repeat', 'drop', 'swap'), (text, pick, damage) => {
        const fields = [...text.matchAll(FIELD)];
        fc.pre(fields.length > 0);
        const index = pick % fields.length;
        const [field, next] = [fields[index], fields[index + 1]] as [RegExpExecArray, RegExpExecArray | undefined];
        const end = field.index + field[0].length;
        const before = text.slice(0, field.index);
        if (damage === 'repeat') {
          const { code } = onlyFinding(`${text.slice(0, end)}  ${field[0]}${text.slice(end)}`, fields.length / 4);
          assert.equal(code, 'duplicate-field');
        } else if (damage === 'drop') {
          const { code } = onlyFinding(before + text.slice(end), fields.length / 4);
          assert.equal(code, 'missing-field');
        } else if (next && index % 4 < 3) {
          const swapped = `${before}${next[0]}  ${field[0]}${text.slice(next.index + next[0].length)}`;
          assert.equal(onlyFinding(swapped, fields.length / 4).code, 'field-order');
        }
      }),
      { numRuns: 400 },
    );
  });

  it('takes a file that was cut off at a marker as one fault, whatever went with the rest', () => {
    fc.assert(
      fc.property(documentWithMarker, fc.boolean(), fc.boolean(), ({ text, at, marker }, isAtEnd, isAfter) => {
        const place = isAfter ? at + marker.length : at;
        const damaged = isAtEnd ? text.slice(0, place) : text.slice(place);
        fc.pre([...damaged.matchAll(MARKER)].length % 8 !== 0);
        const { code } = onlyFinding(damaged, parse(damaged).articles.length);
        // A number that the article before has as well may be repeated in it.
        assert.include(['unmatched-start', 'unmatched-end', 'missing-field', 'duplicate-field'], code);
      }),
      { numRuns: 300 },
    );
  });

  it('takes a file that was cut off anywhere as one fault', () => {
    fc.assert(
      fc.property(realisticDocument, fc.nat(), fc.boolean(), (text, pick, isAtEnd) => {
        const place = 1 + (pick % (text.length - 1));
        const damaged = isAtEnd ? text.slice(0, place) : text.slice(place);
        const left = isAtEnd ? text.slice(place) : text.slice(0, place);
        fc.pre(damaged.trim() !== '' && left.trim() !== '' && (damaged.match(MARKER)?.length ?? 0) % 8 !== 0);
        assert.lengthOf(findingsIn(damaged), 1, damaged);
      }),
      { numRuns: 500 },
    );
  });

  it('knows that an article was cut off in the END of its number', () => {
    const article = (number: string) =>
      ` F-N-S-T-A-R-T. ${number} F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. `;
    for (const left of ['F', 'F-', 'F-N', 'F-N-', 'F-N-E-N-D']) {
      const cut = `${article('7')} F-N-S-T-A-R-T. 8 ${left}${article('9').trim()} `;
      assert.lengthOf(findingsIn(cut), 1, left);
    }
  });

  it('knows a marker that has lost some of its characters, or has them twice', () => {
    fc.assert(
      fc.property(
        documentWithMarker,
        fc.nat(),
        fc.integer({ min: 3, max: 7 }),
        fc.boolean(),
        ({ text, at, marker, articles }, pick, length, isTwice) => {
          const from = pick % (marker.length - length + 1);
          const stretch = marker.slice(from, from + length);
          const written = marker.slice(0, from) + (isTwice ? stretch + stretch : '') + marker.slice(from + length);
          const after = text.slice(at + marker.length);
          const damaged = text.slice(0, at) + written + after;
          // An ellipsis after a START without its full stop may be that, and a single letter may be one of the marker.
          fc.pre(!/^\s*(?:…|\p{Lu}\s)/u.test(after) && !/\s\p{Lu}\s$/u.test(text.slice(0, at)));
          const finding = onlyFinding(damaged, articles);
          if (finding.code === 'misspelled-marker') assert.equal(fixed(damaged, finding), text);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('takes two markers of an article that are exchanged as one fault, and restores them', () => {
    fc.assert(
      fc.property(documentWithMarker, fc.nat(7), ({ text, at, articles }, pick) => {
        const markers = [...text.matchAll(MARKER)];
        const index = markers.findIndex((match) => match.index === at);
        const other = index - (index % 8) + pick;
        const [a, b] = [markers[Math.min(index, other)], markers[Math.max(index, other)]];
        fc.pre(a !== undefined && b !== undefined && a !== b);
        const [one, two] = [a as RegExpExecArray, b as RegExpExecArray];
        const between = text.slice(one.index + one[0].length, two.index);
        fc.pre(text.split(MARKER).every(isOrdinary));
        const damaged = text.slice(0, one.index) + two[0] + between + one[0] + text.slice(two.index + two[0].length);
        const finding = onlyFinding(damaged, articles);
        assert.equal(finding.code, 'crossed-fields');
        assert.equal(allFixed(damaged), text);
      }),
      { numRuns: 120 },
    );
  });

  it('takes a field that has lost both its markers, or has other ones, as one fault', () => {
    const others = { 'F-N': 'N-R', 'D-A-T-E': 'D-A-Y', 'T-I-T-L-E': 'T-I-T-L-Q', 'T-E-X-T': 'B-O-D-Y' };
    fc.assert(
      fc.property(realisticDocument, fc.nat(), fc.boolean(), (text, pick, isRenamed) => {
        const fields = [...text.matchAll(/((?:[A-Z]-)+)S-T-A-R-T\. (\S(?:[\s\S]*?\S)??) \1E-N-D\./g)];
        const [field, letters = '', value = ''] = fields[pick % fields.length] as RegExpExecArray;
        const name = letters.slice(0, -1) as keyof typeof others;
        // In a later article, another field before DATE may as well be one more of the article before.
        fc.pre(!isRenamed || name !== 'F-N');
        const written = isRenamed ? field.replaceAll(letters, `${others[name]}-`) : value;
        fc.pre(text.split(field).length === 2);
        const damaged = text.replace(field, () => written);
        const finding = onlyFinding(damaged, fields.length / 4);
        assert.equal(finding.code, isRenamed ? 'unknown-field' : 'missing-field');
        assert.equal(fixed(damaged, finding), text);
      }),
      { numRuns: 300 },
    );
  });

  it('takes an article of which every marker is misspelled as one fault, and restores it', () => {
    for (const name of ['en dashes', 'lower case', 'no hyphens', 'underscores'] as const) {
      const misspell = MISSPELLINGS[name] ?? ((marker: string) => marker.replaceAll('-', '_'));
      fc.assert(
        fc.property(shortDocument, (text) => {
          const damaged = text.replaceAll(MARKER, misspell);
          const { articles } = parse(text);
          const codes = findingsIn(damaged).map(({ code }) => code);
          assert.deepEqual(codes, Array(articles.length).fill('misspelled-marker'), damaged);
          assert.equal(allFixed(damaged), text);
        }),
        { numRuns: 50 },
      );
    }
  });

  it('takes the markers at a border that are exchanged as one fault, and restores them', () => {
    fc.assert(
      fc.property(realisticDocument, realisticDocument, (one, two) => {
        const end = 'T-E-X-T-E-N-D.';
        const start = 'F-N-S-T-A-R-T.';
        const rest = two.slice(1 + start.length);
        fc.pre(isOrdinary(one.split(MARKER).at(-2) ?? ''));
        const damaged = `${one.slice(0, -end.length - 1)}${start}  ${end}${rest}`;
        const finding = onlyFinding(damaged, parse(one + two).articles.length);
        assert.equal(finding.code, 'crossed-fields');
        assert.equal(allFixed(damaged), one + two);
      }),
      { numRuns: 100 },
    );
  });

  it('takes a field that was moved to the front of its article as one fault', () => {
    fc.assert(
      fc.property(documentWithMarker, ({ text, at, articles }) => {
        const markers = [...text.matchAll(MARKER)];
        const index = markers.findIndex((match) => match.index === at);
        const [open, close] = [markers[index - (index % 2)], markers[index - (index % 2) + 1]];
        const first = markers[index - (index % 8)];
        fc.pre(open !== undefined && close !== undefined && first !== undefined && open !== first);
        const end = (close?.index ?? 0) + (close?.[0].length ?? 0);
        const [from, to] = [first?.index ?? 0, open?.index ?? 0];
        const moved = `${text.slice(0, from)}${text.slice(to, end)}  ${text.slice(from, to - 2)}${text.slice(end)}`;
        const finding = onlyFinding(moved, articles);
        assert.equal(finding.code, 'field-order');
        assert.equal(fixed(moved, finding), text);
      }),
      { numRuns: 200 },
    );
  });

  it('takes what was cut out between two markers of an article as one fault', () => {
    fc.assert(
      fc.property(documentWithMarker, fc.integer({ min: 1, max: 5 }), ({ text, at, articles }, count) => {
        const markers = [...text.matchAll(MARKER)];
        const from = markers.findIndex(({ index }) => index === at);
        const to = markers[from + count];
        fc.pre(to !== undefined && Math.floor(from / 8) === Math.floor((from + count) / 8));
        onlyFinding(text.slice(0, at) + text.slice(to?.index), articles);
      }),
      { numRuns: 300 },
    );
  });

  it('takes a marker that is once too often as one fault', () => {
    fc.assert(
      fc.property(documentWithMarker, fc.constantFrom('', ' ', '  '), ({ text, at, marker, articles }, gap) => {
        onlyFinding(`${text.slice(0, at)}${marker}${gap}${text.slice(at)}`, articles);
      }),
      { numRuns: 300 },
    );
  });

  it('takes a pair that is crossed, or a marker of the wrong side, as one fault, and restores it', () => {
    fc.assert(
      fc.property(documentWithMarker, fc.nat(6), ({ text, at, marker, articles }, pick) => {
        const others = [...new Set(text.match(MARKER))].filter((other) => other !== marker);
        const damaged = text.slice(0, at) + others[pick] + text.slice(at + marker.length);
        const finding = onlyFinding(damaged, articles);
        assert.equal(finding.code, 'crossed-fields');
        assert.equal(fixed(damaged, finding), text);
      }),
      { numRuns: 400 },
    );
  });
});

describe('fixes', () => {
  it('of several faults in one article leave what is between them alone', () => {
    fc.assert(
      fc.property(realisticDocument, (random) => {
        // What is right beside a marker may leave doubt.
        const text = random.replaceAll('T-E-X-T-E-N-D.', 'It is over. T-E-X-T-E-N-D.');
        const damaged = text
          .replaceAll('F-N-S-T-A-R-T.', 'F-N-S-T-A-R-T')
          .replaceAll('T-E-X-T-E-N-D.', 'T–E-X-T-E-N-D.');
        const edits = fixAll(parse(damaged), context, {});
        assert.equal(applyEdits(damaged, edits), text);
        assert.isTrue(edits.every(({ span, text: added }) => span.end - span.start <= 1 && added.length === 1));
      }),
      { numRuns: 50 },
    );
  });

  it('never change a value that they do not name, and leave nothing to fix', () => {
    fc.assert(
      fc.property(
        documentWithMarker,
        fc.array(fc.tuple(fc.nat(), fc.constantFrom(...Object.values(MISSPELLINGS))), { maxLength: 4 }),
        ({ text }, damages) => {
          let damaged = text;
          for (const [pick, misspell] of damages) {
            const markers = [...damaged.matchAll(MARKER)];
            const match = markers[pick % Math.max(1, markers.length)];
            if (match)
              damaged =
                damaged.slice(0, match.index) + misspell(match[0]) + damaged.slice(match.index + match[0].length);
          }
          const once = allFixed(damaged);
          assert.equal(allFixed(once), once);
        },
      ),
      { numRuns: 200 },
    );
  });
});
