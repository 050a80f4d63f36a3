import { assert } from 'chai';
import { FIELDS } from '../../../../server/src/core/format';
import {
  type Article,
  type Field,
  fieldAround,
  fieldOf,
  firstFrom,
  gaps,
  isCut,
  isOneTooMany,
  listed,
  MOST_FIELDS,
  markedSpan,
  ownMarkers,
  valueIsCertain,
} from '../../../../server/src/core/parse/article';
import { parse } from '../../../../server/src/core/parse/parser';
import { textOf } from '../../../../server/src/core/span';
import { articleText } from '../articles';

const HEALTHY = articleText(['1986', '2024-04-09', 'Truce', 'Talks go on.']);
const only = (text: string) => {
  const { articles } = parse(text);
  assert.lengthOf(articles, 1);
  return articles[0] as Article;
};
const field = (article: Article, name: string) => {
  const found = article.fields.find(({ letters }) => letters.replaceAll('-', '') === name.replaceAll('-', ''));
  return found ?? assert.fail(`There is no ${name}.`);
};
const without = (...names: string[]) =>
  names.reduce((text, name) => text.replace(new RegExp(`${name}-S-T-A.*?${name}-E-N-D\\. {2}`), ''), HEALTHY);

/** The fields that are missing, with those beside them: `F-N < DATE TITLE < TEXT`. */
function missing(text: string): string[] {
  const name = (each: Field | undefined) => each?.format?.name ?? '';
  return gaps(only(text)).map((gap) =>
    `${name(gap.before)} < ${gap.rows.map((row) => row.name).join(' ')} < ${name(gap.after)}`.trim(),
  );
}

describe('the fields that an article lacks', () => {
  it('are none in a healthy one', () => assert.deepEqual(missing(HEALTHY), []));

  it('are those between two that it has', () => {
    assert.deepEqual(missing(without('D-A-T-E')), ['F-N < DATE < TITLE']);
    assert.deepEqual(missing(without('D-A-T-E', 'T-I-T-L-E')), ['F-N < DATE TITLE < TEXT']);
  });

  it('may be the first or the last ones, or be in several places', () => {
    assert.deepEqual(missing(without('F-N')), ['< F-N < DATE']);
    assert.deepEqual(missing(HEALTHY.replace(/ T-E-X-T-S.*/, '')), ['TITLE < TEXT <']);
    assert.deepEqual(missing(without('F-N', 'T-I-T-L-E')), ['< F-N < DATE', 'DATE < TITLE < TEXT']);
    assert.deepEqual(missing('B-Y-L-I-N-E-S-T-A-R-T. Ruiz B-Y-L-I-N-E-E-N-D.'), ['< F-N DATE TITLE TEXT <']);
  });

  it('are named in a sentence', () => {
    assert.equal(listed(FIELDS), 'F-N, DATE, TITLE and TEXT');
    assert.equal(listed(FIELDS.slice(1, 3)), 'DATE and TITLE');
    assert.equal(listed(FIELDS.slice(1, 2)), 'DATE');
    assert.equal(listed([]), '');
  });
});

describe('fields that were cut off', () => {
  /** Each cut: the fields beside it, and the names of what is missing there. */
  const cut = (text: string) =>
    gaps(only(text))
      .filter(isCut)
      .map(({ before, after, rows }) => `${before?.letters} … ${after?.letters}: ${listed(rows)}`);

  it('took the marker of a field beside them along', () => {
    assert.deepEqual(cut(HEALTHY.replace(/F-N-E-N-D\..*A-T-E-E-N-D\. {2}/, '')), ['F-N … T-I-T-L-E: DATE']);
  });

  it('left their own marker in its place', () => {
    assert.deepEqual(cut(HEALTHY.replace(/F-N-E-N-D\. {2}D.*(?=D-A-T-E-E-N-D)/, '')), ['F-N … T-I-T-L-E: DATE']);
  });

  it('are named together', () => {
    assert.deepEqual(cut(HEALTHY.replace(/F-N-E-N-D\..*T-L-E-E-N-D\. {2}/, '')), ['F-N … T-E-X-T: DATE and TITLE']);
  });

  it('at the end of a file are beside one field only', () => {
    assert.deepEqual(cut(HEALTHY.replace(/ T-I-T-L-E-E-N-D\..*/, '')), ['T-I-T-L-E … undefined: TEXT']);
  });

  it('are none where the fields beside them are whole', () => {
    assert.deepEqual(cut(without('D-A-T-E')), []);
    assert.deepEqual(cut(HEALTHY), []);
  });
});

