/**
 * Sets the language of plain-text files that are articles when they are opened.
 *
 * VS Code opens `.txt` as plain text and does not consult `firstLine` for it, so the content decides here.
 * If a person then chooses another language, that choice is kept. A change of `files.associations` is no such choice,
 * although it makes VS Code set every language again.
 */
import * as vscode from 'vscode';
import { HEAD_LENGTH, looksLikeArticle } from '../../server/src/core/detection';
import { FIELDS_SCHEME } from '../../server/src/protocol';
import { isRealDocument, LANGUAGE } from './documents';

const PLAIN_TEXT = 'plaintext';
/** Workspace state: URIs whose language a person has changed after detection. */
const LEFT_ALONE = 'article.detection.leftAlone';

/**
 * Detects articles among all open documents, and from now on in each one that opens. Returns a function that resolves when
 * the language of a document is decided.
 */
export function detectArticles(context: vscode.ExtensionContext): (document: vscode.TextDocument) => Promise<void> {
  const detection = new Detection(context);
  detection.start();
  return (document) => detection.decided(document);
}

class Detection {
  /** URIs of the documents that detection has made articles. */
  private readonly switched = new Set<string>();
  /** The document whose language is being changed: VS Code fires close and open for it, but it is not closed. */
  private changing: string | undefined;
  /** Decisions that are in progress, by URI. */
  private readonly deciding = new Map<string, Promise<void>>();
  /** The number of changes of `files.associations`. */
  private associations = 0;

  constructor(private readonly context: vscode.ExtensionContext) {}

  start(): void {
    const { workspace } = vscode;
    this.context.subscriptions.push(
      workspace.onDidCloseTextDocument((document) => this.closed(document)),
      workspace.onDidOpenTextDocument((document) => this.opened(document)),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('files.associations')) this.associations++;
        if (event.affectsConfiguration('article') || event.affectsConfiguration('files.associations'))
          this.examineAll();
      }),
    );
    this.examineAll();
  }

  /** Resolves when no decision about a document is in progress. */
  async decided({ uri }: vscode.TextDocument): Promise<void> {
    for (;;) {
      const deciding = this.deciding.get(uri.toString());
      if (!deciding) return;
      await deciding;
    }
  }

  private decide(uri: string, decision: Promise<void>): void {
    const decided = () => {
      if (this.deciding.get(uri) === deciding) this.deciding.delete(uri);
    };
    const deciding = decision.then(decided, decided);
    this.deciding.set(uri, deciding);
  }

  private examineAll(): void {
    for (const document of vscode.workspace.textDocuments) this.examine(document);
  }

  private closed(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    if (document.isClosed) {
      this.switched.delete(uri);
    } else if (this.switched.has(uri)) {
      this.changing = uri;
    }
  }

  private opened(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    const changed = this.changing === uri;
    if (changed) this.changing = undefined;
    if (document.languageId === LANGUAGE) {
      this.forgive(uri);
    } else if (changed) {
      this.switched.delete(uri);
      this.decide(uri, this.languageLeft(document));
    } else {
      this.examine(document);
    }
  }

  /** An article got another language: from a person, or because VS Code set every language again. */
  private async languageLeft(document: vscode.TextDocument): Promise<void> {
    const before = this.associations;
    // This call goes to the window and back. Messages keep their order, so if a setting caused the change, the event
    // about that setting has arrived afterwards.
    await vscode.commands.getCommands(true);
    if (this.associations !== before) {
      this.examine(document);
    } else {
      await this.setLeftAlone([...this.leftAlone(), document.uri.toString()]);
    }
  }

  /** A person made the document an article again. */
  private forgive(uri: string): void {
    const left = this.leftAlone();
    if (!this.switched.has(uri) && left.includes(uri)) void this.setLeftAlone(left.filter((other) => other !== uri));
  }

  private examine(document: vscode.TextDocument): void {
    if (document.languageId !== PLAIN_TEXT || document.isClosed || !isRealDocument(document)) return;
    const uri = document.uri.toString();
    // Only articles have a fields view, so no other check is needed.
    const isView = document.uri.scheme === FIELDS_SCHEME;
    const head = new vscode.Range(0, 0, Math.min(document.lineCount, HEAD_LENGTH), 0);
    if (!isView && !(looksLikeArticle(document.getText(head)) && isWanted(document))) return;
    if (this.leftAlone().includes(uri)) return;
    this.decide(uri, this.makeArticle(document));
  }

  private async makeArticle(document: vscode.TextDocument): Promise<void> {
    const uri = document.uri.toString();
    this.switched.add(uri);
    try {
      await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
    } catch {
      this.switched.delete(uri); // Closed in the meantime.
    }
  }

  private leftAlone(): readonly string[] {
    return this.context.workspaceState.get<readonly string[]>(LEFT_ALONE, []);
  }

  private setLeftAlone(uris: readonly string[]): Thenable<void> {
    return this.context.workspaceState.update(LEFT_ALONE, uris);
  }
}

/** Whether the settings allow detection for a document. */
function isWanted(document: vscode.TextDocument): boolean {
  const settings = vscode.workspace.getConfiguration('article', document);
  if (settings.get('detection') === 'off') return false;
  const excluded = settings.get<string[]>('detectionExclude', []);
  return !excluded.some((pattern) => vscode.languages.match({ pattern }, document) > 0);
}
