import fs from 'node:fs';
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

const SPANISH = JSON.parse(fs.readFileSync(new URL('../../../l10n/bundle.l10n.es.json', import.meta.url), 'utf8'));

/** What a client with these options is shown of an article without the END of its title. */
async function shownTo(options: ClientOptions) {
  const client = await Client.connect(PULLS, options);
  await client.open(articleText(['1986', '2024-04-09', 'Truce', 'Talks failed.']).replace('T-I-T-L-E-E-N-D.', ''));
  const [diagnostic] = await client.diagnostics();
  const [fix] = await client.codeActions();
  return { message: diagnostic?.message, fix: fix?.title };
}

describe('the language of a client', () => {
  it('is that of a diagnostic and its fix, with the translation of the project', async () => {
    assert.deepEqual(await shownTo({ language: 'es', messages: SPANISH }), {
      message:
        'TITLE se abre aquí pero no se cierra. Agregue T-I-T-L-E-E-N-D. después de su valor o quite este marcador.',
      fix: 'Insertar T-I-T-L-E-E-N-D.',
    });
    assert.deepEqual(await shownTo({}), {
      message: 'TITLE is opened here but not closed. Add T-I-T-L-E-E-N-D. after its value, or remove this marker.',
      fix: 'Insert T-I-T-L-E-E-N-D.',
    });
  });

  it('is that of messages and days', async () => {
    const messages = { 'Write {0} ({1})': 'Escribir {0} ({1})' };
    const titles = await fixesFor({ language: 'es', messages });
    assert.include(titles, 'Escribir 2024-04-09 (9 de abril de 2024)');
  });

  it('is English if the client gives options of a wrong kind', async () => {
    for (const options of [{ language: 5, messages: 'es' }, { language: null, messages: { a: 1 } }, 'es', ['es'], 7]) {
      const titles = await fixesFor(options as ClientOptions);
      assert.include(titles, 'Write 2024-04-09 (9 April 2024)', JSON.stringify(options));
    }
  });

  it('is English if the client names none, whatever another one has named', async () => {
    assert.include(await fixesFor({}), 'Write 2024-04-09 (9 April 2024)');
  });
});