describe('a field is one too many', () => {
  const TWICE = HEALTHY.replace('T-E-X-T-S', 'D-A-T-E-S-T-A-R-T. 2024-04-10 D-A-T-E-E-N-D.  T-E-X-T-S');
  const dates = (article: Article) => article.fields.filter(({ letters }) => letters === 'D-A-T-E') as [Field, Field];

  it('if all others are in order without it', () => {
    const article = only(TWICE);
    const [first, second] = dates(article);
    assert.isTrue(isOneTooMany(article, second), 'the second is in the wrong place');
    assert.isFalse(isOneTooMany(article, first), 'without the first, the second is after the TITLE');
    assert.isFalse(isOneTooMany(article, field(article, 'TEXT')), 'both dates are left');
  });

  it('if either of two that are side by side is it', () => {
    const article = only(TWICE.replace(/(T-I-T-L-E-S.*E-E-N-D\. {2})(D-A-T-E-S.*A-T-E-E-N-D\. {2})/, '$2$1'));
    assert.deepEqual(
      dates(article).map((date) => isOneTooMany(article, date)),
      [true, true],
    );
  });

  it('wherever user-defined fields are', () => {
    const byline = 'B-Y-L-I-N-E-S-T-A-R-T. Ruiz B-Y-L-I-N-E-E-N-D.  ';
    const article = only(TWICE.replace('D-A-T-E-S', `${byline}D-A-T-E-S`) + byline);
    assert.isTrue(isOneTooMany(article, dates(article)[1]));
  });

  it('in an article that is not a heap of fields', () => {
    const own = (count: number) => only(TWICE + 'B-Y-L-I-N-E-S-T-A-R-T. Ruiz B-Y-L-I-N-E-E-N-D. '.repeat(count - 5));
    const most = own(MOST_FIELDS);
    assert.lengthOf(most.fields, MOST_FIELDS);
    assert.isTrue(isOneTooMany(most, dates(most)[1]));
    const more = own(MOST_FIELDS + 1);
    assert.isFalse(isOneTooMany(more, dates(more)[1]));
  });
});

describe('whether a value can be judged', () => {
  const judged = (text: string, name = 'TITLE') => {
    const article = only(text);
    return valueIsCertain(article, field(article, name));
  };

  it('is so between its own markers, with white space beside both', () => {
    assert.isTrue(judged(HEALTHY));
    assert.isTrue(judged(HEALTHY.replace(' Truce ', '\nTruce\n')));
  });

  it('is not so without one of them, or beside that of another field', () => {
    assert.isFalse(judged(HEALTHY.replace('T-I-T-L-E-E-N-D.', '')));
    assert.isFalse(judged(HEALTHY.replace('T-I-T-L-E-S-T-A-R-T.', '')));
    assert.isFalse(judged(HEALTHY.replace('T-I-T-L-E-E-N-D.', 'D-A-T-E-E-N-D.')));
  });

  it('is not so where it is stuck to one', () => {
    assert.isFalse(judged(HEALTHY.replace(' Truce ', 'Truce ')));
    assert.isFalse(judged(HEALTHY.replace(' Truce ', ' Truce')));
  });

  it('is not so where another marker is in it', () => {
    assert.isFalse(judged(HEALTHY.replace('Truce', 'Truce F-N-S-T-A-R-T. in Gaza')));
  });
});

describe('an article', () => {
  it('is marked from its first marker or value to its last', () => {
    const marked = (text: string) => textOf(text, markedSpan(only(text)));
    assert.equal(marked(`Reuters ${HEALTHY} end`), HEALTHY.trim());
    assert.equal(marked('  Truce T-I-T-L-E-E-N-D. x'), 'Truce T-I-T-L-E-E-N-D.');
    assert.equal(marked(' T-I-T-L-E-S-T-A-R-T. Truce \n'), 'T-I-T-L-E-S-T-A-R-T. Truce');
    assert.equal(marked(' Talks go on. '), ' Talks go on. ');
  });

  it('has the first field of a kind', () => {
    const article = only(HEALTHY.replace('T-E-X-T-S', 'D-A-T-E-S-T-A-R-T. 2024-04-10 D-A-T-E-E-N-D.  T-E-X-T-S'));
    const date = fieldOf(article, 'date');
    assert.equal(date && textOf(article.text, date.value), '2024-04-09');
    assert.isUndefined(fieldOf(only('Talks.'), 'number'));
  });

  it('knows the field around a span, which goes on on both sides', () => {
    const article = only(HEALTHY);
    const title = field(article, 'TITLE');
    const around = (start: number, end: number) => fieldAround(article, { start, end })?.letters;
    const { span, value } = title;
    assert.equal(around(value.start, value.end), 'T-I-T-L-E');
    assert.equal(around(span.start + 1, span.end - 1), 'T-I-T-L-E');
    assert.isUndefined(around(span.start + 1, span.end), 'it ends with the field');
    assert.isUndefined(around(span.end, span.end + 1), 'it is between two fields');
    assert.isUndefined(around(0, 1));
  });

  it('has a field with both its own markers, or not', () => {
    assert.isTrue(ownMarkers(field(only(HEALTHY), 'TITLE')));
    for (const [from, to] of [
      ['T-I-T-L-E-E-N-D.', ''],
      ['T-I-T-L-E-S-T-A-R-T.', ''],
      ['T-I-T-L-E-E-N-D.', 'D-A-T-E-E-N-D.'],
    ] as const)
      assert.isFalse(ownMarkers(field(only(HEALTHY.replace(from, to)), 'TITLE')), from);
  });
});

describe('the first of several spans', () => {
  it('begins at an offset or later', () => {
    const spans = [2, 5, 9].map((start) => ({ start, end: start + 1 }));
    assert.equal(firstFrom(spans, 5)?.start, 5);
    assert.equal(firstFrom(spans, 6)?.start, 9);
    assert.isUndefined(firstFrom(spans, 10));
  });
});
