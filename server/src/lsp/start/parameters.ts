/** The parameters that LSP's messages must have. A message without them is refused with a sentence, before a handler sees it. */

type Check = (value: unknown) => boolean;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number';
const isPosition: Check = (value) => isObject(value) && isNumber(value.line) && isNumber(value.character);
const isRange: Check = (value) => isObject(value) && isPosition(value.start) && isPosition(value.end);
const hasUri: Check = (value) => isObject(value) && isText(value.uri);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const orNothing =
  (check: Check): Check =>
  (value) =>
    value === undefined || value === null || check(value);

const isOpened: Check = (value) => hasUri(value) && isText((value as { text?: unknown }).text);
const isChange: Check = (value) => isObject(value) && isText(value.text) && orNothing(isRange)(value.range);
const isFolders: Check = (value) => isObject(value) && listOf(hasUri)(value.added) && listOf(hasUri)(value.removed);

/** A parameter: its name, its check, and in words what it must be. */
type Parameter = readonly [name: string, check: Check, words: string];

const DOCUMENT: Parameter = ['textDocument', hasUri, 'textDocument with a uri'];
const POSITION: Parameter = ['position', isPosition, 'position with line and character, as numbers'];
const RANGE: Parameter = ['range', isRange, 'range with start and end, as positions'];

const NEEDED: Readonly<Record<string, readonly Parameter[]>> = {
  initialize: [
    ['capabilities', isObject, 'capabilities, an object'],
    ['workspaceFolders', orNothing(listOf(hasUri)), 'workspaceFolders, a list of objects with a uri, or null'],
    ['rootUri', orNothing(isText), 'rootUri, a text or null'],
    ['rootPath', orNothing(isText), 'rootPath, a text or null'],
  ],
  'textDocument/didOpen': [['textDocument', isOpened, 'textDocument with uri and text']],
  'textDocument/didChange': [DOCUMENT, ['contentChanges', listOf(isChange), 'contentChanges, a list of changes']],
  'textDocument/didSave': [DOCUMENT],
  'textDocument/didClose': [DOCUMENT],
  'textDocument/diagnostic': [DOCUMENT],
  'textDocument/documentSymbol': [DOCUMENT],
  'textDocument/foldingRange': [DOCUMENT],
  'textDocument/hover': [DOCUMENT, POSITION],
  'textDocument/completion': [DOCUMENT, POSITION],
  'textDocument/definition': [DOCUMENT, POSITION],
  'textDocument/references': [DOCUMENT, POSITION, ['context', isObject, 'context, an object']],
  'textDocument/prepareRename': [DOCUMENT, POSITION],
  'textDocument/rename': [DOCUMENT, POSITION, ['newName', isText, 'newName, a text']],
  'textDocument/linkedEditingRange': [DOCUMENT, POSITION],
  'textDocument/documentHighlight': [DOCUMENT, POSITION],
  'textDocument/selectionRange': [DOCUMENT, ['positions', listOf(isPosition), 'positions, a list of positions']],
  'textDocument/formatting': [DOCUMENT],
  'textDocument/rangeFormatting': [DOCUMENT, RANGE],
  'textDocument/codeAction': [DOCUMENT, RANGE, ['context', isObject, 'context, an object']],
  'codeAction/resolve': [['title', isText, 'title, a text']],
  'textDocument/semanticTokens/full': [DOCUMENT],
  'textDocument/semanticTokens/full/delta': [DOCUMENT, ['previousResultId', isText, 'previousResultId, a text']],
  'textDocument/semanticTokens/range': [DOCUMENT, RANGE],
  'workspace/executeCommand': [['command', isText, 'command, a text']],
  'workspace/symbol': [['query', isText, 'query, a text']],
  'workspace/didChangeWatchedFiles': [['changes', listOf(hasUri), 'changes, a list of objects with a uri']],
  'workspace/didChangeWorkspaceFolders': [['event', isFolders, 'event with added and removed, lists of folders']],
};

/** What is wrong with the parameters of a message, as a sentence; undefined if they have what the method needs. */
export function faultIn(method: string, params: unknown): string | undefined {
  for (const [name, check, words] of NEEDED[method] ?? []) {
    if (!check(isObject(params) ? params[name] : undefined)) {
      return `The parameters of ${method} are wrong: they must have ${words}.`;
    }
  }
  return undefined;
}
