import { assert } from 'chai';
import type { QueriedArticle } from '../../../../server/src/corpus/query/queriedArticle';
import { readQuery } from '../../../../server/src/corpus/query/query';
import { QueryError } from '../../../../server/src/corpus/query/queryError';

const ARTICLES: Readonly<Record<string, Partial<QueriedArticle>>> = {
  gaza: { number: '1986', date: '2023-10-07', title: 'A truce in GAZA', text: 'Talks go on.', words: 300 },
  short: { number: '12', date: '2024-04-09', title: 'Straße', words: 20, problems: ['duplicate-text'] },
  undated: { number: '7.xml', date: '2024-02-30', title: '', words: 300, problems: ['invalid-date', 'empty-field'] },
};

/** The names of the articles above that a query chooses. */
function chosenBy(query: string): string {
  const { chooses } = readQuery(query, ['byline']);
  const NONE = { number: '', date: '', title: '', text: '', words: 0, file: 'news/lf_1.txt', problems: [] };
  return Object.entries(ARTICLES)
    .filter(([name, article]) => chooses({ ...NONE, own: () => `By ${name}`, ...article }))
    .map(([name]) => name)
    .join(' ');
}

/** The query with the place of its error underlined, and the message. */
function errorIn(query: string): string {
  try {
    readQuery(query, ['byline']);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const { start, end } = error.span;
    return `${query}\n${' '.repeat(start)}${'^'.repeat(Math.max(1, end - start))} ${error.message}`;
  }
  return 'no error';
}

describe('a query', () => {
  for (const [query, chosen] of Object.entries({
    'date >= 2023-10-07 && words > 200 && title ~ "Gaza"': 'gaza',
    'day < 2024-01-01': 'gaza',
    'date = 2024-04-09': 'short',
    'date != 2024-04-09': 'gaza',
    'date = none': 'undated',
    'date != none': 'gaza short',
    'date ~ 2024-': 'short undated',
    'weekday = Saturday': 'gaza',
    'weekday != saturday': 'short',
    'words <= 20 || words = 300': 'gaza short undated',
    'words != 300': 'short',
    'number = 12': 'short',
    'number > 12': 'gaza',
    'number >= 0012': 'gaza short',
    'number !~ XML': 'gaza short',
    'title = "A truce in Gaza"': '',
    'title = ""': 'undated',
    "title ~ 'gaza' || text ~ TALKS": 'gaza',
    'file ~ NEWS/': 'gaza short undated',
    'file = lf_1.txt': '',
    'rule = duplicate-text': 'short',
    'rule != duplicate-text': 'gaza undated',
    'rule ~ date': 'undated',
    'problems > 1': 'undated',
    'byline ~ "by short"': 'short',
    '!(words = 300)': 'short',
    '!words = 300 && !title ~ gaza': 'short',
  })) {
    it(`${query} chooses ${chosen || 'nothing'}`, () => assert.equal(chosenBy(query), chosen));
  }

  it('binds && closer than ||, and ! closest', () => {
    assert.equal(chosenBy('words = 20 || words = 300 && title ~ gaza'), 'gaza short');
    assert.equal(chosenBy('(words = 20 || words = 300) && title ~ gaza'), 'gaza');
  });

  it('decides nothing about the day of an article without a valid date, also not after !', () => {
    assert.equal(chosenBy('!(date >= 2023-10-07)'), '');
    assert.equal(chosenBy('!(date < 2023-10-07) && words > 0'), 'gaza short');
    assert.equal(chosenBy('date >= 2023-10-07 || title = ""'), 'gaza short undated');
    assert.equal(chosenBy('!(number > 12)'), 'short');
  });

  it('says what must be known for it', () => {
    assert.sameMembers([...readQuery('date > 2024-01-01 && rule = field-order', []).needs], ['day', 'problems']);
    assert.isEmpty([...readQuery('date = none && title ~ a && number = 1', []).needs]);
  });

  it('compares without regard to case as Unicode maps letters, and with regard to accents', () => {
    const contains = (title: string, sought: string) =>
      readQuery(`title ~ "${sought}"`, []).chooses({ ...ARTICLES.gaza, title } as QueriedArticle);
    for (const [title, sought] of [
      ['STRASSE', 'straße'],
      ['ΟΔΟΣ', 'οδος'],
      ['οδοσ', 'ΟΔΟΣ'],
      ['İstanbul', 'i̇STANBUL'],
      ['Cafe\u0301', 'CAFÉ'],
      ['say "no"', 'SAY \\"no\\"'],
      ['a\\b', 'a\\\\b'],
    ] as const)
      assert.isTrue(contains(title, sought), `${title} contains ${sought}`);
    assert.isFalse(contains('Café', 'cafe'));
    assert.isFalse(contains('it’s', "it's"));
  });
});

