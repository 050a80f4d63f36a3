import { assert } from 'chai';
import { articleText } from '../core/articles';
import { Client } from './client';

/** More articles than are compared with each other at once; the numbers of two of them are the same. */
const TEXT = Array.from({ length: 260 }, (_, index) =>
  articleText([String(index === 250 ? 201 : index + 1), '2024-04-09', 'Truce', `Talks go on. ${index}`]),
).join('');

const NUMBER = 'F-N-S-T-A-R-T. 201 ';

describe('a long document', () => {
  it('keeps what its articles have in common in the right places while it is edited', async () => {
    const client = await Client.connect();
    await client.open(TEXT);
    assert.deepEqual(
      (await client.diagnostics()).map(({ code }) => code),
      ['duplicate-number', 'duplicate-number'],
    );
    await client.change({ range: rangeOf(0, 0), text: ' more' });
    const edited = ` more${TEXT}`;
    assert.deepEqual(await client.diagnostics(), await freshDiagnostics(edited));
  });

  it('says no more of an article that is gone', async () => {
    const client = await Client.connect();
    await client.open(TEXT);
    await client.diagnostics();
    const first = TEXT.indexOf(NUMBER);
    await client.change({ range: rangeOf(first, first + NUMBER.length), text: 'F-N-S-T-A-R-T. 999 ' });
    const places = (await client.diagnostics()).map(({ range }) => range.start.character);
    assert.deepEqual(places, [TEXT.lastIndexOf(NUMBER) + 'F-N-S-T-A-R-T. '.length]);
  });
});

/** What a server says that has seen nothing but this text. */
async function freshDiagnostics(text: string) {
  const client = await Client.connect();
  await client.open(text);
  return client.diagnostics();
}

/** All is on one line. */
function rangeOf(start: number, end: number) {
  return { start: { line: 0, character: start }, end: { line: 0, character: end } };
}
