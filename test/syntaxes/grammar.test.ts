import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import fc from 'fast-check';
import textmate from 'vscode-textmate';
import { root } from '../../scripts/generate/index';
import { scanMarkers } from '../../server/src/core/markers/scanner';
import { anyDocument } from '../server/core/articles';
import { expectScopes, loadGrammar } from './tokens';

describe('grammar', () => {
  it('distinguishes the eight markers and the four values', () =>
    expectScopes(`
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.
 ^^^^^^^^^^^^^^ meta.field.f-n.article keyword.control.start.article
                ^^^^ constant.numeric.file-number.article
                     ^^^^^^^^^^ meta.field.f-n.article keyword.control.end.article
                               ^^ source.article
                                 ^^^^^^^^^^^^^^^^^^ meta.field.date.article keyword.control.start.article
                                                    ^^^^^^^^^^ entity.other.attribute-name.date.article entity.name.type.date.article
                                                               ^^^^^^^^^^^^^^ meta.field.date.article keyword.control.end.article
 T-I-T-L-E-S-T-A-R-T. Truce in Gaza? T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. It failed. T-E-X-T-E-N-D.
 ^^^^^^^^^^^^^^^^^^^^ meta.field.title.article keyword.control.start.article
                      ^^^^^^^^^^^^^^ markup.heading.title.article
                                     ^^^^^^^^^^^^^^^^ meta.field.title.article keyword.control.end.article
                                                       ^^^^^^^^^^^^^^^^^^ meta.field.text.article keyword.control.start.article
                                                                          ^^^^^^^^^^ meta.paragraph.text.article
                                                                                     ^^^^^^^^^^^^^^ meta.field.text.article keyword.control.end.article
`));

  it('colours the real article', () => {
    const seed = fs.readFileSync(path.join(root, 'samples/000_dcc53a93f2feb93c.txt'), 'utf8');
    return expectScopes(`${seed.slice(0, 170)}
^ source.article
 ^^^^^^^^^^^^^^ keyword.control.start.article
                ^^^^ constant.numeric.file-number.article
                                                    ^^^^^^^^^^ entity.name.type.date.article
                                                                                                    ^^^^^^^^^^^^^^^^ markup.heading.title.article
`);
  });

  it('accepts a file name as a number', () =>
    expectScopes(`
F-N-S-T-A-R-T. 2874512034.xml F-N-E-N-D.
               ^^^^^^^^^^^^^^ constant.numeric.file-number.article
`));

  it('marks a date with an impossible form', () =>
    expectScopes(`
D-A-T-E-S-T-A-R-T. April 9, 2024 D-A-T-E-E-N-D. D-A-T-E-S-T-A-R-T. 2024-13-01 D-A-T-E-E-N-D.
                   ^^^^^ markup.bold.invalid-date.article invalid.illegal.date.article
                         ^^ invalid.illegal.date.article
                            ^^^^ invalid.illegal.date.article
                                 ^^^^^^^^^^^^^^ keyword.control.end.article
                                                                   ^^^^^^^^^^ invalid.illegal.date.article
D-A-T-E-S-T-A-R-T. 2024-04-09T12:00:00Z D-A-T-E-E-N-D. D-A-T-E-S-T-A-R-T. 12024-04-09 D-A-T-E-E-N-D.
                   ^^^^^^^^^^^^^^^^^^^^ invalid.illegal.date.article
                                                                          ^^^^^^^^^^^ invalid.illegal.date.article
`));

  it('marks unknown markers, inside and outside values', () =>
    expectScopes(`
S-O-U-R-C-E-S-T-A-R-T. BBC S-O-U-R-C-E-E-N-D. T-E-X-T-S-T-A-R-T. It T-E-X-S-T-A-R-T. failed in A-B-C. T-E-X-T-E-N-D.
^^^^^^^^^^^^^^^^^^^^^^ markup.italic.unknown-marker.article variable.language.unknown-marker.article
                       ^^^ source.article
                           ^^^^^^^^^^^^^^^^^^ variable.language.unknown-marker.article
                                                                    ^^^^^^^^^^^^^^^^ variable.language.unknown-marker.article
                                                                                     ^^^^^^^^^^^^^^^^ meta.paragraph.text.article
`));

  it('keeps the scope of a value over several lines', () =>
    expectScopes(`
T-I-T-L-E-S-T-A-R-T.
Truce
^^^^^ markup.heading.title.article

in Gaza?
^^^^^^^^ markup.heading.title.article
T-I-T-L-E-E-N-D.
^^^^^^^^^^^^^^^^ keyword.control.end.article
D-A-T-E-S-T-A-R-T.
2024-04-09
^^^^^^^^^^ entity.name.type.date.article
D-A-T-E-E-N-D.
`));

  it('ends a field whose END is lost at the next START', () =>
    expectScopes(`
T-I-T-L-E-S-T-A-R-T. Truce  T-E-X-T-S-T-A-R-T. It failed. T-E-X-T-E-N-D. Stray
                     ^^^^^ markup.heading.title.article
                            ^^^^^^^^^^^^^^^^^^ source.article meta.field.text.article keyword.control.start.article
                                               ^^^^^^^^^^ source.article meta.field.text.article meta.paragraph.text.article
                                                                         ^^^^^ source.article
`));

  it('colours an END without a START as a marker', () =>
    expectScopes(`
2024-04-09 D-A-T-E-E-N-D.  T-E-X-T-S-T-A-R-T. It failed. T-E-X-T-E-N-D.
^^^^^^^^^^ source.article
           ^^^^^^^^^^^^^^ source.article keyword.control.end.article
                                              ^^^^^^^^^^ meta.paragraph.text.article
`));

  it('colours the END of another field as a marker, and continues the value', () =>
    expectScopes(`
T-I-T-L-E-S-T-A-R-T. Truce T-E-X-T-E-N-D. in Gaza? T-I-T-L-E-E-N-D. D-A-T-E-S-T-A-R-T. T-E-X-T-E-N-D. 2024-04-09
                     ^^^^^ markup.heading.title.article
                           ^^^^^^^^^^^^^^ keyword.control.end.article
                                          ^^^^^^^^ markup.heading.title.article
                                                   ^^^^^^^^^^^^^^^^ keyword.control.end.article
                                                                                       ^^^^^^^^^^^^^^ keyword.control.end.article
                                                                                                      ^^^^^^^^^^ entity.name.type.date.article
`));

  it('finds markers without white space beside a value', () =>
    expectScopes(`
D-A-T-E-S-T-A-R-T.2024-04-09D-A-T-E-E-N-D.T-I-T-L-E-S-T-A-R-T.Truce in the U-S-A.T-I-T-L-E-E-N-D.
^^^^^^^^^^^^^^^^^^ keyword.control.start.article
                  ^^^^^^^^^^ entity.name.type.date.article
                            ^^^^^^^^^^^^^^ keyword.control.end.article
                                                              ^^^^^^^^^^^^^^^^^^^ markup.heading.title.article
                                                                                 ^^^^^^^^^^^^^^^^ keyword.control.end.article
D-A-T-E-S-T-A-R-T.9/4/2024D-A-T-E-E-N-D.
                  ^^^^^^^^ invalid.illegal.date.article
                          ^^^^^^^^^^^^^^ keyword.control.end.article
`));

  it('starts again with each article of a line', () =>
    expectScopes(`
 T-E-X-T-S-T-A-R-T. It failed. T-E-X-T-E-N-D.  F-N-S-T-A-R-T. 1987 F-N-E-N-D.  F-N-S-T-A-R-T. 1988 F-N-E-N-D.
                                             ^^ source.article
                                               ^^^^^^^^^^^^^^ source.article meta.field.f-n.article keyword.control.start.article
                                                              ^^^^ constant.numeric.file-number.article
                                                                                              ^^^^ constant.numeric.file-number.article
`));

  it('finds the same markers as the scanner, in any text', async () => {
    const { grammar } = await loadGrammar();
    fc.assert(
      fc.property(anyDocument, (text) => {
        let state = textmate.INITIAL;
        for (const line of text.split(/\r\n|\r|\n/)) {
          const result = grammar.tokenizeLine(line, state);
          state = result.ruleStack;
          const coloured = result.tokens.filter(({ scopes }) => /keyword|unknown-marker/.test(scopes.at(-1) ?? ''));
          assert.deepEqual(
            coloured.map(({ startIndex, endIndex }) => line.slice(startIndex, endIndex)),
            // A grammar cannot distinguish a doubled first letter from the end of a word.
            [...scanMarkers(line)].map(({ start, end, misspelled }) => line.slice(misspelled ? start + 1 : start, end)),
          );
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('grammar file', () => {
  const file: unknown = JSON.parse(fs.readFileSync(path.join(root, 'syntaxes/article.tmLanguage.json'), 'utf8'));

  it('has no string or comment scope, in which VS Code does not match brackets', () => {
    const names = [...valuesOf(file, ['name', 'contentName', 'scopeName'])];
    assert.include(names, 'source.article');
    for (const name of names) assert.notMatch(name, /string|comment|regex|meta\.embedded/);
  });

  it('has no nested repetition, so that each pattern takes linear time', () => {
    const patterns = [...valuesOf(file, ['match', 'begin', 'end', 'while'])];
    assert.isNotEmpty(patterns);
    for (const pattern of patterns) assert.isFalse(repeatsRepetition(pattern), pattern);
    assert.isTrue(repeatsRepetition('(?:[A-Z]-?(\\w+\\.)?)*'));
  });

  it('reaches the end of a line that looks like the start of a marker everywhere', async () => {
    const { grammar } = await loadGrammar();
    for (const start of ['', 'D-A-T-E-S-T-A-R-T. ', 'T-E-X-T-S-T-A-R-T. ']) {
      const { tokens } = grammar.tokenizeLine(start + 'A-'.repeat(50_000), textmate.INITIAL);
      assert.isAtLeast(tokens.at(-1)?.endIndex ?? 0, 100_000);
    }
  });
});

/** The strings under these keys at any depth. */
function* valuesOf(node: unknown, keys: readonly string[]): Generator<string> {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'string' && keys.includes(key)) yield value;
    yield* valuesOf(value, keys);
  }
}

/** Whether an unlimited repetition contains another unlimited repetition. */
function repeatsRepetition(pattern: string): boolean {
  let rest = pattern.replace(/\\.|\[[^\]]*\]/g, 'x').replace(/\(\?<?[:=!]/g, '(');
  for (;;) {
    const group = /\(([^()]*)\)([*+]|\{\d+,\})?/.exec(rest);
    if (!group) return false;
    const [whole, inside = '', repeated] = group;
    const repeats = /[*+]|\{\d+,\}/.test(inside);
    if (repeats && repeated) return true;
    rest = rest.replace(whole, () => (repeats || repeated ? 'x+' : 'x'));
  }
}
