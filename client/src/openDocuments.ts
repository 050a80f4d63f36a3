/** What a person has open. VS Code keeps documents for minutes after their tabs were closed; those do not count. */
import * as vscode from 'vscode';
import { FIELDS_SCHEME } from '../../server/src/protocol';
import { isRealDocument } from './documents';

/** URIs of the documents that are in a tab or not saved. Fields views come last, and only if they are not saved. */
export function openDocuments(): string[] {
  const inTabs = new Set(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ input }) => uriOf(input)));
  const isOpen = ({ uri, isDirty }: vscode.TextDocument) =>
    isDirty || (uri.scheme !== FIELDS_SCHEME && inTabs.has(String(uri)));
  const open = vscode.workspace.textDocuments.filter((document) => isRealDocument(document) && isOpen(document));
  const isView = ({ uri }: vscode.TextDocument) => uri.scheme === FIELDS_SCHEME;
  return [...open.filter((document) => !isView(document)), ...open.filter(isView)].map(({ uri }) => String(uri));
}

/** URIs of the documents with unsaved changes. */
export function unsavedDocuments(): string[] {
  return vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => String(uri));
}

function uriOf(input: unknown): string | undefined {
  if (input instanceof vscode.TabInputText) return String(input.uri);
  return input instanceof vscode.TabInputTextDiff ? String(input.modified) : undefined;
}
