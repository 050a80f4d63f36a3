/** What a client can do, as far as an answer depends on it. */
import {
  type ClientCapabilities,
  type CodeActionClientCapabilities,
  CompletionItemKind,
  type InitializeParams,
  SymbolKind,
} from 'vscode-languageserver';
import type { Messages } from '../../core/language';
import type { ClientOptions } from '../../protocol';

export type ClientAbilities = ReturnType<typeof abilitiesOf>;

/** The language of a client, and its messages. Options of a wrong kind count as left out. */
export function languageOf(initializationOptions: unknown): Pick<ClientOptions, 'language' | 'messages'> {
  const { language, messages }: { language?: unknown; messages?: unknown } = initializationOptions ?? {};
  const areTexts =
    typeof messages === 'object' &&
    messages !== null &&
    Object.values(messages).every((text) => typeof text === 'string');
  return {
    ...(typeof language === 'string' && { language }),
    ...(areTexts && { messages: messages as Messages }),
  };
}

/** Reads the parameters of `initialize`. An ability that the client does not mention, or gives as null, is one that it does not have. */
export function abilitiesOf({
  capabilities,
  initializationOptions,
}: Pick<InitializeParams, 'capabilities' | 'initializationOptions'>) {
  const { general, textDocument, window, workspace } = withoutNulls(capabilities);
  const {
    readsFiles = false,
    knowsCommands = false,
    quietInProse = false,
    showsCorpus = false,
    showsAnnotations = false,
    waitsForRefresh = false,
    knowsTokens = false,
  }: ClientOptions = initializationOptions ?? {};
  const knowsActions = textDocument?.codeAction?.codeActionLiteralSupport !== undefined;
  return {
    readsFiles,
    knowsCommands,
    quietInProse,
    showsCorpus,
    showsAnnotations,
    waitsForRefresh,
    knowsTokens,
    nestsSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    // A client that lists no kinds knows only those of LSP's first version.
    knowsObjects: listed(textDocument?.documentSymbol?.symbolKind?.valueSet).includes(SymbolKind.Object),
    knowsConstants: listed(textDocument?.completion?.completionItemKind?.valueSet).includes(
      CompletionItemKind.Constant,
    ),
    countsInUtf32: prefersUtf32(listed(general?.positionEncodings)),
    fillsIn: textDocument?.completion?.completionItem?.snippetSupport === true,
    // An edit may change the problems of other files, so a client that cannot be asked to pull again gets them pushed.
    // One that mentions no pushes is not sure to take them.
    pullsDiagnostics:
      textDocument?.diagnostic !== undefined &&
      (canRefresh(workspace) || textDocument.publishDiagnostics === undefined),
    refreshesDiagnostics: canRefresh(workspace),
    // Without that, the client knows no actions but only commands, which the server executes by such edits.
    knowsActions,
    appliesEdits: workspace?.applyEdit === true,
    mayApplyAll: textDocument?.codeAction !== undefined && !choosesAction(textDocument.codeAction),
    resolvesEdits:
      knowsActions &&
      textDocument?.codeAction?.dataSupport === true &&
      listed(textDocument.codeAction.resolveSupport?.properties).includes('edit'),
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    showsRelated: Boolean(
      textDocument?.diagnostic?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation,
    ),
    // A client that does not mention formats is older than this capability, and LSP's first hovers were Markdown.
    readsMarkdown:
      textDocument?.hover?.contentFormat === undefined || listed(textDocument.hover.contentFormat).includes('markdown'),
    mostFolds: textDocument?.foldingRange?.rangeLimit,
    versioned: workspace?.workspaceEdit?.documentChanges === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    // That needs document changes, but Neovim mentions only this.
    createsFiles: listed(workspace?.workspaceEdit?.resourceOperations).includes('create'),
    hasConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesElsewhere: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    showsProgress: window?.workDoneProgress === true,
  };
}

/** The same, without properties that are null. */
function withoutNulls(capabilities: ClientCapabilities): ClientCapabilities {
  return JSON.parse(JSON.stringify(capabilities), (_name, value) => value ?? undefined);
}

/** A list of the client; an empty one if it is none. */
function listed<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? value : [];
}

/**
 * Whether a client counts characters in UTF-32 rather than in UTF-16, which every client must know. It names first what it prefers.
 * Vim counts in UTF-32, and its older versions cannot convert.
 */
function prefersUtf32(encodings: readonly string[]): boolean {
  return encodings.find((encoding) => encoding === 'utf-32' || encoding === 'utf-16') === 'utf-32';
}

/**
 * Whether a client has an ability that only a list of actions needs, from which a person chooses one. Kate 22.12 has none of them: its
 * *Quick Fix* applies all actions that it gets for a problem, one after the other.
 */
function choosesAction({
  isPreferredSupport,
  disabledSupport,
  dataSupport,
  resolveSupport,
}: CodeActionClientCapabilities) {
  return (
    isPreferredSupport === true || disabledSupport === true || dataSupport === true || resolveSupport !== undefined
  );
}

type RefreshAbility = { readonly refreshSupport?: boolean };

/** Whether the client can be asked to pull diagnostics again. Helix writes `diagnostic`; the specification says `diagnostics`. */
function canRefresh(workspace: InitializeParams['capabilities']['workspace']): boolean {
  const { diagnostics, diagnostic } = { ...workspace } as { diagnostics?: RefreshAbility; diagnostic?: RefreshAbility };
  return (diagnostics ?? diagnostic)?.refreshSupport === true;
}
