/** Code actions for clients that know only commands: the server executes the command, and asks the client to apply the edit. */
import * as l10n from '@vscode/l10n';
import type { CodeAction, Command, Connection, TextDocuments, WorkspaceEdit } from 'vscode-languageserver';
import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Steps } from '../../core/steps';
import type { ArticleDocument } from '../documents/document';
import { hasChanged } from '../documents/withDocument';
import { APPLY_EDIT } from '../start/capabilities';

/** The argument of the command. */
interface Edit {
  readonly label: string;
  readonly edit: WorkspaceEdit;
  /** The document that the action was offered for, and its state then. */
  readonly uri: string;
  readonly revision: number;
}

/** The actions as commands. An action without an edit is left out. */
export function* asCommands({ uri, revision }: ArticleDocument, actions: Steps<CodeAction[]>): Steps<Command[]> {
  return (yield* actions).flatMap(({ title, edit }) => {
    if (!edit) return [];
    const argument: Edit = { label: title, edit, uri, revision };
    return [{ title, command: APPLY_EDIT, arguments: [argument] }];
  });
}

/** Registers the handler of the command. It fails if the document has changed since the action was offered. */
export function registerEditCommand(connection: Connection, documents: TextDocuments<ArticleDocument>): void {
  connection.onExecuteCommand(async ({ command, arguments: [argument] = [] }) => {
    if (command !== APPLY_EDIT) throw new ResponseError(ErrorCodes.InvalidParams, `There is no command ${command}.`);
    const { label, edit, uri, revision } = (argument ?? {}) as Partial<Edit>;
    if (!edit || documents.get(String(uri))?.revision !== revision) throw hasChanged();
    const { applied, failureReason } = await connection.workspace.applyEdit({
      ...(label !== undefined && { label }),
      edit,
    });
    if (!applied)
      throw new ResponseError(
        LSPErrorCodes.RequestFailed,
        failureReason ?? l10n.t('The editor did not apply the fix.'),
      );
    return null;
  });
}
