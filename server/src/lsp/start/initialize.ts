/**
 * The answer to `initialize`. It needs little of the server, so a process can give it before it loads the rest: meanwhile the client
 * prepares what it sends next.
 */
import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { speak } from '../../core/language';
import { capabilitiesFor } from './capabilities';
import { abilitiesOf, languageOf } from './clientAbilities';
import { registerRefusals } from './lifecycle';

/**
 * Registers the handlers of all messages up to `initialize`. `begin` is called before the answer is given; it must see to it that
 * the services are there when the next message is handled.
 */
export function answerInitialize(
  connection: Connection,
  version: string | undefined,
  begin: (params: InitializeParams) => void,
): void {
  registerRefusals(connection);
  connection.onInitialize((params): InitializeResult => {
    speakTo(params);
    begin(params);
    const serverInfo = { name: 'article-format', ...(version !== undefined && { version }) };
    return { serverInfo, capabilities: capabilitiesFor(abilitiesOf(params)) };
  });
}

/** Sets the language of a client. A part of the server that is bundled apart has a language of its own. */
export function speakTo({ initializationOptions }: InitializeParams): void {
  const { language = 'en', messages } = languageOf(initializationOptions);
  speak(language, messages);
}
