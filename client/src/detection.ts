/**
 * Gives plain-text files that are articles their language, on open.
 *
 * `.txt` belongs to plain text in VS Code, and `firstLine` is not consulted for it, so the content decides here.
 * A person who then picks another language is right for good; a change of `files.associations`, which makes VS Code
 * set every language anew, is no such choice.
 */
import * as vscode from 'vscode';
import { HEAD_LENGTH, looksLikeArticle } from '../../server/src/core/detection';
import { FIELDS_SCHEME } from '../../server/src/protocol';
import { isRealDocument, LANGUAGE } from './documents';

const PLAIN_TEXT = 'plaintext';
/** Workspace state: URIs whose language a person has chosen after we did. */
const LEFT_ALONE = 'article.detection.leftAlone';

/**
 * Looks at all open documents, and from now on at each one that opens. The function that it gives resolves when it is
 * certain which language a document has.
 */
export function detectArticles(context: vscode.ExtensionContext): (document: vscode.TextDocument) => Promise<void> {
  const detection = new Detection(context);
  detection.start();
  return (document) => detection.decided(document);
}

class Detection {
  /** Documents that we made articles, by URI. */
  private readonly switched = new Set<string>();
  /** The document whose language is just being changed: VS Code closes it, though it is not closed, and opens it. */
  private changing: string | undefined;
  /** What is being found out or set, by URI. */
  private readonly deciding = new Map<string, Promise<void>>();
  /** Counts changes of `files.associations`. */
  private associations = 0;

  constructor(private readonly context: vscode.ExtensionContext) {}

  start(): void {
    const { workspace } = vscode;
    this.context.subscriptions.push(
      workspace.onDidCloseTextDocument((document) => this.closed(document)),
      workspace.onDidOpenTextDocument((document) => this.opened(document)),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('files.associations')) this.associations++;
        if (event.affectsConfiguration('article') || event.affectsConfiguration('files.associations')) this.lookAtAll();
      }),
    );
    this.lookAtAll();
  }

  /** Resolves when the language of a document is not about to change. */
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

  private lookAtAll(): void {
    for (const document of vscode.workspace.textDocuments) this.look(document);
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
      this.look(document);
    }
  }

  /** An article became something else: by a person, or because VS Code set every language anew. */
  private async languageLeft(document: vscode.TextDocument): Promise<void> {
    const before = this.associations;
    // A call that goes to the window and back. Messages keep their order, so if VS Code changed the language because
    // of a setting, the event that tells of the setting has arrived by then.
    await vscode.commands.getCommands(true);
    if (this.associations !== before) {
      this.look(document);
    } else {
      await this.setLeftAlone([...this.leftAlone(), document.uri.toString()]);
    }
  }

  /** A person made the document an article again. */
  private forgive(uri: string): void {
    const left = this.leftAlone();
    if (!this.switched.has(uri) && left.includes(uri)) void this.setLeftAlone(left.filter((other) => other !== uri));
  }

  private look(document: vscode.TextDocument): void {
    if (document.languageId !== PLAIN_TEXT || document.isClosed || !isRealDocument(document)) return;
    const uri = document.uri.toString();
    // Somebody asked for a fields view, which only articles have.
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

/** What the settings say of detection for a document. */
function isWanted(document: vscode.TextDocument): boolean {
  const settings = vscode.workspace.getConfiguration('article', document);
  if (settings.get('detection') === 'off') return false;
  const excluded = settings.get<string[]>('detectionExclude', []);
  return !excluded.some((pattern) => vscode.languages.match({ pattern }, document) > 0);
}
