import { assert } from 'chai';
import { ArticleDocument } from '../../../../server/src/lsp/documents/document';
import type { DocumentSettings, DocumentTerms } from '../../../../server/src/lsp/settings';
import { Verdicts } from '../../../../server/src/lsp/verdict/verdicts';
import { articleText } from '../../core/articles';

const URI = 'file:///news/a.txt';
const DAMAGED = articleText(['1', '2024-02-30', 'Truce', 'Talks go on.']);
const MIXED_ENDS = new TextEncoder().encode('F-N-S-T-A-R-T.\n\r\n');

const TERMS: DocumentTerms = {
  revision: 1,
  context: { today: '2026-01-01', additionalFields: [] },
  severities: {},
  settingsFile: undefined,
  faultyFile: undefined,
  layout: 'keep',
};

/** An open document with two articles that have one fault each, and what its verdict depends on. */
function opened() {
  const document = ArticleDocument.create(URI, 'article', 1, DAMAGED + DAMAGED);
  const state = { terms: TERMS, bytes: new TextEncoder().encode(DAMAGED + DAMAGED) };
  const settings = { of: async () => state.terms } as unknown as DocumentSettings;
  const verdicts = new Verdicts(settings, async () => state.bytes);
  verdicts.fileFindings.open(URI);
  return { document, state, verdicts };
}

/** An edit at the end of the document. */
function addSpace(document: ArticleDocument): void {
  const end = document.positionAt(2 * DAMAGED.length);
  ArticleDocument.update(document, [{ range: { start: end, end }, text: ' ' }], 2);
}

describe('the verdict on an open document', () => {
  it('stays the same object while nothing changes', async () => {
    const { document, verdicts } = opened();
    assert.strictEqual(await verdicts.of(document, 'a.txt'), await verdicts.of(document, 'a.txt'));
  });

  it('changes with an edit, with other terms, with other bytes on disk and with another name', async () => {
    const { document, state, verdicts } = opened();
    const seen = [await verdicts.of(document, 'a.txt'), await verdicts.of(document, 'news/a.txt')];
    state.terms = { ...TERMS };
    seen.push(await verdicts.of(document, 'news/a.txt'));
    state.bytes = MIXED_ENDS;
    assert.isTrue(await verdicts.fileFindings.saved(URI));
    seen.push(await verdicts.of(document, 'news/a.txt'));
    addSpace(document);
    seen.push(await verdicts.of(document, 'news/a.txt'));
    assert.lengthOf(new Set(seen), seen.length);
  });

  it('lists the problems of the bytes before those of the articles', async () => {
    const { document, state, verdicts } = opened();
    state.bytes = MIXED_ENDS;
    await verdicts.fileFindings.saved(URI);
    const { problems, count } = await verdicts.of(document, 'a.txt');
    const codes = problems.map(({ code }) => code);
    assert.deepEqual(codes, ['mixed-line-endings', 'invalid-date', 'invalid-date']);
    assert.equal(count, 3);
  });

  it('keeps the findings of an article that no edit has touched', async () => {
    const { document, verdicts } = opened();
    const { of, all } = await verdicts.findings(document);
    const [first, second] = all();
    addSpace(document);
    const [firstNow, secondNow] = all();
    assert.strictEqual(firstNow?.finding, first?.finding);
    assert.notStrictEqual(secondNow?.finding, second?.finding);
    assert.deepEqual(secondNow?.finding.code, second?.finding.code);
    assert.strictEqual(of(firstNow?.article as never)[0], first?.finding);
  });

  it('uses the terms that are in force now', async () => {
    const { document, state, verdicts } = opened();
    assert.lengthOf((await verdicts.findings(document)).all(), 2);
    state.terms = { ...TERMS, severities: { 'invalid-date': 'off' } };
    const { terms, all } = await verdicts.findings(document);
    assert.strictEqual(terms, state.terms);
    assert.isEmpty(all());
    assert.equal((await verdicts.of(document, 'a.txt')).count, 0);
  });
});
