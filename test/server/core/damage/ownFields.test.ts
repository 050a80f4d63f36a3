/** A misspelled marker of a user-defined field is recognised as one of the format's own is. */
import { assert } from 'chai';
import { edit, parse } from '../../../../server/src/core/parse/parser';
import { applyEdits } from '../../../../server/src/core/repair/edit';
import { isFaithful } from '../../../../server/src/core/repair/faithful';
import { check } from '../../../../server/src/core/rules';
import { articleText } from '../articles';
import { MISSPELLINGS } from '../damages';

const CONTEXT = { today: '2026-11-22', additionalFields: ['S-O-U-R-C-E', 'B-Y-L-I-N-E'] };
const [START, END] = ['B-Y-L-I-N-E-S-T-A-R-T.', 'B-Y-L-I-N-E-E-N-D.'];
const PLACES = ['  D-A-T-E-S', '  T-I-T-L-E-S', '  T-E-X-T-S'];
const ARTICLE = articleText(['1986', '2024-04-09', 'Truce', 'Talks failed.']);

/** An article with a user-defined field before one of its others. */
const articleWith = (field: string, place: string) => ARTICLE.replace(place, `  ${field}${place}`);

function codesIn(text: string): string[] {
  return parse(text).articles.flatMap((article) => check(article, CONTEXT).map(({ code }) => code));
}

/** More ways to write a marker than hands have. */
const SPELLINGS: Readonly<Record<string, (marker: string) => string>> = {
  ...Object.fromEntries(
    // These put marks or letters beside a marker, which the parser reads as part of its own markers only.
    Object.entries(MISSPELLINGS).filter(([name]) => !/comment|tag|stars|sides|bold|zero-width|quotation/.test(name)),
  ),
  'an entity for each hyphen': (marker) => marker.replaceAll('-', '&#x2D;'),
  'mojibake for one hyphen': (marker) => marker.replace('-', 'â€“'),
  'a quoted line break': (marker) => marker.replace('-L-', '-L-\n> '),
  'a part that was cut out': (marker) => marker.replace('L-I-N-', ''),
};

describe('a known user-defined field with a misspelled marker', () => {
  for (const [name, misspell] of Object.entries(SPELLINGS))
    for (const marker of [START, END])
      it(`is one fault, which is restored: ${name} in ${marker}`, () => {
        for (const place of PLACES) {
          const written = misspell(marker);
          const healthy = articleWith(`${START} Ann Lee ${END}`, place);
          const text = healthy.replace(marker, () => written);
          const [article, ...others] = parse(ARTICLE + text + ARTICLE).articles.slice(1);
          assert.lengthOf(others, 1);
          const found = article ? check(article, CONTEXT) : [];
          assert.deepEqual(
            found.map(({ code, span }) => [code, article?.text.slice(span.start, span.end)]),
            [['misspelled-marker', written]],
            text,
          );
          const fix = found[0]?.fixes?.[0];
          assert.isTrue(article && fix && isFaithful(article, fix));
          assert.equal(fix && article && applyEdits(article.text, fix.edits).trim(), healthy.trim());
        }
      });

  it('has a finding for each of its markers', () => {
    const text = articleWith('B–Y–L–I–N–E–S–T–A–R–T. Ann Lee BYLINEEND.', PLACES[2] as string);
    assert.deepEqual(codesIn(text), ['misspelled-marker', 'misspelled-marker']);
  });

  it('is not seen where only one marker is there, or a text that has none', () => {
    for (const text of [
      'B–Y–L–I–N–E–S–T–A–R–T. Ann Lee',
      'By Ann Lee',
      'By line start, by line end',
      'Byline Start Ann',
    ])
      assert.deepEqual(codesIn(articleWith(text, PLACES[2] as string)), ['stray-text'], text);
  });

  it('does not change how a text is parsed', () => {
    const text = articleWith(`${START} Ann Lee ${END}`, PLACES[2] as string);
    const at = text.indexOf('Y-L');
    const edited = edit(parse(text), { start: at, end: at + 1 }, 'X');
    assert.deepEqual(JSON.stringify(edited), JSON.stringify(parse(text.replace('Y-L', 'X-L'))));
  });
});
