/** When a client may say what: nothing before `initialize`, which comes once, and nothing behind `shutdown` but `exit`. */
import {
  type Connection,
  ErrorCodes,
  Message,
  type MessageStrategy,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver';

/** Takes the place of a request's method that comes too early or too late; its parameter says which. */
const REFUSED = 'article/refused';

const REASON = {
  early: new ResponseError(ErrorCodes.ServerNotInitialized, 'The first request must be initialize.'),
  twice: new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already.'),
  late: new ResponseError(ErrorCodes.InvalidRequest, 'The server has been shut down.'),
};

/** For one connection: the library by itself takes any message at any time. */
export class Lifecycle implements MessageStrategy {
  private phase: 'new' | 'running' | 'ended' = 'new';

  handleMessage: MessageStrategy['handleMessage'] = (message, next) => {
    if (Message.isRequest(message)) return next(this.admitted(message));
    const isHeard = !Message.isNotification(message) || this.phase === 'running' || message.method === 'exit';
    return isHeard ? next(message) : undefined;
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

/** Answers what was refused. */
export function registerRefusals(connection: Connection): void {
  connection.onRequest(REFUSED, (refusal: keyof typeof REASON) => REASON[refusal]);
}
