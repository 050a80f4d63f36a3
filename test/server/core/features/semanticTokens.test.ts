import { assert } from 'chai';
import fc from 'fast-check';
import { semanticTokens } from '../../../../server/src/core/features/semanticTokens';
import { parse } from '../../../../server/src/core/parse/parser';
import { anyDocument } from '../articles';

/** A line of carets, and after them what is above. */
const EXPECTATION = /^ *\^+ .*$/;

/** Compares source lines, and the expectations below each, with all tokens of the source lines. */
function expectTokens(text: string, additionalFields: readonly string[] = []): void {
  const lines = text.split('\n').filter((line) => !EXPECTATION.test(line));
  const shown = new Map<number, string[]>();
  for (const { start, end, name } of tokens(lines.join('\n'), additionalFields)) {
    const before = lines.join('\n').slice(0, start).split('\n');
    const indent = ' '.repeat(before.at(-1)?.length ?? 0);
    const expectation = `${indent}${'^'.repeat(end - start)} ${name}`;
    shown.set(before.length - 1, [...(shown.get(before.length - 1) ?? []), expectation]);
  }
  assert.equal(lines.flatMap((line, at) => [line, ...(shown.get(at) ?? [])]).join('\n'), text);
}

/** In offsets of the document, named `type.modifier` without what all types begin with. */
function tokens(text: string, additionalFields: readonly string[]) {
  const { articles, starts } = parse(text);
  return articles.flatMap((article, index) =>
    semanticTokens(article, additionalFields).map(({ span, type, modifier }) => ({
      start: span.start + (starts[index] as number),
      end: span.end + (starts[index] as number),
      name: [type.replace('article-', ''), modifier].filter(Boolean).join('.'),
    })),
  );
}

describe('semantic tokens', () => {
  it('are the markers and the short values', () =>
    expectTokens(`
F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.
^^^^^^^^^^^^^^ marker.start
               ^^^^ f-n
                    ^^^^^^^^^^ marker.end
                                ^^^^^^^^^^^^^^^^^^ marker.start
                                                   ^^^^^^^^^^ date
                                                              ^^^^^^^^^^^^^^ marker.end
T-I-T-L-E-S-T-A-R-T. Truce in Gaza? T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. It failed. T-E-X-T-E-N-D.
^^^^^^^^^^^^^^^^^^^^ marker.start
                     ^^^^^^^^^^^^^^ title
                                    ^^^^^^^^^^^^^^^^ marker.end
                                                      ^^^^^^^^^^^^^^^^^^ marker.start
                                                                                    ^^^^^^^^^^^^^^ marker.end
`));

  it('show a misspelled marker', () =>
    expectTokens(`
F-N-S-T-A-R-T. 1986 F–N–E–N–D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.
^^^^^^^^^^^^^^ marker.start
               ^^^^ f-n
                    ^^^^^^^^^^ marker.misspelled
                                ^^^^^^^^^^^^^^^^^^ marker.start
                                                   ^^^^^^^^^^ date
                                                              ^^^^^^^^^^^^^^ marker.end
`));

  it('show an unmatched marker, and the value whose other marker is lost', () =>
    expectTokens(`
1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09  T-E-X-T-S-T-A-R-T. It failed. T-E-X-T-E-N-D.
^^^^ f-n
     ^^^^^^^^^^ marker.mismatched
                 ^^^^^^^^^^^^^^^^^^ marker.mismatched
                                    ^^^^^^^^^^ date
                                                ^^^^^^^^^^^^^^^^^^ marker.start
                                                                              ^^^^^^^^^^^^^^ marker.end
`));

  it('show a crossed and a nested marker', () =>
    expectTokens(`
F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. It failed. T-E-X-T-E-N-D.
^^^^^^^^^^^^^^ marker.start
               ^^^^ f-n
                    ^^^^^^^^^^ marker.end
                                ^^^^^^^^^^^^^^^^^^ marker.start
                                                   ^^^^^^^^^^ date
                                                              ^^^^^^^^^^^^^^^^ marker.mismatched
                                                                                ^^^^^^^^^^^^^^^^^^ marker.start
                                                                                                              ^^^^^^^^^^^^^^ marker.end
F-N-S-T-A-R-T. 1987 F-N-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D. T-I-T-L-E-E-N-D.
^^^^^^^^^^^^^^ marker.start
               ^^^^ f-n
                    ^^^^^^^^^^ marker.end
                                ^^^^^^^^^^^^^^^^^^^^ marker.start
                                                           ^^^^^^^^^^^^^^^^^^ marker.mismatched
                                                                                         ^^^^^^^^^^^^^^ marker.end
                                                                                                        ^^^^^^^^^^^^^^^^ marker.end
`));

  it('tell a known user-defined field from an unknown one', () =>
    expectTokens(
      `
B-Y-L-I-N-E-S-T-A-R-T. Ruiz B-Y-L-I-N-E-E-N-D.  S-O-U-R-C-E-S-T-A-R-T. BBC S-O-U-R-C-E-E-N-D.
^^^^^^^^^^^^^^^^^^^^^^ marker.start
                            ^^^^^^^^^^^^^^^^^^ marker.end
                                                ^^^^^^^^^^^^^^^^^^^^^^ marker.unknown
                                                                           ^^^^^^^^^^^^^^^^^^ marker.unknown
`,
      ['B-Y-L-I-N-E'],
    ));

  it('show a day that does not exist, and what is no date', () =>
    expectTokens(`
D-A-T-E-S-T-A-R-T. 2024-02-30 D-A-T-E-E-N-D.
^^^^^^^^^^^^^^^^^^ marker.start
                   ^^^^^^^^^^ date.invalid
                              ^^^^^^^^^^^^^^ marker.end
D-A-T-E-S-T-A-R-T. April 9, 2024 D-A-T-E-E-N-D.
^^^^^^^^^^^^^^^^^^ marker.start
                   ^^^^^^^^^^^^^ date.invalid
                                 ^^^^^^^^^^^^^^ marker.end
D-A-T-E-S-T-A-R-T.  D-A-T-E-E-N-D.
^^^^^^^^^^^^^^^^^^ marker.start
                    ^^^^^^^^^^^^^^ marker.end
`));

  it('end with their lines', () =>
    expectTokens(`
T-I-T-L-E-S-T-A-R-T.
^^^^^^^^^^^^^^^^^^^^ marker.start
Truce
^^^^^ title

in Gaza?
^^^^^^^^ title
T-I-T-L-E-E-N-D.
^^^^^^^^^^^^^^^^ marker.end
`));

  it('are not made for a value in which a jumble is', () => {
    const jumble = 'F-N-S-T-A-R-T. D-A-T-E-E-N-D. T-E-X-T-E-N-D. '.repeat(20);
    const names = tokens(`Talks ${jumble}go on T-I-T-L-E-E-N-D. T-E-X-T-S-T-A-R-T. Talks T-E-X-T-E-N-D.`, []).map(
      ({ name }) => name,
    );
    assert.isAbove(parse(jumble).articles[0]?.jumbles.length ?? 0, 0);
    assert.notInclude(names, 'title');
  });

  it('are in order, apart, within a line and not empty, in any text', () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        let last = 0;
        for (const { start, end, name } of tokens(text, ['S-O-U-R-C-E'])) {
          assert.isTrue(last <= start && start < end && end <= text.length, `${name} at ${start}`);
          assert.notMatch(text.slice(start, end), /[\r\n]/);
          last = end;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
