import { assert } from 'chai';
import fc from 'fast-check';
import { finished } from '../../../../server/src/core/steps';
import type { CorpusFile, CorpusFinding } from '../../../../server/src/corpus/rules';
import { Comparison, checkCorpus } from '../../../../server/src/corpus/verdict/checkCorpus';
import { articleText } from '../../core/articles';
import { corpusFile } from '../rules/expect';

/** Files of few names with articles of few numbers and texts, so that much is the same. */
const anyFile = fc
  .tuple(
    fc.constantFrom('a.txt', 'b.txt', 'lf_1.txt', 'sub/lf_2.txt', 'article_3.txt'),
    fc.array(
      fc
        .tuple(
          fc.constantFrom('1', '2', '3', ''),
          fc.constantFrom('Talks.', 'War.', '', 'Error in processing document'),
        )
        .map(([number, text]) => articleText([number, '2024-04-09', 'Truce', text])),
      { maxLength: 3 },
    ),
  )
  .map(([name, articles]) => corpusFile(name, articles.join('')));

const anyFiles = fc.uniqueArray(anyFile, { selector: ({ uri }) => uri, maxLength: 5 });

/** Findings by file, without the objects' identities. */
function shown(findings: Iterable<readonly [CorpusFile, readonly CorpusFinding[]]>) {
  const all = [...findings].map(([file, found]) => [
    file.uri,
    found.map(({ code, severity, span, message, related }) => ({
      ...{ code, severity, span, message },
      related: related.map(({ file, ...place }) => ({ ...place, file: file.uri })),
    })),
  ]);
  return Object.fromEntries(all);
}

describe('checkCorpus', () => {
  it('does not depend on the order of the files', () => {
    fc.assert(
      fc.property(
        anyFiles.chain((files) =>
          fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length })),
        ),
        ([files, shuffled]) => {
          assert.deepEqual(shown(checkCorpus(files, () => ({}))), shown(checkCorpus(shuffled, () => ({}))));
        },
      ),
    );
  });

  it('finds nothing in a corpus without duplicates', () => {
    const files = Array.from({ length: 50 }, (_, i) =>
      corpusFile(`lf_${i}.txt`, articleText([`${i}`, '2024-04-09', 'Truce', `Talks ${i}.`])),
    );
    for (const [{ name }, found] of checkCorpus(files, () => ({}))) assert.isEmpty(found, name);
  });

  it('finds nothing in texts of which only the sketches are equal', () => {
    const texts = ['Talks go on. '.repeat(100), `T${'Talks go on. '.repeat(100).slice(1).replace('a', 'e')}`];
    const files = texts.map((text, i) => corpusFile(`lf_${i}.txt`, articleText([`${i}`, '2024-04-09', 'Truce', text])));
    assert.equal(files[0]?.records[0]?.sketch, files[1]?.records[0]?.sketch);
    for (const [{ name }, found] of checkCorpus(files, () => ({}))) assert.isEmpty(found, name);
  });

  it('finds nothing in a file in which the rule is off, but still in the other file', () => {
    const files = ['a.txt', 'b.txt'].map((name) =>
      corpusFile(name, articleText(['1', '2024-04-09', 'Truce', 'Talks.'])),
    );
    const found = checkCorpus(files, ({ name }) => (name === 'a.txt' ? { 'duplicate-number': 'off' } : {}));
    assert.deepEqual(
      [...found].map(([, findings]) => findings.length),
      [0, 1],
    );
  });

  it('is the same after any changes as for the files that are left, and names every file whose findings changed', () => {
    const anyChange = fc.oneof(
      anyFile.map((file) => (comparison: Comparison, now: Map<string, CorpusFile>) => {
        comparison.add(file);
        now.set(file.uri, file);
      }),
      anyFile.map(({ uri }) => (comparison: Comparison, now: Map<string, CorpusFile>) => {
        comparison.remove(uri);
        now.delete(uri);
      }),
      // The file is replaced by another one, or removed, before all of its articles have been added.
      fc
        .tuple(anyFile, fc.option(anyFile), fc.nat(3))
        .map(([{ uri, name, records }, other, most]) => (comparison: Comparison, now: Map<string, CorpusFile>) => {
          const adding = comparison.adding({ uri, name, records }, 1);
          for (let steps = 0; steps < most; steps++) adding.next();
          const next = other && { ...other, uri, name };
          if (next) comparison.add(next);
          else comparison.remove(uri);
          if (most > 0) finished(adding);
          if (next) now.set(uri, next);
          else now.delete(uri);
        }),
    );
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 20 }), (changes) => {
        const comparison = new Comparison();
        const now = new Map<string, CorpusFile>();
        for (const change of changes) {
          const before = shown(checkCorpus(now.values(), () => ({})));
          change(comparison, now);
          const fresh = shown(checkCorpus(now.values(), () => ({})));
          const kept = [...now.values()].map((file) => [file, comparison.findings(file.uri, {})] as const);
          assert.deepEqual(shown(kept), fresh);
          const different = [...new Set([...Object.keys(before), ...Object.keys(fresh)])].filter(
            (uri) => JSON.stringify(before[uri]) !== JSON.stringify(fresh[uri]),
          );
          assert.includeMembers([...comparison.takeChanged()], different);
        }
      }),
      { numRuns: 300 },
    );
  });
});
