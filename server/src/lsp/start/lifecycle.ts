/**
 * Which messages are accepted when: none before `initialize`, `initialize` only once, after `shutdown` only `exit`, and none
 * without the parameters that it needs, but for the version of a document.
 */
import {
  type Connection,
  ErrorCodes,
  Message,
  type MessageStrategy,
  type NotificationMessage,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver';
import { faultIn } from './parameters';

/** Replaces the method of a message that is not accepted. Its parameters are an error code and a sentence. */
const REFUSED = 'article/refused';

/** The messages with which the client gives a document its version. */
const VERSIONED: ReadonlySet<string> = new Set(['textDocument/didOpen', 'textDocument/didChange']);

type Refusal = readonly [code: number, reason: string];

/** The lifecycle of one connection. The library accepts any message at any time, so this is checked here. */
export class Lifecycle implements MessageStrategy {
  private phase: 'new' | 'running' | 'ended' = 'new';
  /** The highest version of a document so far. */
  private highest = 0;
  /** Loads what handles further messages; undefined if nothing is left to load. */
  private load: (() => Promise<void>) | undefined;

  /**
   * Holds further messages until `load` is done. It may be called more than once. If it fails, the process ends with its error, because
   * no message can be handled.
   */
  holdUntil(load: () => Promise<void>): void {
    this.load = load;
  }

  handleMessage: MessageStrategy['handleMessage'] = (message, next) => {
    if (!this.load) return this.handle(message, next);
    return this.load().then(() => {
      this.load = undefined;
      this.handle(message, next);
    });
  };

  private handle: MessageStrategy['handleMessage'] = (message, next) => {
    if (Message.isRequest(message)) return next(this.admitted(message));
    if (!Message.isNotification(message)) return next(message);
    if (this.phase !== 'running' && message.method !== 'exit') return undefined;
    const fault = faultIn(message.method, message.params);
    return next(fault ? refused(message, [ErrorCodes.InvalidParams, fault]) : this.versioned(message));
  };

  /**
   * A message about an open document with a version. A client may leave it out; the library does not take such an edit, and from then on
   * all places in the document would be wrong.
   */
  private versioned(message: NotificationMessage): NotificationMessage {
    const { textDocument } = (message.params ?? {}) as { readonly textDocument?: { readonly version?: unknown } };
    if (!VERSIONED.has(message.method)) return message;
    const given = Number.isInteger(textDocument?.version) ? Number(textDocument?.version) : undefined;
    this.highest = Math.max(this.highest, given ?? this.highest + 1);
    if (given !== undefined) return message;
    return { ...message, params: { ...message.params, textDocument: { ...textDocument, version: this.highest } } };
  }

  private admitted(request: RequestMessage): RequestMessage {
    const { method } = request;
    const refusal = this.refusalOf(request);
    if (refusal) return refused(request, refusal);
    if (method === 'initialize') this.phase = 'running';
    if (method === 'shutdown') this.phase = 'ended';
    return request;
  }

  private refusalOf({ method, params }: RequestMessage): Refusal | undefined {
    if (this.phase === 'ended') return [ErrorCodes.InvalidRequest, 'The server has been shut down.'];
    const isFirst = method === 'initialize';
    if (this.phase === 'new' && !isFirst) {
      return [ErrorCodes.ServerNotInitialized, 'The first request must be initialize.'];
    }
    if (this.phase === 'running' && isFirst) return [ErrorCodes.InvalidRequest, 'The server is already initialized.'];
    const fault = faultIn(method, params);
    return fault === undefined ? undefined : [ErrorCodes.InvalidParams, fault];
  }
}

function refused<M extends Message>(message: M, refusal: Refusal): M {
  return { ...message, method: REFUSED, params: refusal };
}

/** Registers the handlers of refused messages: a request is answered with the reason, for a notification it is logged. */
export function registerRefusals(connection: Connection): void {
  connection.onRequest(REFUSED, (code: number, reason: string) => new ResponseError(code, reason));
  connection.onNotification(REFUSED, (_code: number, reason: string) => connection.console.warn(reason));
}
