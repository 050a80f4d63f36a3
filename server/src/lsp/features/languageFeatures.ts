/** The handlers of LSP's requests about one open document. */
import type {
  CodeAction,
  CodeActionParams,
  Command,
  Connection,
  DocumentSymbol,
  DocumentSymbolParams,
  SelectionRange,
  SelectionRangeParams,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SymbolInformation,
} from 'vscode-languageserver';
import type { Steps } from '../../core/steps';
import type { Annotations } from '../annotations/annotations';
import { annotationHover } from '../annotations/answers';
import type { ArticleDocument } from '../documents/document';
import type { WithDocument } from '../documents/withDocument';
import type { SettingOf } from '../settings';
import type { Verdicts } from '../verdict/verdicts';
import { type Chosen, codeActions, resolved } from './codeActions';
import { completionList } from './completion';
import { flatSymbols, toHover } from './convert';
import { asCommands, registerEditCommand } from './editCommand';
import type { Features } from './features';
import { linkedRanges, rename, renamed } from './rename';
import { changeByCommand, changeByEdit, type EditSources } from './settingsActions';

interface Services extends EditSources {
  readonly features: Features;
  readonly settingOf: SettingOf;
  readonly verdicts: Verdicts;
  readonly annotations: Annotations;
}

export function registerLanguageFeatures(connection: Connection, withDocument: WithDocument, services: Services): void {
  const { features, settings, settingOf, verdicts, annotations, documents, client } = services;
  connection.onDocumentSymbol(
    withDocument<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[]>(function* (document) {
      const { knowsObjects, nestsSymbols } = client;
      const symbols = yield* features.documentSymbols(document, knowsObjects);
      return nestsSymbols ? symbols : flatSymbols(document.uri, symbols);
    }, []),
  );
  connection.onFoldingRanges(withDocument((document) => features.foldingRanges(document, client.mostFolds), []));
  connection.onHover(
    withDocument(async (document, { position }) => {
      const hover = features.hover(document, position, await settings.of(document.uri), client.readsMarkdown);
      const found = hover ?? (await annotationHover(annotations, document, position));
      return found && 'markdown' in found ? toHover(document, found, 0, client.readsMarkdown) : found;
    }, null),
  );
  connection.onCompletion(
    withDocument(async (document, params) => completionList(document, await settingOf(document), params, client), null),
  );
  connection.onDocumentFormatting(
    withDocument(async (document) => features.formatting(document, await settings.of(document.uri)), []),
  );
  connection.onDocumentRangeFormatting(
    withDocument(
      async (document, { range }) => features.formatting(document, await settings.of(document.uri), range),
      [],
    ),
  );
  connection.onPrepareRename(withDocument((document, { position }) => renamed(document, position), null));
  connection.onRenameRequest(
    withDocument((document, { position, newName }) => rename(document, position, newName, client.versioned), null),
  );
  connection.languages.onLinkedEditingRange(
    withDocument((document, { position }) => linkedRanges(document, position), null),
  );
  connection.onDocumentHighlight(
    withDocument((document, { position }) => features.documentHighlights(document, position), []),
  );
  connection.onSelectionRanges(
    withDocument<SelectionRangeParams, SelectionRange[] | null>(
      (document, { positions }) => positions.map((position) => features.selectionRange(document, position)),
      null, // A list would need a range for each position.
    ),
  );
  const actionSources = async (document: ArticleDocument) => ({
    ...{ document, findings: await verdicts.findings(document), isInWorkspace: settings.isInWorkspace(document.uri) },
    ...client,
  });
  async function actionsFor(document: ArticleDocument, params: CodeActionParams): Promise<Steps<CodeAction[]>> {
    const sources = await actionSources(document);
    const { terms } = sources.findings;
    const change = client.knowsCommands
      ? changeByCommand(document.uri, terms)
      : await changeByEdit(document.uri, terms, services);
    return codeActions({ ...sources, change }, params);
  }
  connection.onCodeAction(
    withDocument<CodeActionParams, (CodeAction | Command)[]>(async (document, params) => {
      const actions = await actionsFor(document, params);
      return client.knowsActions ? actions : asCommands(document, actions);
    }, []),
  );
  registerEditCommand(connection, documents);
  const resolve = withDocument<
    { textDocument: { uri: string }; action: CodeAction; chosen: Chosen },
    CodeAction | null
  >(async (document, { action, chosen }) => resolved(await actionSources(document), action, chosen), null);
  connection.onCodeActionResolve(async (action, token) => {
    const chosen = action.data as Chosen | undefined;
    const uri = String(chosen?.uri);
    return (chosen && (await resolve({ textDocument: { uri }, action, chosen }, token))) ?? action;
  });
  const noTokens: SemanticTokens = { data: [] };
  connection.languages.semanticTokens.on(
    withDocument(async (document) => features.tokens.full(document, await settings.of(document.uri)), noTokens),
  );
  connection.languages.semanticTokens.onDelta(
    withDocument<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>(
      async (document, { previousResultId }) =>
        features.tokens.delta(document, await settings.of(document.uri), previousResultId),
      noTokens,
    ),
  );
  connection.languages.semanticTokens.onRange(
    withDocument(
      async (document, { range }) => features.tokens.range(document, await settings.of(document.uri), range),
      noTokens,
    ),
  );
}
