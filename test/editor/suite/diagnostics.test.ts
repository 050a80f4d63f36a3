import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, openArticle, problems, replace } from './editor';

describe('diagnostics', () => {
  afterEach(closeAll);

  it('appear for a fault in the real article, at its place, and disappear with it', async () => {
    const editor = await openArticle('seed.txt');
    await replace(editor, '2024-04-09', '2024-02-30');
    const [diagnostic] = await problems(editor.document, ['invalid-date']);
    assert.equal(editor.document.getText(diagnostic?.range), '2024-02-30');
    assert.equal(diagnostic?.source, 'article');
    assert.equal(diagnostic?.severity, vscode.DiagnosticSeverity.Error);
    await vscode.commands.executeCommand('undo');
    await problems(editor.document, []);
  });

  it('name the partner of a crossed marker', async () => {
    const editor = await openArticle('seed.txt');
    await replace(editor, 'T-I-T-L-E-E-N-D.', 'D-A-T-E-E-N-D.');
    const [diagnostic] = await problems(editor.document, ['crossed-fields']);
    const [related] = diagnostic?.relatedInformation ?? [];
    assert.equal(editor.document.getText(related?.location.range), 'T-I-T-L-E-S-T-A-R-T.');
  });

  it('are exactly one for each article of the sample', async () => {
    const editor = await openArticle('every-problem.txt');
    await problems(editor.document, [
      'unmatched-start',
      'unmatched-end',
      'crossed-fields',
      'nested-field',
      'missing-field',
      'duplicate-field',
      'field-order',
      'unknown-field',
      'empty-field',
      'invalid-date',
      'invalid-date',
      'stray-text',
      'misspelled-marker',
      'future-date',
      'marker-spacing',
      'placeholder-text',
      'invisible-character',
    ]);
  });

  it('come back after the language server was restarted', async () => {
    const editor = await openArticle('seed.txt');
    await replace(editor, '2024-04-09', '9 April');
    await problems(editor.document, ['invalid-date']);
    await vscode.commands.executeCommand('article.restartServer');
    await replace(editor, '9 April', '10 April');
    await problems(editor.document, ['invalid-date']);
  });
});
