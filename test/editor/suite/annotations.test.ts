/** Results of CoreNLP in the editor: hover and sentences. What is drawn is tested in the packaged extension. */
import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, openArticle, replace, workspaceFile } from './editor';

const ARTICLE =
  ' F-N-S-T-A-R-T. 7 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  ' +
  'T-I-T-L-E-S-T-A-R-T. A truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. She left 🕊️ Paris. He stayed. T-E-X-T-E-N-D. ';

/** A result for the file itself, as CoreNLP writes it, with a sentence for the markers before and after the text. */
function result(): string {
  const cuts = ['She left', 'He stayed', 'T-E-X-T-E-N-D'].map((words) => ARTICLE.indexOf(words));
  const tokens = [...ARTICLE.matchAll(/[^\s.]+|\./g)].map(({ index, 0: originalText }) => ({
    ...{ originalText, characterOffsetBegin: index, characterOffsetEnd: index + originalText.length },
    ...{ pos: 'NNP', lemma: originalText },
  }));
  const sentences = [0, ...cuts].map((start, index) => {
    const end = cuts[index] ?? ARTICLE.length;
    const own = tokens.filter(({ characterOffsetBegin: at }) => start <= at && at < end);
    const paris = own.findIndex(({ originalText }) => originalText === 'Paris');
    const city = { tokenBegin: paris, tokenEnd: paris + 1, ner: 'CITY' };
    return { index, tokens: own, entitymentions: paris === -1 ? [] : [city] };
  });
  return JSON.stringify({ docId: 'annotated.txt', sentences });
}

/** The hovers on these words. */
async function hovered({ document }: vscode.TextEditor, words: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(words));
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers.flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value)).join('\n');
}

describe('results of CoreNLP beside an article', () => {
  const files = [
    ['annotated.txt', ARTICLE],
    ['annotated.txt.json', result()],
  ] as const;

  before(async () => {
    for (const [name, text] of files)
      await vscode.workspace.fs.writeFile(workspaceFile(name), new TextEncoder().encode(text));
  });
  after(async () => {
    await closeAll();
    for (const [name] of files) await vscode.workspace.fs.delete(workspaceFile(name));
  });

  it('are in the hover, lead to the next sentence, and are not shown once the text has changed', async () => {
    const editor = await openArticle('annotated.txt');
    for (const command of [
      'article.nextSentence',
      'article.nextSentence',
      'article.nextSentence',
      'article.previousSentence',
    ]) {
      await vscode.commands.executeCommand(command);
    }
    const { document, selection } = editor;
    assert.equal(document.getText().slice(document.offsetAt(selection.active)).slice(0, 8), 'She left');
    assert.match(await hovered(editor, 'Paris'), /\*\*Paris\*\* · city \(CITY\)\n\nSentence 2 of 4$/);
    await replace(editor, 'Paris', 'Lyons');
    assert.match(
      await hovered(editor, 'Lyons'),
      /^The results of CoreNLP are not shown here: they are of another text\./,
    );
  });
});
