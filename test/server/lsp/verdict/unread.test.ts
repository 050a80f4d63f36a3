import { assert } from 'chai';
import { UnreadArticle } from '../../../../server/src/core/parse/unread';
import { articleText } from '../../core/articles';
import { Client } from '../client';

const HEALTHY = Array.from({ length: 20 }, (_, index) =>
  articleText([String(index + 1), '2024-04-09', 'Truce', `Talks go on. ${index}`]),
).join('');
const DAMAGED = articleText(['99', '2024-02-30', 'Truce', 'Talks go on.']);

/** All is on one line. */
const END = { line: 0, character: HEALTHY.length + DAMAGED.length };

/** Counts how often a property is used that makes an article be read. */
async function readingsDuring(work: () => Promise<void>): Promise<number> {
  const before = Object.getOwnPropertyDescriptors(UnreadArticle.prototype);
  let readings = 0;
  for (const name of ['markers', 'fields', 'faults'] as const) {
    const { get } = before[name] as PropertyDescriptor;
    Object.defineProperty(UnreadArticle.prototype, name, {
      ...before[name],
      get() {
        readings++;
        return get?.call(this);
      },
    });
  }
  await work().finally(() => Object.defineProperties(UnreadArticle.prototype, before));
  return readings;
}

describe('healthy articles', () => {
  it('are not read for the first verdict, nor for the verdict on an edit', async () => {
    const client = await Client.connect();
    const readings = await readingsDuring(async () => {
      await client.open(HEALTHY + DAMAGED);
      assert.deepEqual(
        (await client.diagnostics()).map(({ code }) => code),
        ['invalid-date'],
      );
      await client.change({ range: { start: END, end: END }, text: ' ' });
      await client.diagnostics();
    });
    assert.equal(readings, 0);
  });

  it('are read when their fields are needed', async () => {
    const client = await Client.connect();
    assert.isAbove(
      await readingsDuring(async () => {
        await client.open(HEALTHY);
        await client.documentSymbols();
      }),
      0,
    );
  });
});
