/**
 * Passes the server's diagnostics, pushed or pulled, to VS Code. Each code becomes a link to the page of its rule, and
 * diagnostics on a marker that is being typed wait (withheld.ts).
 */
import * as vscode from 'vscode';
import type { DiagnosticCollectionProvider } from 'vscode-languageclient';
import { pageOf } from './rulePages';
import { type Later, Withheld, wordAt, wordBefore } from './withheld';

/**
 * Makes the collections into which the language client puts the server's diagnostics. `hidden` is called for a document
 * whose problems are removed, for example because its tab was closed. It resolves when the server has published the problems of
 * the file, if it has any. Call `unchanged` for a result that the client puts into no collection because it is the same as
 * the previous one.
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

  /** Documents whose problems stay until the server has published those of their file, so that they do not flicker. */
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

  /** Removes the problems of a document that waits for this. */
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

  /** Typing is a single edit at the cursor. VS Code reports the edit before it reports that the cursor has moved. */
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

/** Makes the code a link, in the same object: it has more members than its type declares. */
function linked(diagnostic: vscode.Diagnostic): vscode.Diagnostic {
  if (typeof diagnostic.code === 'string')
    diagnostic.code = { value: diagnostic.code, target: pageOf(diagnostic.code) };
  return diagnostic;
}
