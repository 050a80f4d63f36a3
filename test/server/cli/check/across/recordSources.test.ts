import { assert } from 'chai';
import fc from 'fast-check';
import { RecordSources } from '../../../../../server/src/cli/check/across/recordSources';
import { inputOf } from '../../../../../server/src/cli/reading/recordInputs';
import { StreamCopy } from '../../../../../server/src/cli/reading/streamCopy';
import { context } from '../../../core/findings';

const TERMS = { context, severities: {}, provenUntil: context.today, faulty: undefined };

/** Names and contents, a few of them longer than a chunk of names. */
const records = fc.array(
  fc.record({
    file: fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.constantFrom('a'.repeat(40_000), 'é'.repeat(50_000)),
    ),
    content: fc.string({ unit: 'grapheme' }),
  }),
);

describe('the sources of records', () => {
  it('are the names in their order, each with its content', () => {
    fc.assert(
      fc.property(records, (all) => {
        const copy = new StreamCopy(100);
        const sources = new RecordSources(TERMS, copy);
        for (const { file, content } of all) {
          copy.add(Buffer.from(content));
          sources.push({ input: inputOf({ file }) });
        }
        const found = [...sources].map((source, index) => {
          const bytes = Buffer.alloc(Buffer.byteLength(all[index]?.content ?? ''));
          source.copy?.read(bytes, 0, bytes.length, 0);
          return { file: source.input.path, content: bytes.toString() };
        });
        copy.close();
        assert.deepEqual(found, all);
      }),
      { numRuns: 50 },
    );
  });
});
