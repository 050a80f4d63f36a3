import { assert } from 'chai';
import { parse } from '../../../../server/src/core/parse/parser';
import {
  articleTemplate,
  fieldTemplate,
  lacking,
  neighbouringDates,
  placeholders,
  plainText,
  type Setting,
  spacingFor,
} from '../../../../server/src/core/writing/template';
import { article, articleText } from '../articles';

const SETTING: Setting = {
  today: '2026-11-22',
  additionalFields: [],
  layout: 'keep',
  lineEnd: '\n',
  isTaken: () => false,
};

/** The number of a new article after the one at an index. */
function number(text: string, index = 0, taken: readonly string[] = []): string {
  return placeholders(parse(text), index, { ...SETTING, isTaken: (each) => taken.includes(each) }).number;
}

describe('the number of a new article', () => {
  it('is the next one', () => {
    assert.equal(number(article(7)), '8');
    assert.equal(number(article(7) + article(20), 0), '8');
    assert.equal(number(article(7) + article(20), 1), '21');
  });

  it('is free in the document and in the corpus', () => {
    assert.equal(number(article(7) + article(8), 0), '9');
    assert.equal(number(article(7) + article(8), 0, ['9', '10']), '11');
    assert.equal(number(article(7) + article(9), 0, ['8']), '10');
  });

  it('has as many digits', () => {
    const padded = (text: string) => article(7).replace(' 7 ', ` ${text} `);
    assert.equal(number(padded('007')), '008');
    assert.equal(number(padded('009')), '010');
    assert.equal(number(padded('999')), '1000');
    assert.equal(number(padded('007'), 0, ['008']), '009');
    assert.equal(number(padded('007') + article(8), 0), '009');
  });

  it('is exact where numbers are longer than computers count with', () => {
    assert.equal(number(article(7).replace(' 7 ', ' 90071992547409930001 ')), '90071992547409930002');
  });

  it('follows the greatest one where its article has none', () => {
    const named = article(7).replace(' 7 ', ' 2874512034.xml ');
    assert.equal(number(named), '1');
    assert.equal(number(article(9) + named + article(10) + article(3), 1), '11');
    assert.equal(number(article(9) + article(9).replace(' 9 ', '  '), 1), '10');
    assert.equal(number(''), '1');
  });
});

describe('the other placeholders of a new article', () => {
  it('are today, and nothing', () => {
    const { date, title, text } = placeholders(parse(article(7)), 0, SETTING);
    assert.deepEqual([date, title, text], ['2026-11-22', '', '']);
  });
});

describe('the dates of neighbouring articles', () => {
  const dates = (text: string, index: number) => neighbouringDates(parse(text), index);

  it('are those before and after, in order', () => {
    const all = article(1, '2024-04-01') + article(2, '2024-04-02') + article(3, '2024-04-03');
    assert.deepEqual(dates(all, 0), ['2024-04-02']);
    assert.deepEqual(dates(all, 1), ['2024-04-01', '2024-04-03']);
    assert.deepEqual(dates(all, 2), ['2024-04-02']);
  });

  it('are real days', () => {
    assert.deepEqual(dates(article(1, '2024-02-30') + article(2) + article(3, ''), 1), []);
  });
});

describe('the white space of something new', () => {
  const inside = (text: string, index: number, setting: Partial<Setting> = {}) =>
    spacingFor(parse(text), index, { ...SETTING, ...setting }).inside;
  const tabs = (number: number) => article(number).replaceAll(/(?<=T-A-R-T\.) | (?=[A-Z-]+E-N-D\.)/g, '\t');

  it('is that of its article, whatever the settings say', () => {
    assert.equal(inside(article(7) + tabs(8), 0), ' ');
    assert.equal(inside(article(7) + tabs(8), 1, { layout: 'fields' }), '\t');
  });

  it('is that of the nearest article that shows some; of two, the one before', () => {
    const bare =
      'F-N-S-T-A-R-T.F-N-E-N-D.D-A-T-E-S-T-A-R-T.D-A-T-E-E-N-D.T-I-T-L-E-S-T-A-R-T.T-I-T-L-E-E-N-D.T-E-X-T-S-T-A-R-T.T-E-X-T-E-N-D.';
    assert.equal(parse(tabs(7) + bare + article(8)).articles.length, 3);
    assert.equal(inside(tabs(7) + bare + article(8), 1), '\t');
    assert.equal(inside(article(7) + bare + tabs(8), 1), ' ');
    assert.equal(inside(bare + tabs(8), 0), '\t');
  });

  it('is that of the settings in a document that shows none, or of its line ends', () => {
    assert.equal(inside('', 0), ' ');
    assert.equal(inside('', 0, { layout: 'line' }), ' ');
    assert.equal(inside('', 0, { layout: 'fields' }), '\n');
    assert.equal(inside('', 0, { layout: 'fields', lineEnd: '\r\n' }), '\r\n');
    assert.equal(inside('Talks\r\ngo on', 0, { lineEnd: '\r\n' }), '\r\n');
    assert.equal(inside('Talks\rgo on', 0), '\n');
    assert.equal(inside('Talks go on', 0), ' ');
  });
});

describe('the white space that is missing', () => {
  const before = (text: string, wanted: string) => JSON.stringify(lacking(text, text.length, 'before', wanted));
  const after = (text: string, wanted: string) => JSON.stringify(lacking(text, 0, 'after', wanted));

  it('is what is wanted without what is there', () => {
    assert.equal(before('Truce', '  '), '"  "');
    assert.equal(before('Truce ', '  '), '" "');
    assert.equal(before('Truce  ', '  '), '""');
    assert.equal(before('Truce     ', '  '), '""');
    assert.equal(after('Truce', ' '), '" "');
    assert.equal(after(' Truce', ' '), '""');
    assert.equal(before('', ' '), '" "');
    assert.equal(after('   ', '  '), '""');
  });

  it('is not made up for by spaces where line ends are wanted', () => {
    assert.equal(before('Truce   ', '\n'), '"\\n"');
    assert.equal(before('Truce \n', '\n\n'), '"\\n"');
    assert.equal(before('Truce\r\n', '\r\n\r\n'), '"\\r\\n"', 'CRLF counts as one');
    assert.equal(after('\r\n\r\nTruce', '\r\n'), '""');
  });

  it('is made up for by line ends where spaces are wanted', () => {
    assert.equal(after('\nTruce', '  '), '" "');
    assert.equal(after('\r\nTruce', '  '), '" "', 'CRLF counts as one');
  });

  it('is looked for on one side of an offset', () => {
    assert.equal(lacking('a   b', 2, 'before', '  '), ' ');
    assert.equal(lacking('a   b', 2, 'after', '  '), '');
    assert.equal(lacking('a   b', 5, 'after', ' '), ' ');
  });
});

describe('a template', () => {
  const spacing = spacingFor(parse(article(7)), 0, SETTING);

  it('has the fields of the format in order, with its placeholders', () => {
    const values = { number: '8', date: '2026-11-22', title: 'Truce', text: 'Talks.' };
    assert.equal(
      plainText(articleTemplate(values, spacing)),
      articleText(['8', '2026-11-22', 'Truce', 'Talks.']).slice(1, -1),
    );
  });

  it('has one blank for each value', () => {
    assert.deepEqual(fieldTemplate('B-Y-L-I-N-E', 'Ruiz', spacing), [
      'B-Y-L-I-N-E-S-T-A-R-T. ',
      { placeholder: 'Ruiz' },
      ' B-Y-L-I-N-E-E-N-D.',
    ]);
  });
});
