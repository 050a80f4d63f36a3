/** The language status item: articles, words and problems of the file in the active editor. */
import * as vscode from 'vscode';
import { counted, plural } from '../../../server/src/core/language';
import {
  type DocumentParams,
  MOST_PROBLEMS,
  MOST_SYMBOLS,
  SOURCE,
  SUMMARY,
  type Summary,
} from '../../../server/src/protocol';
import type { LanguageServer } from '../connection/languageClient';
import { isRealDocument, LANGUAGE } from '../documents';
import { Pause } from '../pause';

/** In larger files, in bytes, VS Code does not wrap, fold or use the grammar (`editor.largeFileOptimizations`). */
const LARGE_FILE = 20 * 1024 * 1024;
/** VS Code's limit of places to fold in a file (`editor.foldingMaximumRegions`). */
const MOST_FOLDS = 5000;
/** The number of symbols of a complete article, and of places to fold: the article and its fields. */
const PARTS = 5;
/** How long typing must pause before the numbers are counted again, in milliseconds. */
const PAUSE = 200;

export function showStatus(context: vscode.ExtensionContext, server: LanguageServer): void {
  const item = vscode.languages.createLanguageStatusItem('article.status', { language: LANGUAGE });
  item.name = vscode.l10n.t('Article');
  item.command = { title: vscode.l10n.t('Show Problems'), command: 'workbench.actions.view.problems' };
  const notes = new Notes();

  const refresh = async () => {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== LANGUAGE || !isRealDocument(document)) return;
    const summary = await server.ask<DocumentParams, Summary>(SUMMARY, document, {});
    if (!summary || vscode.window.activeTextEditor?.document !== document) return;
    fill(item, document, summary);
    notes.show(notesOn(document, summary));
  };
  const pause = new Pause(refresh, PAUSE);
  context.subscriptions.push(
    item,
    notes,
    pause,
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.workspace.onDidOpenTextDocument(refresh),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const shown = vscode.window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === shown)) pause.call();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) pause.call();
    }),
  );
  void refresh();
}

function fill(item: vscode.LanguageStatusItem, document: vscode.TextDocument, summary: Summary): void {
  const { articles, words } = summary;
  // Counts what VS Code shows, so that a problem on a marker that is being typed does not count before it appears.
  const problems = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === SOURCE).length;
  const found =
    problems === 0
      ? vscode.l10n.t('no problems')
      : problems > MOST_PROBLEMS
        ? vscode.l10n.t('over {0} problems', counted(MOST_PROBLEMS))
        : plural(problems, '{0} problem', '{0} problems');
  const counts = [plural(articles, '{0} article', '{0} articles'), plural(words, '{0} word', '{0} words')];
  item.text = [...counts, found].join(' · ');
  item.severity = problems === 0 ? vscode.LanguageStatusSeverity.Information : vscode.LanguageStatusSeverity.Warning;
}

/** Something else to know about the file. */
interface Note {
  readonly text: string;
  readonly command?: vscode.Command;
}

function notesOn(document: vscode.TextDocument, { articles, settingsFile }: Summary): readonly Note[] {
  const places = articles * PARTS;
  const notes: Note[] = [];
  if (lengthOf(document) > LARGE_FILE)
    notes.push({ text: vscode.l10n.t('VS Code neither wraps nor folds files over 20 MB.') });
  if (document.lineCount > 1 && places > MOST_FOLDS) {
    notes.push({
      text: vscode.l10n.t('VS Code folds at most {0} places in a file, articles before fields.', counted(MOST_FOLDS)),
    });
  }
  if (places > MOST_SYMBOLS) {
    notes.push({ text: vscode.l10n.t('With so many articles, the outline leaves out their fields.') });
  }
  if (settingsFile) {
    const file = vscode.Uri.parse(settingsFile);
    notes.push({
      text: vscode.l10n.t('Rules are set by {0}.', vscode.workspace.asRelativePath(file)),
      command: { title: vscode.l10n.t('Open'), command: 'vscode.open', arguments: [file] },
    });
  }
  return notes;
}

/** Shows each note in its own language status item: VS Code does not wrap an item, and shows some 80 characters. */
class Notes implements vscode.Disposable {
  private items: readonly vscode.LanguageStatusItem[] = [];
  private shown = '';

  show(notes: readonly Note[]): void {
    const shown = JSON.stringify(notes);
    if (shown === this.shown) return;
    this.dispose();
    this.shown = shown;
    this.items = notes.map(({ text, command }, index) => {
      const item = vscode.languages.createLanguageStatusItem(`article.note.${index}`, { language: LANGUAGE });
      return Object.assign(item, { name: vscode.l10n.t('Article: Note'), text, command });
    });
  }

  dispose(): void {
    for (const item of this.items) item.dispose();
  }
}

function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}
