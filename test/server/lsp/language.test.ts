import { assert } from 'chai';
import type { ClientOptions } from '../../../server/src/protocol';
import { articleText } from '../core/articles';
import { Client, PULLS } from './client';

const TWO_READINGS = articleText(['1986', '09/04/2024', 'Truce', 'Talks failed.']);

/** The titles of the fixes that a client with these options is offered. */
async function fixesFor(options: ClientOptions): Promise<readonly string[]> {
  const client = await Client.connect(PULLS, options);
  await client.open(TWO_READINGS);
  return (await client.codeActions()).map(({ title }) => title);
}

describe('the language of a client', () => {
  it('is that of messages and days', async () => {
    const messages = { 'Write {0} ({1})': 'Escribir {0} ({1})' };
    const titles = await fixesFor({ language: 'es', messages });
    assert.include(titles, 'Escribir 2024-04-09 (9 de abril de 2024)');
  });

  it('is English if the client names none, whatever another one has named', async () => {
    assert.include(await fixesFor({}), 'Write 2024-04-09 (9 April 2024)');
  });
});