describe('an error in a query', () => {
  for (const expected of [
    `
date >= 2023-10-07 && titel ~ "Gaza"
                      ^^^^^ There is no field “titel”. Did you mean “title”?`,
    `
author = X
^^^^^^ There is no field “author”. Fields: number, date, day, weekday, title, text, words, file, rule, problems, byline.`,
    `
rule = duplicate-txt
       ^^^^^^^^^^^^^ There is no rule “duplicate-txt”. Did you mean “duplicate-text”?`,
    `
date > 2023-02-30
       ^^^^^^^^^^ February 2023 has no day 30; it has 28 days. Correct the date.`,
    `
date < none
       ^^^^ This is not a date in the form YYYY-MM-DD. Write it like 2024-04-09.`,
    `
weekday = Someday
          ^^^^^^^ A weekday is expected here: Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday.`,
    `
weekday > Monday
          ^^^^^^ Compare weekdays with = or !=.`,
    `
words > many
        ^^^^ A whole number is expected here, such as 200.`,
    `
words ~ 2
        ^ A count contains no text. Compare it with =, !=, <, <=, > or >=.`,
    `
number < a.xml
         ^^^^^ A number in digits is expected here, such as 1986.`,
    `
title > a
        ^ A text is not smaller or larger than another one. Compare it with =, !=, ~ or !~.`,
    `
rule > field-order
       ^^^^^^^^^^^ Compare rules with =, !=, ~ or !~.`,
    `
title "Gaza"
      ^^^^^^ This is expected here: one of = != <= >= < > ~ !~.`,
    `
Gaza
^^^^ There is no field “Gaza”. To find this in titles, write title ~ "Gaza".`,
    `
words > 9 && "West Bank"
             ^^^^^^^^^^^ There is no field “West Bank”. To find this in titles, write title ~ "West Bank".`,
    `
"words" > 9
^^^^^^^ This is expected here: the name of a field, ! or (.`,
    `
words
     ^ The query ends too early: one of = != <= >= < > ~ !~ is expected here.`,
    `
title ~
       ^ The query ends too early: a value is expected here.`,
    `
words > 1 words < 9
          ^^^^^ This is expected here: &&, || or the end of the query.`,
    `
(words > 1 && words < 9
                       ^ The query ends too early: &&, || or ) is expected here.`,
    `
words > 1 && ~ 2
             ^ This is expected here: the name of a field, ! or (.`,
    `
words > 1 and words < 9
          ^^^ Write && instead of and.`,
    `
not title ~ Gaza
^^^ Write ! instead of not.`,
    `
words == 9
      ^^ Write = instead of ==.`,
    `
words > 1 & words < 9
          ^ Write && instead of &.`,
    `
title ~ “Gaza”
        ^ A query cannot have “ here. Write texts between straight quotation marks: "…".`,
    `
title ~ "Gaza
        ^ The text that begins here has no end. Add " after it.`,
    `

^ The query ends too early: the name of a field, ! or ( is expected here.`,
  ]) {
    const [query = ''] = expected.slice(1).split('\n');
    it(`is shown in its place: ${query}`, () => {
      assert.equal(errorIn(query), expected.slice(1));
    });
  }

  it('is that it is nested too deeply for any engine', () => {
    assert.include(errorIn(`${'('.repeat(10_000)}words > 1`), 'nested too deeply');
    assert.include(errorIn(`${'!'.repeat(10_000)}words > 1`), 'nested too deeply');
  });
});
