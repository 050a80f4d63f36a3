import { assert } from 'chai';
import fc from 'fast-check';
import { fieldsView, fileText, isEditable } from '../../../../server/src/core/fieldsView/fieldsView';
import { ownMarkers } from '../../../../server/src/core/parse/article';
import { parse } from '../../../../server/src/core/parse/parser';
import { applyEdits } from '../../../../server/src/core/repair/edit';
import { textOf } from '../../../../server/src/core/span';
import { anyDocument, anyEdit, fieldsDocument, realisticDocument } from '../articles';

const ARTICLE =
  ' F-N-S-T-A-R-T. 7 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce in sight T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T.  Talks go on.  T-E-X-T-E-N-D. ';
const VIEW = `F-N-S-T-A-R-T.
7
F-N-E-N-D.
D-A-T-E-S-T-A-R-T.
2024-04-09
D-A-T-E-E-N-D.
T-I-T-L-E-S-T-A-R-T.
Truce in sight
T-I-T-L-E-E-N-D.
T-E-X-T-S-T-A-R-T.
 Talks go on.${' '}
T-E-X-T-E-N-D.
`;

const MARKER = / ?(?:F-N|D-A-T-E|T-I-T-L-E|T-E-X-T)-(?:S-T-A-R-T|E-N-D)\. ?/g;

