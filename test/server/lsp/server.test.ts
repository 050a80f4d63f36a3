import { assert } from 'chai';
import fc from 'fast-check';
import type { ClientCapabilities, Diagnostic, DocumentSymbol, Range } from 'vscode-languageserver/node';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { anyDocument, anyEdit, articleText } from '../core/articles';
import { Client, PULLS } from './client';

const HEALTHY = articleText(['1986', '2024-04-09', 'Truce', 'Talks failed.']);
const BAD_DATE = articleText(['1986', '2024-02-30', 'Truce', 'Talks failed.']);
/** An END of another field, which gives a finding with a related place. */
const CROSSED = HEALTHY.replace('T-I-T-L-E-E-N-D.', 'D-A-T-E-E-N-D.');

function codes(diagnostics: readonly Diagnostic[]) {
  return diagnostics.map(({ code }) => code);
}

describe('language server', () => {
  it('announces its capabilities', async () => {
    const { capabilities } = (await Client.connect()).initialized;
    assert.deepInclude(capabilities, {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2, save: true },
      documentSymbolProvider: { label: 'Articles' },
      foldingRangeProvider: true,
      diagnosticProvider: { identifier: 'article', interFileDependencies: true, workspaceDiagnostics: false },
    });
    const own = await Client.connect(PULLS, { waitsForRefresh: true });
    assert.isFalse(own.initialized.capabilities.diagnosticProvider?.interFileDependencies);
    const pushing = await Client.connect({});
    assert.notProperty(pushing.initialized.capabilities, 'diagnosticProvider');
  });

  it('reports diagnostics in full, and then only that nothing has changed', async () => {
    const client = await Client.connect();
    await client.open(BAD_DATE);
    const first = await client.pull();
    assert.equal(first.kind, 'full');
    assert.deepEqual(await client.pull(first.resultId), { kind: 'unchanged', resultId: first.resultId as string });
    await client.change({ text: HEALTHY });
    const second = await client.pull(first.resultId);
    assert.deepEqual(second.kind === 'full' && second.items, []);
  });

  it('reports that nothing has changed after an edit that moves no problem', async () => {
    const client = await Client.connect();
    await client.open(`${BAD_DATE}${HEALTHY}`);
    const { resultId } = await client.pull();
    const title = `${BAD_DATE}${HEALTHY}`.lastIndexOf('T-I-T-L-E-E-N-D.') - 1;
    const typeAt = (character: number) => {
      const place = { line: 0, character };
      return client.change({ range: { start: place, end: place }, text: 'x' });
    };
    await typeAt(title);
    assert.deepEqual(await client.pull(resultId), { kind: 'unchanged', resultId: resultId as string });
    await typeAt(BAD_DATE.indexOf(' F-N-E-N-D.'));
    const moved = await client.pull(resultId);
    assert.equal(moved.kind, 'full');
    assert.notEqual(moved.resultId, resultId);
  });

  it('sends a finding in lines and columns', async () => {
    const client = await Client.connect();
    await client.open(`${HEALTHY}\r\n🕊️${BAD_DATE}`);
    const [stray, date] = await client.diagnostics();
    assert.deepEqual(stray?.range, range(1, 0, 3));
    assert.deepEqual(date, {
      range: range(1, 55, 65),
      severity: 1,
      code: 'invalid-date',
      source: 'article',
      message: 'February 2024 has no day 30; it has 29 days. Correct the date.',
    });
  });

  it('pushes to a client that cannot pull, and removes everything when the document closes', async () => {
    const client = await Client.connect({});
    const { uri } = client.textDocument;
    await client.open(HEALTHY);
    await client.change({ text: BAD_DATE });
    await client.close();
    const received = (await client.pushes()).map((push) => ({ ...push, diagnostics: codes(push.diagnostics) }));
    assert.deepEqual(received, [
      { uri, version: 1, diagnostics: [] },
      { uri, version: 2, diagnostics: ['invalid-date'] },
      { uri, diagnostics: [] },
    ]);
  });

  it('never pushes to a client that pulls, because each problem would be shown twice', async () => {
    const client = await Client.connect();
    await client.open(BAD_DATE);
    await client.change({ text: CROSSED });
    assert.deepEqual(codes(await client.diagnostics()), ['crossed-fields']);
    await client.close();
    assert.deepEqual(await client.pushes(), []);
  });

  it('sends related places only to a client that shows them', async () => {
    const related = { relatedInformation: true };
    const places = async (textDocument: ClientCapabilities['textDocument'] & object) => {
      const client = await Client.connect({ ...PULLS, textDocument });
      await client.open(CROSSED);
      const [push] = await client.pushes();
      const [crossed] = push?.diagnostics ?? (await client.diagnostics());
      assert.equal(crossed?.code, 'crossed-fields');
      return crossed?.relatedInformation?.map(({ message }) => message);
    };
    assert.deepEqual(await places({ diagnostic: related }), ['TITLE is opened here.']);
    assert.isUndefined(await places({ diagnostic: {} }));
    assert.deepEqual(await places({ publishDiagnostics: related }), ['TITLE is opened here.']);
    assert.isUndefined(await places({ publishDiagnostics: {} }));
  });

  it('follows edits, any number in one notification, as if the document had been opened again', async () => {
    const edited = await Client.connect();
    const fresh = await Client.connect();
    await fc.assert(
      fc.asyncProperty(anyDocument, fc.array(anyEdit, { minLength: 1, maxLength: 5 }), async (initial, edits) => {
        const document = TextDocument.create('', '', 0, initial);
        const changes = edits.map(({ at, length, text }) => {
          const { length: whole } = document.getText();
          const start = Math.floor(at * whole);
          const end = start + Math.floor(length * whole);
          const range = { start: document.positionAt(start), end: document.positionAt(end) };
          TextDocument.update(document, [{ range, text }], 0);
          return { range, text };
        });
        await edited.open(initial);
        await edited.change(...changes);
        await fresh.open(document.getText());
        assert.deepEqual(await edited.diagnostics(), await fresh.diagnostics());
        assert.deepEqual(await edited.documentSymbols(), await fresh.documentSymbols());
        await edited.close();
        await fresh.close();
      }),
      { numRuns: 200 },
    );
  });

  it('says how many problems it does not show, if there are too many for the editor', async () => {
    const client = await Client.connect();
    await client.open(Array.from({ length: 1200 }, (_, i) => BAD_DATE.replaceAll(/1986|Talks/g, `${i}`)).join(''));
    const diagnostics = await client.diagnostics();
    assert.lengthOf(diagnostics, 1000);
    assert.equal(
      diagnostics.at(-1)?.message,
      'This file has 201 more problems, which are shown when the problems before them are fixed.',
    );
  });

  it('outlines articles and their fields', async () => {
    const client = await Client.connect();
    await client.open(`${HEALTHY}\n${BAD_DATE}`);
    const symbols = await client.documentSymbols();
    assert.deepEqual(
      symbols.map(({ name, detail, range }) => [name, detail, range.start.line]),
      [
        ['1986 · Truce', '2024-04-09', 0],
        ['1986 · Truce', '2024-02-30', 1],
      ],
    );
    assert.deepEqual(
      symbols[1]?.children?.map(({ name, detail }) => `${name}: ${detail}`),
      ['F-N: 1986', 'DATE: 2024-02-30', 'TITLE: Truce', 'TEXT: 2 words'],
    );
  });

  it('does not work on a request that was cancelled before its turn', async () => {
    const client = await Client.connect();
    await client.open(HEALTHY);
    const { outline, cancel } = client.cancellableDocumentSymbols();
    cancel(); // The server cannot have begun with it yet.
    assert.equal(await outline.catch(({ code }) => code), LSPErrorCodes.RequestCancelled);
  });

  it('outlines a very large number of articles without their fields', async () => {
    const client = await Client.connect();
    const first = `${HEALTHY} `;
    await client.open(first.repeat(2000));
    assert.isDefined((await client.documentSymbols())[1999]?.children);
    await client.open(first.repeat(2001));
    const symbols = await client.documentSymbols();
    assert.lengthOf(symbols, 2001);
    assert.isTrue(symbols.every(({ children }) => children === undefined));
  });

  // VS Code discards the whole outline if one symbol selects a range outside itself.
  it('outlines any document with symbols that contain their selections and children', async () => {
    const client = await Client.connect();
    await fc.assert(
      fc.asyncProperty(anyDocument, async (text) => {
        await client.open(text);
        for (const symbol of await client.documentSymbols()) assertInside(symbol);
        await client.close();
      }),
      { numRuns: 300 },
    );
  });

  it('gives no more folds than the client can show, articles before fields', async () => {
    const text = HEALTHY.replaceAll('. ', '.\n').repeat(3);
    const folds = async (rangeLimit: number) => {
      const client = await Client.connect({ textDocument: { foldingRange: { rangeLimit } } });
      await client.open(text);
      return (await client.foldingRanges()).map(({ kind }) => kind ?? 'field');
    };
    assert.deepEqual(await folds(2), ['region', 'region']);
    assert.deepEqual(await folds(4), ['region', 'field', 'region', 'region']);
    assert.lengthOf(await folds(5000), 12);
  });

  it('counts the articles and words of a document', async () => {
    const client = await Client.connect();
    await client.open(HEALTHY + BAD_DATE);
    assert.deepEqual(await client.summary(), { articles: 2, words: 4 });
  });

  it('says which article and field are at a position', async () => {
    const client = await Client.connect();
    const second = `${HEALTHY.trim().replace('failed', 'have failed')}`;
    await client.open(`${HEALTHY}\n${second}`);
    const at = (text: string) => ({ line: 1, character: second.indexOf(text) });
    assert.deepEqual(await client.place(at('Truce')), { field: 'TITLE', article: 2, articles: 2, words: 3 });
    assert.deepEqual(await client.place(at('  T-I-T-L-E-S')), { field: 'DATE', article: 2, articles: 2, words: 3 });
    assert.deepEqual(await client.place({ line: 0, character: 0 }), { article: 1, articles: 2, words: 2 });
    await client.change({ text: 'no article' });
    assert.isNull(await client.place({ line: 0, character: 0 }));
  });

  it('goes to the next and the previous article and field', async () => {
    const client = await Client.connect();
    await client.open(`${HEALTHY.trim()}\n${BAD_DATE.trim()}`);
    const title = { line: 0, character: HEALTHY.trim().indexOf('Truce') };
    assert.deepEqual(await client.neighbour(title, 'article', 'next'), { line: 1, character: 0 });
    assert.isNull(await client.neighbour(title, 'article', 'previous'));
    const text = HEALTHY.trim().indexOf('Talks');
    assert.deepEqual(await client.neighbour(title, 'field', 'next'), { line: 0, character: text });
    assert.deepEqual(await client.neighbour({ line: 0, character: text }, 'field', 'previous'), title);
  });

  it('copies once from each article that a selection touches, in the order of the file', async () => {
    const client = await Client.connect();
    const articles = ['Truce', 'Talks', ' ', 'Peace'].map((title) =>
      articleText(['1986', '2024-04-09', title, 'Talks failed.']).trim(),
    );
    await client.open(articles.join('\n'));
    assert.deepEqual(await client.copy('title', range(3, 40, 40), range(0, 9, 20), range(0, 30, 30)), [
      'Truce',
      'Peace',
    ]);
    const wide = { start: { line: 0, character: 9 }, end: { line: 3, character: 0 } };
    assert.deepEqual(await client.copy('title', wide), ['Truce', 'Talks']);
    assert.deepEqual(await client.copy('title', range(2, 9, 9)), []);
    assert.deepEqual(await client.copy('citation', range(1, 0, 0)), ['1986, 2024-04-09, Talks']);
  });

  it('gives empty answers for a document that is not open', async () => {
    const client = await Client.connect();
    await client.open(BAD_DATE);
    await client.close();
    assert.deepEqual(await client.diagnostics(), []);
    assert.deepEqual(await client.documentSymbols(), []);
    assert.deepEqual(await client.foldingRanges(), []);
    assert.isNull(await client.request('textDocument/selectionRange', { positions: [{ line: 0, character: 0 }] }));
    assert.isNull(await client.summary());
    assert.isNull(await client.place({ line: 0, character: 0 }));
    assert.isNull(await client.neighbour({ line: 0, character: 0 }, 'article', 'next'));
    assert.deepEqual(await client.copy('title', range(0, 0, 0)), []);
  });
});

function range(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

/** Whether a symbol's range contains its selection and its children. */
function assertInside({ name, range, selectionRange, children }: DocumentSymbol): void {
  for (const inner of [selectionRange, ...(children ?? []).map((child) => child.range)]) {
    assert.isTrue(isBefore(range.start, inner.start) && isBefore(inner.end, range.end), name);
  }
  children?.forEach(assertInside);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
