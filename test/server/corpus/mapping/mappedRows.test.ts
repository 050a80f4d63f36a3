/** Which rows of a table make articles, and what is said of the others. */
import { assert } from 'chai';
import fc from 'fast-check';
import { parse } from '../../../../server/src/core/parse/parser';
import { check } from '../../../../server/src/core/rules';
import { readerOf } from '../../../../server/src/corpus/mapping/dateForm';
import { jsonRow } from '../../../../server/src/corpus/mapping/jsonRow';
import { MappedRows } from '../../../../server/src/corpus/mapping/mappedRows';
import { readMapping } from '../../../../server/src/corpus/mapping/mapping';
import { oneLine } from '../../../../server/src/corpus/mapping/oneLine';
import { article, articleWith } from '../../cli/commandLine';
import { anyDocument } from '../../core/articles';

const GOOD = { id: 1, date: '2024-04-09', title: 'A truce', text: 'Text 1.' };
const MAP = 'number=id,date=date,title=title,text=text';
type Line = object | string;

/** Takes rows, each as an object or as its line. */
function taken(lines: readonly Line[], { map = MAP, dateFormat }: { map?: string; dateFormat?: string } = {}) {
  const readDate = dateFormat === undefined ? undefined : readerOf(dateFormat);
  const rows = new MappedRows(readMapping(map), { readDate, today: '2024-12-31' });
  const articles = lines.map((line, index) =>
    rows.take(jsonRow(typeof line === 'string' ? line : JSON.stringify(line), index + 1, index + 1)),
  );
  return { rows, articles };
}

/** Asserts that the second of two rows is left out, and that this is all that is said. */
function leftOut(row: Line, said: RegExp, options = {}): void {
  const { rows, articles } = taken([{ ...GOOD }, row], options);
  assert.isUndefined(articles[1], JSON.stringify(row));
  const sentences = rows.leftOut.sentences('omitted', 'line', 'command line');
  assert.lengthOf(sentences, 1, sentences.join('\n'));
  assert.match(sentences[0] as string, said);
  assert.match(sentences[0] as string, /^1 row left out, because [^\n]+\. Line 2\.$/);
}

/** Asserts that a row is written, and that a person is told of it. */
function noted(row: object, said: RegExp): void {
  const { rows, articles } = taken([row]);
  assert.isDefined(articles[0]);
  assert.equal(rows.leftOut.rows, 0);
  const sentences = rows.noted.sentences('written', 'line', 'command line');
  assert.lengthOf(sentences, 1, sentences.join('\n'));
  assert.match(sentences[0] as string, said);
}

