import { assert } from 'chai';
import fc from 'fast-check';
import type { Article } from '../../../../server/src/core/parse/article';
import { edit, type ParsedDocument, parse } from '../../../../server/src/core/parse/parser';
import type { IndexedFile } from '../../../../server/src/corpus/index/corpusIndex';
import type { CorpusFinding } from '../../../../server/src/corpus/rules';
import { type Compared, moved } from '../../../../server/src/lsp/corpus/inCommon';
import { articleText } from '../../core/articles';

const FILE = { uri: 'file:///corpus/a.txt' } as IndexedFile;

/** A finding on each article, related to the next one. */
function findingsOn({ starts }: ParsedDocument): CorpusFinding[] {
  const spanOf = (index: number) => ({ start: (starts[index] as number) + 1, end: (starts[index] as number) + 15 });
  return [...starts.keys()].map((index) => ({
    ...{ code: 'duplicate-number', severity: 'warning', message: `${index}` },
    span: spanOf(index),
    related: [{ file: FILE, span: spanOf((index + 1) % starts.length), message: '' }],
  })) as unknown as CorpusFinding[];
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, i) => articleText([`${i}`, '2024-04-09', 'Big win', 'All is well.'])).join('');

describe('the findings across files on an open document', () => {
  it('stay with their articles while these are edited, added and removed', () => {
    const change = fc.record({
      at: fc.nat(),
      length: fc.nat(300),
      put: fc.constantFrom('', 'x', numbered(1), numbered(2)),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.array(change, { maxLength: 4 }), (count, changes) => {
        const parsed = parse(numbered(count));
        const across = findingsOn(parsed);
        let now = parsed;
        let carried: Compared = { parsed, file: FILE, across };
        for (const { at, length, put } of changes) {
          const start = at % (now.length + 1);
          now = edit(now, { start, end: Math.min(now.length, start + length) }, put);
          carried = { parsed: now, file: FILE, across: moved(carried, now) };
        }
        const startOf = (article: Article) => now.starts[now.articles.indexOf(article)];
        const expected = parsed.articles.flatMap((article, index) => {
          const start = startOf(article);
          const next = startOf(parsed.articles[(index + 1) % parsed.articles.length] as Article);
          if (start === undefined) return [];
          return [{ message: `${index}`, start: start + 1, related: next === undefined ? [] : [next + 1] }];
        });
        const found = moved({ parsed, file: FILE, across }, now).map(({ message, span, related }) => ({
          ...{ message, start: span.start },
          related: related.map((other) => other.span.start),
        }));
        assert.deepEqual(found, expected);
        assert.deepEqual(carried.across, moved({ parsed, file: FILE, across }, now), 'After each edit, or at once.');
      }),
    );
  });
});
