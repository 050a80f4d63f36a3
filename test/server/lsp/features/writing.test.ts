import { assert } from 'chai';
import { articleText } from '../../core/articles';
import { Client, PULLS } from '../client';

const HEALTHY = articleText(['1986', '2024-04-09', 'Truce', 'Talks failed.']);

async function opened(text: string): Promise<Client> {
  const client = await Client.connect(PULLS, {}, { now: () => new Date(2026, 10, 22) });
  await client.open(text);
  return client;
}

describe('writing', () => {
  it('gives a new article as a snippet after the one at the cursor', async () => {
    const client = await opened(HEALTHY);
    assert.deepEqual(await client.newArticle({ line: 0, character: 30 }), {
      position: { line: 0, character: HEALTHY.length },
      snippet: articleText([`$\{1:1987}`, `$\{2:2026-11-22}`, '$3', '$4']),
    });
    await client.close();
    assert.isNull(await client.newArticle({ line: 0, character: 30 }));
  });

  it('lists the fields that a selection can become, or says why it cannot become one', async () => {
    const text = HEALTHY.replace('T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.', 'Truce');
    const client = await opened(text);
    const range = (selected: string) => ({
      start: { line: 0, character: text.indexOf(selected) },
      end: { line: 0, character: text.indexOf(selected) + selected.length },
    });
    const { start, end } = range('Truce');
    assert.deepEqual(await client.wrap({ start, end }), {
      fields: [
        {
          name: 'TITLE',
          doc: 'Headline.',
          edits: [
            { position: start, text: 'T-I-T-L-E-S-T-A-R-T. ' },
            { position: end, text: ' T-I-T-L-E-E-N-D.' },
          ],
        },
      ],
    });
    const refused = await client.wrap(range('Talks'));
    assert.deepEqual(refused?.fields, []);
    assert.include(refused?.refusal, 'inside the value of a field');
  });
});
