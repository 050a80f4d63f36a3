/**
 * The server's diagnostics on their way to VS Code, pushed or pulled: each code gets a link to the page of its rule, and
 * those on a marker that is being typed wait (withheld.ts).
 */
import * as vscode from 'vscode';
import type { DiagnosticCollectionProvider } from 'vscode-languageclient';
import { pageOf } from './rulePages';
import { type Later, Withheld, wordAt, wordBefore } from './withheld';

/**
 * Makes the collections into which the language client puts what comes from the server. `hidden` is told of documents
 * whose problems are taken away, as when their tab is closed, and resolves when the server has told those of the file, if
 * it has any. `unchanged` is to be told of a result that the client does not put into any, because it is the same as the
 * one before.
 */
export function diagnosticCollections(
  hidden: (uri: vscode.Uri) => Promise<void>,
): DiagnosticCollectionProvider & { unchanged(uri: vscode.Uri): void } {
  const all: Diagnostics[] = [];
  return {
    create: (name) => {
      const received = (uri: vscode.Uri) => {
        for (const other of all) other.leave(uri);
      };
      const diagnostics = new Diagnostics(vscode.languages.createDiagnosticCollection(name), received, hidden);
      all.push(diagnostics);
      return diagnostics;
    },
    dispose: (collection) => collection.dispose(),
    unchanged: (uri) => {
      for (const diagnostics of all) diagnostics.unchanged(uri);
    },
  };
}

const later: Later = (run, milliseconds) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

class Diagnostics implements vscode.DiagnosticCollection {
  private readonly withheld = new Withheld<vscode.Diagnostic>(
    (uri, diagnostics) => this.shown.set(vscode.Uri.parse(uri), diagnostics),
    later,
  );
  private readonly listeners = [
    vscode.workspace.onDidChangeTextDocument((event) => this.changed(event)),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.moved(textEditor)),
    vscode.window.onDidChangeActiveTextEditor((editor) => editor && this.moved(editor)),
  ];

  /** Documents whose problems stay until the server has told those of their file, so that nobody sees them go and come. */
  private readonly leaving = new Set<string>();

  constructor(
    private readonly shown: vscode.DiagnosticCollection,
    private readonly received: (uri: vscode.Uri) => void,
    private readonly hidden: (uri: vscode.Uri) => Promise<void>,
  ) {}

  get name(): string {
    return this.shown.name;
  }

  set(uri: vscode.Uri, diagnostics: readonly vscode.Diagnostic[] | undefined): void;
  set(entries: readonly [vscode.Uri, readonly vscode.Diagnostic[] | undefined][]): void;
  set(
    place: vscode.Uri | readonly [vscode.Uri, readonly vscode.Diagnostic[] | undefined][],
    diagnostics?: readonly vscode.Diagnostic[],
  ): void {
    const entries = place instanceof vscode.Uri ? [[place, diagnostics] as const] : place;
    for (const [uri, found] of entries) {
      if (found) this.take(uri, found);
      else this.delete(uri);
    }
  }

  private take(uri: vscode.Uri, found: readonly vscode.Diagnostic[]): void {
    this.leaving.delete(uri.toString());
    this.withheld.received(uri.toString(), found.map(linked));
    this.received(uri);
  }

  unchanged(uri: vscode.Uri): void {
    this.withheld.unchanged(uri.toString());
  }

  delete(uri: vscode.Uri): void {
    this.withheld.forget(uri.toString());
    this.leaving.add(uri.toString());
    void this.hidden(uri).finally(() => this.leave(uri));
  }

  /** Takes away what is to go. */
  leave(uri: vscode.Uri): void {
    if (this.leaving.delete(uri.toString())) this.shown.delete(uri);
  }

  private remove(uri: vscode.Uri): void {
    this.withheld.forget(uri.toString());
    this.leaving.delete(uri.toString());
    this.shown.delete(uri);
  }

  clear(): void {
    for (const [uri] of this.shown) this.remove(uri);
  }

  forEach(...parameters: Parameters<vscode.DiagnosticCollection['forEach']>): void {
    this.shown.forEach(...parameters);
  }

  [Symbol.iterator](): Iterator<[vscode.Uri, readonly vscode.Diagnostic[]]> {
    return this.shown[Symbol.iterator]();
  }

  get(uri: vscode.Uri): readonly vscode.Diagnostic[] | undefined {
    return this.shown.get(uri);
  }

  has(uri: vscode.Uri): boolean {
    return this.shown.has(uri);
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.withheld.release();
    this.leaving.clear();
    this.shown.dispose();
  }

  /** Typing is an edit in one place, the cursor's. VS Code tells of it before it tells that the cursor has moved. */
  private changed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const editor = vscode.window.activeTextEditor;
    const [change, ...others] = contentChanges;
    if (!change || document !== editor?.document) return;
    if (others.length > 0 || !change.range.contains(editor.selection.active)) {
      this.withheld.release();
      return;
    }
    const end = document.positionAt(change.rangeOffset + change.text.length);
    const word = wordAt(document.lineAt(end).text, end);
    this.withheld.typed(document.uri.toString(), word, wordBefore(word, change.range, end));
  }

  private moved({ document, selection }: vscode.TextEditor): void {
    this.withheld.moved(document.uri.toString(), selection.active);
  }
}

/** The same diagnostic, for it carries more than its type tells, with its code as a link. */
function linked(diagnostic: vscode.Diagnostic): vscode.Diagnostic {
  if (typeof diagnostic.code === 'string')
    diagnostic.code = { value: diagnostic.code, target: pageOf(diagnostic.code) };
  return diagnostic;
}
