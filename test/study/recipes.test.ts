/** The recipes of the documentation, run as they are written. */
import { assert } from 'chai';
import { article, folder } from '../server/cli/commandLine';
import { contents, news } from './news';
import { blocksOf, follow } from './pages';
import { python, r, spark, unlessMissing } from './programs';

/** Articles of 2023 and 2024, and one with a date that is no day, whose word is not in ASCII, nor are the marks around it. */
const NEWS = news(120);
const FILES = Object.fromEntries(Object.entries(contents(NEWS)).map(([file, text]) => [`corpus/${file}`, text]));
FILES['corpus/undated.txt'] = article('0', { date: '2023-02-30', text: '“Negociações”. '.repeat(1000).trim() });

describe('recipe', () => {
  for (const [heading, prepare, expected] of [
    ['pandas', () => python('pandas', 'pyarrow'), /^121 articles, 121 doc_ids, 1 without a valid date$/m],
    [
      'DuckDB',
      () => python('duckdb'),
      /^2023-01-01 .* \d+ \d+$.*tool.*article-format.*column\.day.*^30 articles of 2024$/ms,
    ],
    ['Spark', () => spark(), /^\| *negociações\| *1000\|$.*^121 articles, 121 doc_ids, 1 without a valid date$/ms],
    ['spaCy', () => python('spacy'), /^121 documents, the first of 2023-\d\d-\d\d with \d+ sentences$/m],
    ['R', () => r(), /^121 articles, 1 without a valid date$/m],
    [
      'tm, in R',
      () => r('tm'),
      /^ *negociações.*^ *1000 .*^121 documents with \d{3} terms; the last day is 2024-12-\d\d$/ms,
    ],
    ['Hugging Face', () => python('datasets'), /^date32 121 articles$/m],
  ] as const) {
    describe(heading, () => {
      let program = '';
      before(
        unlessMissing(() => {
          program = prepare();
        }),
      );

      it('is run as it is written', () => {
        assert.match(follow(blocksOf('recipes.md', heading), folder(FILES), program), expected);
      });
    });
  }
});
