/** The connection to the language server. It starts with the first article or with the corpus view, so other files cost nothing. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  ANNOTATIONS_CHANGED,
  CHECK_CORPUS,
  type CheckCorpusParams,
  CORPUS_CHANGED,
  type CorpusTotals,
  type DocumentParams,
  HIDDEN,
  KIND_OF,
  type KindOfAnswer,
  LIST_FILES,
  type Position,
  READ_FILE,
  type ReadFileAnswer,
  WRITE_NEW,
  type WriteNewParams,
} from '../../../server/src/protocol';
import { patiently } from '../commands/patiently';
import { ServerRefusal } from '../commands/refusal';
import { clientOptions } from './clientOptions';
import { listFiles } from './listFiles';
import { kindOf, readFile } from './readFile';
import { restartPolicy } from './restartPolicy';
import { writeNew } from './writeNew';

/** Makes a client for this host: over IPC in Node, with a worker in a browser. */
export type ClientFactory = (
  context: vscode.ExtensionContext,
  options: LanguageClientOptions,
) => Promise<BaseLanguageClient>;

export const WAITING_FOR_SERVER = vscode.l10n.t('Waiting for the article language server');
export const NO_ANSWER = vscode.l10n.t(
  'The article language server has not answered for a minute. Restart it, then try again.',
);
const NOT_RUNNING = vscode.l10n.t('The article language server is not running. Restart it, then try again.');

export class LanguageServer {
  private starting: Promise<BaseLanguageClient> | undefined;
  /** The server could not start, or is not restarted; the user has seen a message. */
  private isDown = false;
  private readonly mayRestart = restartPolicy();
  private readonly corpusChanges = new vscode.EventEmitter<CorpusTotals>();
  /** The server has reported the new totals of the corpus. */
  readonly onCorpusChanged = this.corpusChanges.event;
  private readonly annotationChanges = new vscode.EventEmitter<void>();
  /** There may be other results of CoreNLP for open documents. */
  readonly onAnnotationsChanged = this.annotationChanges.event;
  /** The output channel of the extension and the server. */
  readonly output = vscode.window.createOutputChannel('Article', { log: true });

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly createClient: ClientFactory,
  ) {
    context.subscriptions.push(this.output, this.corpusChanges, this.annotationChanges, { dispose: () => this.stop() });
  }

  /** The running client. The first call starts it. If it cannot start, one message is shown. */
  client(): Promise<BaseLanguageClient> {
    this.starting ??= this.start();
    return this.starting;
  }

  /** For commands: waits for a running server, and returns its client. Throws a ServerRefusal if there will be none. */
  ready(): Promise<BaseLanguageClient> {
    return patiently(WAITING_FOR_SERVER, () => this.running(), new ServerRefusal(NO_ANSWER));
  }

  /** For commands: the server's answer. If the server ends meanwhile, the next one answers. Throws what `ready` throws. */
  async answer<P extends object, R>(method: string, params: P, token: vscode.CancellationToken): Promise<R> {
    for (;;) {
      const client = await this.running();
      const { starting } = this;
      try {
        return await client.sendRequest(method, params, token);
      } catch (error) {
        if (token.isCancellationRequested) throw new vscode.CancellationError();
        const hasEnded = this.isDown || this.starting !== starting;
        if (!hasEnded) throw error;
      }
    }
  }

  private async running(): Promise<BaseLanguageClient> {
    if (this.isDown) throw new ServerRefusal(NOT_RUNNING);
    for (;;) {
      try {
        return await this.client();
      } catch {
        if (this.isDown) throw new vscode.CancellationError(); // The user has just seen the error.
      }
    }
  }

  /**
   * The server's answer about a document, for displays that nobody asked for; also null while the server is stopped or
   * restarting.
   */
  async ask<P extends DocumentParams, R>(
    method: string,
    { uri }: vscode.TextDocument,
    params: Omit<P, 'textDocument'>,
  ): Promise<R | null> {
    return this.request<object, R>(method, { ...params, textDocument: { uri: uri.toString() } });
  }

  /** The server's answer, for displays that nobody asked for; also null while the server is stopped or restarting. */
  async request<P extends object, R>(method: string, params: P): Promise<R | null> {
    try {
      const client = await this.client();
      return await client.sendRequest(method, params);
    } catch {
      return null;
    }
  }

  /** Starts a check of all files of the corpus, or stops it and leaves the rest unchecked. */
  async checkCorpus(check: boolean): Promise<void> {
    const client = await this.ready();
    await client.sendNotification(CHECK_CORPUS, { check } satisfies CheckCorpusParams);
  }

  /** Reports that a document's tab was closed; VS Code may keep the document itself open for minutes. */
  private async hidden(uri: vscode.Uri): Promise<void> {
    if (!vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) return;
    try {
      const client = await this.starting;
      if (!client) return;
      const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
      await client.sendRequest(HIDDEN, { textDocument } satisfies DocumentParams);
    } catch {} // The server has stopped.
  }

  /** Replaces the server by a new one. If that cannot start, a message is shown. */
  async restart(): Promise<void> {
    await this.stop();
    await this.running();
  }

  async stop(): Promise<void> {
    const stopping = this.starting;
    this.starting = undefined;
    this.isDown = false;
    const client = await stopping?.catch(() => undefined);
    await client?.dispose().catch((error: unknown) => this.output.error(String(error)));
  }

  private async start(): Promise<BaseLanguageClient> {
    let hasEnded = false;
    try {
      const client = await this.createClient(
        this.context,
        clientOptions(
          this.output,
          () => {
            hasEnded = true;
            this.afterEnd();
          },
          (uri) => this.hidden(uri),
        ),
      );
      const log = client.error.bind(client);
      client.error = (message, content) => log(message, content, false);
      client.onRequest<ReadFileAnswer, void>(READ_FILE, readFile);
      client.onRequest<KindOfAnswer, void>(KIND_OF, kindOf);
      client.onRequest(LIST_FILES, listFiles);
      client.onRequest<string | null, void>(WRITE_NEW, (params: WriteNewParams) => writeNew(params));
      client.onNotification(CORPUS_CHANGED, (totals: CorpusTotals) => this.corpusChanges.fire(totals));
      client.onNotification(ANNOTATIONS_CHANGED, () => this.annotationChanges.fire());
      await client.start();
      return client;
    } catch (error) {
      this.output.error(String(error));
      if (!hasEnded) this.wentDown(vscode.l10n.t('The article language server could not start: {0}', String(error)));
      throw error;
    }
  }

  /** Starts a new server. It receives all open documents as they are, so no edit is lost. */
  private afterEnd(): void {
    if (this.mayRestart())
      this.restart().catch(() => {}); // start() has shown the error.
    else
      this.wentDown(
        vscode.l10n.t('The article language server keeps stopping and was not restarted. Your text is safe.'),
      );
  }

  private wentDown(problem: string): void {
    this.isDown = true;
    this.offerRestart(problem);
  }

  /** Shows what is wrong with the server, with a button to restart it. */
  offerRestart(problem: string): void {
    const [restart, showOutput] = [vscode.l10n.t('Restart'), vscode.l10n.t('Show Output')];
    void vscode.window.showErrorMessage(problem, restart, showOutput).then((chosen) => {
      if (chosen === restart) this.restart().catch(() => {}); // start() has shown the error.
      if (chosen === showOutput) this.output.show();
    });
  }
}

/** A position for the wire. A worker receives copies of objects, and VS Code's own positions keep their numbers private. */
export function plain({ line, character }: vscode.Position): Position {
  return { line, character };
}
