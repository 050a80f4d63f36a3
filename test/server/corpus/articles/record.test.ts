import { assert } from 'chai';
import fc from 'fast-check';
import { parse } from '../../../../server/src/core/parse/parser';
import {
  type ArticleRecord,
  HealthyRecord,
  healthyTraits,
  KeptRecord,
  recordAt,
  recordOf,
} from '../../../../server/src/corpus/articles/record';
import { anyDocument, articleText, realisticDocument } from '../../core/articles';

const TWO = [
  articleText(['1986', '2024-04-09', ' Truce in sight', 'Talks  go on. ']),
  articleText(['2874512034.xml', '', '', '']),
].join('');

/** The records of all articles in a text. */
function recordsIn(text: string): ArticleRecord[] {
  const { articles, starts } = parse(text);
  return articles.flatMap((article, index) =>
    article.markers.length > 0 ? recordAt(recordOf(article), starts[index] as number) : [],
  );
}

const seen = ({ number, date, title, words, span, numberSpan, textMarker, digest, sketch }: ArticleRecord) => ({
  ...{ number, date, title, words, span, numberSpan, textMarker, digest, sketch },
});

describe('records', () => {
  it('hold the values without the white space at their ends', () => {
    assert.deepEqual(
      recordsIn(TWO).map(({ number, date, title, words }) => [number, date, title, words]),
      [
        ['1986', '2024-04-09', 'Truce in sight', 3],
        ['2874512034.xml', '', '', 0],
      ],
    );
  });

  it('point into the document', () => {
    const [first, second] = recordsIn(TWO);
    const shown = (span = { start: 0, end: 0 }) => TWO.slice(span.start, span.end);
    assert.equal(shown(first?.numberSpan), '1986');
    assert.equal(shown(first?.textMarker), 'T-E-X-T-S-T-A-R-T.');
    assert.equal(shown(second?.numberSpan), '2874512034.xml');
    assert.isUndefined(second?.textMarker);
    assert.equal(shown(second?.span), TWO.slice(TWO.lastIndexOf('F-N-S-T-A-R-T.')).trim());
  });

  it('are none of text without markers, and one of an article that has lost most of itself', () => {
    assert.isEmpty(recordsIn('Only prose.'));
    const [record] = recordsIn('T-I-T-L-E-S-T-A-R-T. Truce');
    assert.deepInclude(record, { number: '', title: 'Truce', numberSpan: undefined, digest: undefined });
  });

  it('keep no more than the beginning of a title that never ends', () => {
    const [record] = recordsIn(`T-I-T-L-E-S-T-A-R-T. ${'Truce '.repeat(1000)}`);
    assert.isAtMost(record?.title.length ?? 0, 300);
  });

  it('say the same of a healthy article, whether it is read at once or when somebody asks', () => {
    let healthy = 0;
    fc.assert(
      fc.property(realisticDocument, (text) => {
        for (const [index, article] of parse(text).articles.entries()) {
          const traits = healthyTraits(article);
          if (!traits) continue;
          healthy++;
          const record = new HealthyRecord(article, traits, index, recordOf);
          assert.deepEqual(seen(record), recordAt(recordOf(article), index));
        }
      }),
    );
    assert.isAbove(healthy, 50);
  });

  it('say the same when they are kept', () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        for (const [index, article] of parse(text).articles.entries()) {
          const record = recordOf(article);
          assert.deepEqual(seen(new KeptRecord(record, index)), recordAt(record, index));
        }
      }),
    );
  });
});