describe('a row of a scraped table', () => {
  it('makes a file with an article in the line layout', () => {
    const { rows, articles } = taken([GOOD, { ...GOOD, id: '2874512034.xml' }]);
    assert.deepEqual(articles, [
      { name: 'article_1.txt', article: article('1') },
      { name: 'article_2874512034.xml.txt', article: article('2874512034.xml', { text: 'Text 1.' }) },
    ]);
    assert.deepEqual(rows.changeSentences(), []);
    assert.deepEqual(rows.noted.sentences('written', 'line', 'command line'), []);
  });

  it('can have its place among the rows as its number', () => {
    const { articles } = taken([GOOD, GOOD], { map: MAP.replace('number=id', 'number=#') });
    assert.deepEqual(
      articles.map((made) => made?.name),
      ['article_1.txt', 'article_2.txt'],
    );
  });

  it('keeps a number as it is written, except for .0', () => {
    const numberOf = (json: string) =>
      taken([`{"id":${json},"date":"2024-04-09","title":"A","text":"B."}`]).articles[0]?.name;
    assert.equal(numberOf('12.0'), 'article_12.txt');
    assert.equal(numberOf('"12.0"'), 'article_12.txt');
    assert.equal(numberOf('9007199254740993'), 'article_9007199254740993.txt');
    assert.equal(numberOf('"007"'), 'article_007.txt');
    assert.equal(numberOf('"../a b/Ü"'), 'article_.._a_b_.txt');
  });

  it('has its values in one line, and nothing else of them changes', () => {
    assert.equal(oneLine('\r\n a  b \r\n\r\n c\td\u2028e\u00a0 '), 'a  b c\td e');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\t', '\u0085', '\u00a0', '🕊') }), (text) => {
        const line = oneLine(text);
        assert.equal(line.replace(/\s|\u0085/g, ''), text.replace(/\s|\u0085/g, ''));
        assert.notMatch(line, /[\n\r\u0085]|^\s|\s$/);
        assert.equal(oneLine(line), line);
      }),
    );
  });

  it('says once what was changed in the values', () => {
    const rows = [
      { id: 1.5, date: '2024-04-09T10:00', title: ' left out ', text: 'B.' },
      '{"id":2.0,"date":"2024-04-09 10:00","title":"A\\n","text":"B.\\n\\nC."}',
      { id: 3, date: '2024-04-09T23:00:00Z', title: 'A', text: 'B.' },
    ];
    assert.deepEqual(taken(rows).rows.changeSentences(), [
      'Changed for the format: line breaks, or white space at the ends (2 values); the form of dates (1 date); times of UTC, to their day in UTC (1 date); .0 at the end of whole numbers (1 number).',
    ]);
  });

  it('may have user-defined fields, if they have values; a list is joined', () => {
    const map = `${MAP},byline=authors,pages=count`;
    const rows = [
      { ...GOOD, authors: ['A. B', 'C'], count: 7 },
      { ...GOOD, id: 2, authors: null, count: '' },
    ];
    assert.deepEqual(
      taken(rows, { map }).articles.map((made) => made?.article),
      [articleWith('1', { 'B-Y-L-I-N-E': 'A. B, C', 'P-A-G-E-S': '7' }), article('2', { text: 'Text 1.' })],
    );
  });

  it('is left out, with the reason, if it would make no article or a damaged one', () => {
    leftOut({ ...GOOD, id: null }, /because there is no number\. .*number=#/);
    leftOut({ ...GOOD, id: 'nan' }, /because there is no number, such as “nan”\./);
    leftOut({ ...GOOD, id: 1.5 }, /because the number is not a whole number, such as “1\.5”/);
    leftOut({ ...GOOD, title: 'Again' }, /because a row before has the same number, such as “1”/);
    leftOut({ ...GOOD, id: 2, date: '' }, /because there is no date\./);
    leftOut(
      { ...GOOD, id: 2, date: '09/04/2024' },
      /because it is not certain which day a date means, such as “09\/04\/2024”\. .*--date-format/,
    );
    leftOut({ ...GOOD, id: 2, date: '2024-02-30' }, /because a date is no day of the calendar, such as “2024-02-30”/);
    leftOut({ ...GOOD, id: 2, date: '28/09/1445' }, /because it is not certain which day/);
    leftOut(
      { ...GOOD, id: 2, date: '1445-09-28' },
      /because the year of a date is before .* another calendar, such as/,
    );
    leftOut({ ...GOOD, id: 2, text: ' \n' }, /because there is no text\./);
    leftOut({ ...GOOD, id: 2, text: 'NA' }, /because there is no text, such as “NA”/);
    leftOut({ ...GOOD, id: 2, text: undefined }, /because there is no text\./);
    leftOut({ ...GOOD, id: 2, text: { body: 'x' } }, /because text is an object\./);
    leftOut({ ...GOOD, id: 2, text: ['x'] }, /because text is a list\./);
    leftOut({ ...GOOD, id: 2, title: 1984 }, /because title is a number\./);
    leftOut({ ...GOOD, id: 2, title: true }, /because title is true or false\./);
    leftOut(
      { ...GOOD, id: 2, text: 'Before T-E-X-T-E-N-D. after.' },
      /because a value holds a marker, .*such as “T-E-X-T-E-N-D\.”/,
    );
    const second = article('7').replace(' T-E-X-T-E-N-D. ', '');
    leftOut({ ...GOOD, id: 2, text: `One. T-E-X-T-E-N-D. ${second}` }, /because a value holds a marker/);
    leftOut({ ...GOOD, id: 2, title: 'F-N-S-T-A-R-T. 7 F-N-E-N-D.' }, /because a value holds a marker/);
    leftOut({ ...GOOD, id: 2, text: 'a\0b.' }, /because a value holds a NUL/);
    leftOut({ ...GOOD, id: 2, text: 'a\ud800b.' }, /because a value holds half a character/);
    leftOut('{"id": 2, "date', /because the line is not JSON\./);
    leftOut('7', /because the line is not a JSON object\. .*jq/);
    leftOut('{"id":2,"id":3}', /because the line has a column twice\./);
  });

  it('is left out if its date has another form than the one that was named, even one of ISO 8601', () => {
    const { rows, articles } = taken(
      [
        { ...GOOD, date: '09/04/2024' },
        { ...GOOD, id: 2, date: '2024-04-09' },
      ],
      { dateFormat: 'DD/MM/YYYY' },
    );
    assert.include(articles[0]?.article, ' 2024-04-09 ');
    assert.match(
      rows.leftOut.sentences('omitted', 'line', 'command line')[0] as string,
      /another form than the one that was named, such as “2024-04-09”.* Line 2\.$/,
    );
  });

  it('is left out with the form to name if its date is a number', () => {
    leftOut(
      { ...GOOD, id: 2, date: 45391 },
      /a number of days, as spreadsheets .* such as “45391”\. .* yyyy-mm-dd; in R/,
    );
    leftOut({ ...GOOD, id: 2, date: '19822.0' }, /a number of days, as spreadsheets and R/);
    leftOut({ ...GOOD, id: 2, date: '20240409' }, /a date of eight digits means, .* such as YYYYMMDD/);
    leftOut(
      { ...GOOD, id: 2, date: 1712620800 },
      /perhaps of seconds since 1970, such as “1712620800”\. .* X \(--date/,
    );
    leftOut({ ...GOOD, id: 2, date: 1712620800000 }, /perhaps of milliseconds since 1970, .* x \(--date-format\)\./);
    leftOut({ ...GOOD, id: 2, date: 7 }, /because it is not certain which day/);
  });

  it('is left out with a sentence that names no option of the command line to people who have none', () => {
    const dates = ['09/04/2024', '20240409', '1712620800', '1712620800000'];
    for (const row of [{ ...GOOD, id: null }, ...dates.map((date) => ({ ...GOOD, date }))])
      for (const sentence of taken([row]).rows.problemSentences('line', 'editor')) {
        assert.match(sentence, /“(?:number the rows|form of the dates)”/);
        assert.notMatch(sentence, /--|#/);
      }
  });

  it('is left out if the name of its month means several months', () => {
    const { rows, articles } = taken(
      [
        { ...GOOD, date: '9 de março de 2024' },
        { ...GOOD, id: 2, date: '9 de listopada de 2024' },
      ],
      { dateFormat: 'D de MMMM de YYYY' },
    );
    assert.include(articles[0]?.article, ' 2024-03-09 ');
    assert.deepEqual(rows.leftOut.sentences('omitted', 'line', 'command line'), [
      '1 row left out, because the month of a date has the name of another month in another language, such as “9 de listopada de 2024”. Write the months as numbers in the table. Line 2.',
    ]);
  });

  it('is written and reported if a person should look at it', () => {
    noted(
      { ...GOOD, text: 'Weeks of talks ha' },
      /^1 row written, although the rule unfinished-text finds .*, such as “ha”\. .* Line 1\.$/,
    );
    noted({ ...GOOD, text: 'Weeks of talks… [+2341 chars]' }, /the rule unfinished-text/);
    noted({ ...GOOD, title: null }, /the rule empty-field/);
    noted({ ...GOOD, title: 'NA' }, /a word that programs write for a missing one, such as “NA”/);
    noted({ ...GOOD, text: '<p>Talks.</p> Go on.' }, /HTML is in a value, such as “<p>”/);
    noted({ ...GOOD, title: 'R&amp;D' }, /HTML is in a value, such as “&amp;”/);
    noted({ ...GOOD, title: 'Caf\ufffd' }, /the rule invisible-character/);
    noted({ ...GOOD, date: '2025-01-01' }, /the rule future-date/);
  });

  it('has no HTML only because of signs', () => {
    const { rows } = taken([{ ...GOOD, title: 'R&D at AT&T: 1 < 2 > 0', text: 'If a <b then c. I <3 you; x &c.' }]);
    assert.deepEqual(rows.noted.sentences('written', 'line', 'command line'), []);
  });

  it('is named among all with the same reason', () => {
    const rows = [1, 2, 3, 5, 7, 8].map((id) => ({ ...GOOD, id, text: id === 3 ? 'Fine.' : '' }));
    const { leftOut } = taken(rows).rows;
    assert.equal(leftOut.rows, 5);
    assert.deepEqual(leftOut.sentences('omitted', 'row', 'command line'), [
      '5 rows left out, because there is no text. Add the texts, or remove the rows. Rows 1-2, 4-6.',
    ]);
  });

  it('never makes an article with an error, whatever is in its values', () => {
    const context = { today: '2024-12-31', additionalFields: [] };
    let written = 0;
    fc.assert(
      fc.property(anyDocument, anyDocument, (title, text) => {
        const [made] = taken([{ ...GOOD, title, text }]).articles;
        if (!made) return;
        written++;
        const { articles } = parse(made.article);
        assert.lengthOf(articles, 1);
        for (const each of articles) {
          const errors = check(each, context).filter(({ severity }) => severity === 'error');
          assert.deepEqual(errors, []);
        }
        assert.equal(made.article, article('1', { title: oneLine(title), text: oneLine(text) }));
      }),
      { numRuns: 200 },
    );
    assert.isAbove(written, 5);
  });
});
