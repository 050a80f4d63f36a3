/** Markers in no order: what a jumble is, and what is read around it. */
import { assert } from 'chai';
import fc from 'fast-check';
import { edit, parse, parsePart } from '../../../../server/src/core/parse/parser';
import { UTF_16 as BORDERS, hasBorder } from '../../../../server/src/core/parse/proof';
import { markedRun } from '../../../../server/src/core/parse/runs';
import { textOf } from '../../../../server/src/core/span';
import { article, healthyArticle, jumbledDocument, jumbleOf } from '../articles';

/** The jumbles of a text: where each begins and ends, and how many markers it has. */
function jumblesIn(text: string): string[] {
  const { articles } = parse(text);
  return articles.flatMap(({ text: own, jumbles }) =>
    jumbles.map(({ first, last, count }) => `${count}: ${textOf(own, first)} … ${textOf(own, last)}`),
  );
}

const STARTS = 'T-E-X-T-S-T-A-R-T. ';
const [A, B] = [article(7), article(8)];

describe('a jumble', () => {
  it('is more than fifty markers in no order, without a value', () => {
    assert.deepEqual(jumblesIn(STARTS.repeat(51)), ['51: T-E-X-T-S-T-A-R-T. … T-E-X-T-S-T-A-R-T.']);
    assert.deepEqual(jumblesIn(STARTS.repeat(50)), []);
  });

  it('is as long as no text is between its markers', () => {
    const markers = STARTS.repeat(60);
    assert.deepEqual(jumblesIn(`F-N-E-N-D. ${markers.repeat(100)}D-A-T-E-E-N-D.`), [
      '6002: F-N-E-N-D. … D-A-T-E-E-N-D.',
    ]);
    assert.deepEqual(jumblesIn(`${markers}and ${markers}`), [
      '59: T-E-X-T-S-T-A-R-T. … T-E-X-T-S-T-A-R-T.',
      '60: T-E-X-T-S-T-A-R-T. … T-E-X-T-S-T-A-R-T.',
    ]);
    assert.deepEqual(jumblesIn(`${STARTS.repeat(40)}and ${STARTS.repeat(40)}`), []);
  });

  it('is not what has its order, even without values', () => {
    const empty = article(7).replaceAll(/(?<=S-T-A-R-T\.) .*? (?=[A-Z]-)/g, ' ');
    assert.deepEqual(jumblesIn(empty.repeat(100)), []);
    assert.lengthOf(parse(empty.repeat(100)).articles, 100);
  });

  it('is not read in the other version of a merge conflict', () => {
    const conflict = (ours: string, theirs: string) =>
      `${A}\n<<<<<<< HEAD\n${ours}\n=======\n${theirs}\n>>>>>>> branch\n`;
    assert.lengthOf(jumblesIn(conflict(STARTS.repeat(60), B)), 1);
    assert.lengthOf(jumblesIn(conflict(B, STARTS.repeat(60))), 0);
  });

  it('does not have a marker that has a value', () => {
    const markers = jumbleOf(60);
    assert.deepEqual(jumblesIn(A + markers + B), jumblesIn(markers));
    assert.deepEqual(
      parse(A + markers + B).articles.map(({ fields }) => fields.map(({ letters }) => letters)),
      [A, B].map(() => ['F-N', 'D-A-T-E', 'T-I-T-L-E', 'T-E-X-T']),
    );
  });
});

describe('where a text has jumbles', () => {
  it('it is not cut in them', () => {
    const border = 'T-I-T-L-E-E-N-D. T-E-X-T-S-T-A-R-T. T-E-X-T-E-N-D. F-N-S-T-A-R-T.  F-N-E-N-D. D-A-T-E-S-T-A-R-T. ';
    const text = A + jumbleOf(60) + border.repeat(100);
    assert.lengthOf(parse(text).articles, 1);
    assert.isFalse(hasBorder(text, text.lastIndexOf('F-N-S'), BORDERS));
    assert.isTrue(markedRun(`${A}F-N-S-T-A-R-T. ${STARTS.repeat(60)}F-N-E-N-D. D-A-T-E-S-T-A-R-T. `).final);
    assert.isFalse(markedRun(A + border).final);
  });

  it('it is cut where an article with a number follows', () => {
    for (const jumble of [jumbleOf(60), STARTS.repeat(60)]) {
      const text = `${A + jumble}T-I-T-L-E-E-N-D. T-E-X-T-S-T-A-R-T. T-E-X-T-E-N-D. ${B.trimStart()}`;
      const border = text.length - B.trimStart().length;
      assert.isTrue(hasBorder(text, border, BORDERS));
      assert.equal(markedRun(text).end, border);
    }
  });

  it('a value that has lost a marker does not reach into one', () => {
    const [only] = parse(`${jumbleOf(60)}F-N-E-N-D. Talks go on. T-E-X-T-E-N-D. `).articles;
    assert.deepEqual(
      only?.fields.map(({ value }) => textOf(only.text, value)),
      ['Talks go on.'],
    );
  });

  it('the values of healthy articles beside them are read', () => {
    fc.assert(
      fc.property(healthyArticle, healthyArticle, fc.integer({ min: 60, max: 500 }), (before, after, length) => {
        const values = (text: string) =>
          parse(text).articles.flatMap(({ text: own, fields }) => fields.map(({ value }) => textOf(own, value)));
        assert.deepEqual(values(before + STARTS.repeat(length) + after), values(before + after));
      }),
      { numRuns: 100 },
    );
  });

  it('an edit is read as the new text', () => {
    const where = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        jumbledDocument,
        where,
        where,
        fc.constantFrom('', 'x', ' ', 'T-E-X-T-E-N-D. ', A),
        (text, a, b, more) => {
          const [start, end] = [a, a + b * b * (1 - a)].map((share) => Math.floor(share * text.length)) as [
            number,
            number,
          ];
          const edited = edit(parse(text), { start, end }, more);
          const fresh = parse(text.slice(0, start) + more + text.slice(end));
          assert.deepEqual(structure(edited), structure(fresh));
          assert.deepEqual([...edited.starts], [...fresh.starts]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a part between borders is read as in the whole text', () => {
    let borders = 0;
    fc.assert(
      fc.property(jumbledDocument, (text) => {
        borders += comparedParts(text);
      }),
      { numRuns: 500 },
    );
    assert.isAbove(borders, 20);
    for (let length = 40; length < 60; length++)
      assert.isAbove(comparedParts(`${jumbleOf(length)}T-I-T-L-E-E-N-D. T-E-X-T-S-T-A-R-T. T-E-X-T-E-N-D. ${B}`), 0);
  });
});

/** Compares the parts of a text with the whole, for each border. Gives how many borders there are. */
function comparedParts(text: string): number {
  const whole = parse(text);
  const borders = [...text.matchAll(/F-N-S-T-A-R-T\./g)]
    .map(({ index }) => index)
    .filter((index) => index > 0 && hasBorder(text, index, BORDERS));
  for (const border of borders) {
    const [head, rest] = [parsePart(text.slice(0, border), true, false), parsePart(text.slice(border), false, true)];
    assert.deepEqual([...structure(head), ...structure(rest)], structure(whole));
  }
  return borders.length;
}

function structure({ articles }: ReturnType<typeof parse>) {
  return articles.map(({ text, markers, fields, faults, jumbles, first, final, glued }) => ({
    ...{ text, markers, fields, faults, jumbles, first, final, glued },
  }));
}
