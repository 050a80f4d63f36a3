/**
 * Which messages are accepted when: none before `initialize`, `initialize` only once, and after `shutdown` only `exit`.
 */
import {
  type Connection,
  ErrorCodes,
  Message,
  type MessageStrategy,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver';

/** Replaces the method of a request that is not accepted. Its parameter is a key of `REASON`. */
const REFUSED = 'article/refused';

const REASON = {
  early: new ResponseError(ErrorCodes.ServerNotInitialized, 'The first request must be initialize.'),
  twice: new ResponseError(ErrorCodes.InvalidRequest, 'The server is already initialized.'),
  late: new ResponseError(ErrorCodes.InvalidRequest, 'The server has been shut down.'),
};

/** The lifecycle of one connection. The library accepts any message at any time, so this is checked here. */
export class Lifecycle implements MessageStrategy {
  private phase: 'new' | 'running' | 'ended' = 'new';

  handleMessage: MessageStrategy['handleMessage'] = (message, next) => {
    if (Message.isRequest(message)) return next(this.admitted(message));
    const isAccepted = !Message.isNotification(message) || this.phase === 'running' || message.method === 'exit';
    return isAccepted ? next(message) : undefined;
  };

  private admitted(request: RequestMessage): RequestMessage {
    const { method } = request;
    const refusal = this.refusalOf(method);
    if (refusal) return { ...request, method: REFUSED, params: [refusal] };
    if (method === 'initialize') this.phase = 'running';
    if (method === 'shutdown') this.phase = 'ended';
    return request;
  }

  private refusalOf(method: string): keyof typeof REASON | undefined {
    if (this.phase === 'ended') return 'late';
    const isFirst = method === 'initialize';
    if (this.phase === 'new') return isFirst ? undefined : 'early';
    return isFirst ? 'twice' : undefined;
  }
}

/** Registers the handler that answers refused requests. */
export function registerRefusals(connection: Connection): void {
  connection.onRequest(REFUSED, (refusal: keyof typeof REASON) => REASON[refusal]);
}
