import { assert } from 'chai';
import fc from 'fast-check';
import type { Article } from '../../../../server/src/core/parse/article';
import { edit, parse } from '../../../../server/src/core/parse/parser';
import { anyDocument, anyEdit, healthyDocument } from '../articles';

/** All that an article is, but the characters of its text. */
function structure({ markers, fields, faults, conflicts, head, first, final, glued }: Article) {
  return { markers, fields, faults, conflicts, head, first, final, glued };
}

describe('parser', () => {
  it('loses nothing: the articles, joined, are the text', () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        const parsed = parse(text);
        assert.equal(parsed.articles.map((article) => article.text).join(''), text);
        assert.equal(parsed.length, text.length);
        for (const article of parsed.articles) {
          let from = 0;
          for (const marker of article.markers) {
            assert.isAtLeast(marker.start, from);
            from = marker.end;
          }
          assert.isAtMost(from, article.text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('reads a million letters with dashes between, which are more than a regular expression has room for', () => {
    const text = 'T–E–'.repeat(1_000_000);
    assert.equal(parse(text).articles[0]?.text.length, text.length);
  });

  it('reads more words that look like markers than a call takes arguments', () => {
    const text = `${'A-B-S-T-A-R-T. '.repeat(130_000)}T-E-X-T-E-N-D. `;
    assert.equal(parse(text).articles[0]?.text.length, text.length);
  });

  it('finds nothing wrong with healthy articles', () => {
    fc.assert(
      fc.property(healthyDocument, (text) => {
        for (const article of parse(text).articles) {
          assert.deepEqual(article.faults, []);
          assert.equal(article.fields.length, 4);
        }
      }),
    );
  });

  it('reads an article that was proven healthy as one that was not', () => {
    let proven = 0;
    fc.assert(
      fc.property(fc.oneof(anyDocument, healthyDocument), (text) => {
        // No marker has a u, and no value with this character in its place is proven to be healthy.
        const [parsed, unproven] = [parse(text), parse(text.replaceAll('u', '\u0001'))];
        proven += parsed.articles.filter(({ healthy }) => healthy).length;
        assert.deepEqual(parsed.starts, unproven.starts);
        assert.deepEqual(parsed.articles.map(structure), unproven.articles.map(structure));
      }),
      { numRuns: 1000 },
    );
    assert.isAbove(proven, 500);
  });

  it('parses after an edit as it parses the new text', () => {
    fc.assert(
      fc.property(anyDocument, fc.array(anyEdit, { minLength: 1, maxLength: 5 }), (initial, edits) => {
        let text = initial;
        let parsed = parse(text);
        for (const { at, length, text: replacement } of edits) {
          const start = Math.floor(at * text.length);
          const end = Math.min(text.length, start + Math.floor(length * text.length));
          text = text.slice(0, start) + replacement + text.slice(end);
          parsed = edit(parsed, { start, end }, replacement);
          assert.deepEqual(parsed, parse(text));
        }
      }),
      { numRuns: 600 }, // The fuzz campaign `edits` tries thousands more.
    );
  });
});