describe('the fields view', () => {
  it('shows each marker and each value on its own line', () => {
    assert.equal(fieldsView(ARTICLE), VIEW);
  });

  it('separates articles by an empty line', () => {
    assert.equal(fieldsView(ARTICLE + ARTICLE.replace('7', '8')), `${VIEW}\n${VIEW.replace('7', '8')}`);
  });

  it('shows stray text and broken markers on lines of their own', () => {
    const broken = ARTICLE.replace('D-A-T-E-S', 'stray  words D-A-T-E-S').replace(' T-I-T-L-E-E-N-D.', '');
    assert.equal(
      fieldsView(broken),
      VIEW.replace('D-A-T-E-S', 'stray  words\nD-A-T-E-S').replace('T-I-T-L-E-E-N-D.\n', ''),
    );
  });

  it('has the line ends of the file', () => {
    const twoLines = ARTICLE.replace('go on', 'go\r\non');
    assert.equal(fieldsView(twoLines), VIEW.replace('go on', 'go\non').replaceAll('\n', '\r\n'));
  });

  it('keeps the white space of the file around an edited value, however odd', () => {
    const odd = ARTICLE.replace('F-N-E-N-D.  D', 'F-N-E-N-D.\t\tD').trim();
    const edited = VIEW.replace('Truce in sight', 'No truce');
    assert.equal(fileText(edited, odd), odd.replace('Truce in sight', 'No truce'));
  });

  it('gives a new marker the usual white space', () => {
    const lost = ARTICLE.replace('T-I-T-L-E-E-N-D.', '').replace('sight   T', 'sight  T');
    assert.equal(fileText(VIEW, lost), ARTICLE);
  });

  it('gives a new article the usual white space', () => {
    const second = ARTICLE.replace('7', '8');
    assert.equal(fileText(`${VIEW.replace('7', '8')}\n${VIEW}`, ARTICLE), second + ARTICLE);
    assert.equal(fileText(`${VIEW}\n\n\n${VIEW.replace('7', '8')}`, ARTICLE), ARTICLE + second);
    assert.equal(fileText(VIEW, ''), ARTICLE);
  });

  it('leaves odd white space with its article, whatever comes, goes or changes around it', () => {
    const odd = ARTICLE.replace('7', '8').replace('D.  D', 'D. \t D');
    const file = ARTICLE + odd + ARTICLE;
    const [first, second, third] = fieldsView(file).split('\n\n') as [string, string, string];
    const back = (...articles: string[]) => fileText(articles.join('\n\n'), file);
    assert.equal(back(VIEW.replace('7', '5'), first, second, third), ARTICLE.replace('7', '5') + file);
    assert.equal(back(second, third), odd + ARTICLE);
    assert.equal(fileText(fieldsView(file).replaceAll('Truce', 'Peace'), file), file.replaceAll('Truce', 'Peace'));
    assert.equal(
      fileText(fieldsView(file).replaceAll(/D-A-T-E-S.*\n.*\n.*\n/g, ''), file),
      file.replaceAll(/D-A-T-E-S.*?E-E-N-D\. {2}/g, ''),
    );
  });

  it('separates a marker that had swallowed its space', () => {
    const glued = ARTICLE.replace('T-I-T-L-E-S-T-A-R-T. ', 'T-I-T-L-E-S-T-A-R-T');
    assert.equal(fileText(VIEW, glued), ARTICLE);
  });

  it('gives an emptied and a filled value the usual white space', () => {
    const emptied = VIEW.replace('Truce in sight', '');
    const file = ARTICLE.replace('Truce in sight', '');
    assert.equal(fileText(emptied, ARTICLE), file);
    assert.equal(fileText(VIEW, file), ARTICLE);
    assert.equal(fileText(VIEW, file.replace('A-R-T.  T-I', 'A-R-T. T-I')), ARTICLE);
  });

  it('forgets empty lines between fields, and keeps those in values', () => {
    const spaced = VIEW.replaceAll('E-N-D.\n', 'E-N-D.\n\n').replace('Talks', 'Talks\n\n');
    assert.equal(fileText(spaced, ARTICLE), ARTICLE.replace('Talks', 'Talks\n\n'));
  });

  it('gives back every byte of a file that is not edited, healthy or with a marker lost', () => {
    const broken = fc.tuple(realisticDocument, fc.nat(), fc.constantFrom('', ' ')).map(([text, at, space]) => {
      const markers = text.match(MARKER) ?? [];
      let index = 0;
      return text.replace(MARKER, (marker) => (index++ === at % markers.length ? space : marker));
    });
    fc.assert(
      fc.property(fc.oneof(realisticDocument, fieldsDocument, broken), (text) => assert.isTrue(isEditable(text))),
      { numRuns: 700 },
    );
  });

  it('cannot be edited where only white space would tell broken markers apart', () => {
    assert.isFalse(
      isEditable('T-E-X-T-E-N-D.D-A-T-E-S-T-A-R-T.S-O-U-R-C-E-S-T-A-R-T.--T-I-T-L-E-E-N-D.S-O-U-R-C-E-E-N-D.'),
    );
  });

  it('changes only what was edited, wherever that is', () => {
    fc.assert(
      fc.property(realisticDocument, fc.nat(), fc.lorem(), (text, at, words) => {
        const values = parse(text).articles.flatMap(({ fields }) => fields).length;
        const chosen = at % values;
        assert.equal(fileText(withValue(fieldsView(text), chosen, words), text), withValue(text, chosen, words));
      }),
      { numRuns: 200 },
    );
  });

  it('saves every value as it was edited, or nothing', () => {
    fc.assert(
      fc.property(fc.oneof(realisticDocument, anyDocument), anyEdit, (text, { at, length, text: inserted }) => {
        fc.pre(hasOneLineEnd(text));
        const view = fieldsView(text);
        const start = Math.floor(at * view.length);
        const end = Math.min(view.length, start + Math.floor(length * view.length));
        const lineEnd = view.includes('\r\n') ? '\r\n' : '\n';
        const edited = applyEdits(view, [{ span: { start, end }, text: inserted }]).replaceAll(/\r\n|\r|\n/g, lineEnd);
        const saved = fileText(edited, text);
        if (saved !== undefined) assert.deepEqual(values(saved), values(edited));
      }),
      { numRuns: 300 },
    );
  });
});

/** Only such a file can be edited; an editor has one line end for a whole document. */
function hasOneLineEnd(text: string): boolean {
  return new Set(text.match(/\r\n|\r|\n/g)).size < 2 && !/\r(?!\n)/.test(text);
}

/** A healthy text with another value in one of its fields. */
function withValue(text: string, chosen: number, value: string): string {
  const { articles, starts } = parse(text);
  const spans = articles.flatMap((article, index) =>
    article.fields.map((field) => ({
      start: field.value.start + (starts[index] as number),
      end: field.value.end + (starts[index] as number),
    })),
  );
  const span = spans[chosen];
  return span ? applyEdits(text, [{ span, text: value }]) : text;
}

/** The values of all fields that have both their markers, and no other one in them. */
function values(text: string): string[] {
  return parse(text).articles.flatMap((article) =>
    article.fields
      .filter(ownMarkers)
      .filter(({ value }) => !article.markers.some(({ start }) => start >= value.start && start < value.end))
      .map(({ letters, value }) => `${letters} ${textOf(article.text, value)}`),
  );
}
