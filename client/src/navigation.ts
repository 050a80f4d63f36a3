/** The commands that lead to the next or previous article or field. */
import * as vscode from 'vscode';
import { NEIGHBOUR, type NeighbourParams } from '../../server/src/protocol';
import type { LanguageServer } from './languageClient';
import { sayBriefly } from './status';

type Unit = NeighbourParams['unit'];
type Way = NeighbourParams['way'];

export function registerNavigation({ subscriptions }: vscode.ExtensionContext, server: LanguageServer): void {
  const { registerCommand } = vscode.commands;
  subscriptions.push(
    registerCommand('article.nextArticle', () => go(server, 'article', 'next')),
    registerCommand('article.previousArticle', () => go(server, 'article', 'previous')),
    registerCommand('article.nextField', () => go(server, 'field', 'next')),
    registerCommand('article.previousField', () => go(server, 'field', 'previous')),
  );
}

async function go(server: LanguageServer, unit: Unit, way: Way): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { document, selection } = editor;
  const asked = { position: selection.active, unit, way };
  const found = await server.ask<NeighbourParams, vscode.Position>(NEIGHBOUR, document, asked);
  if (!found) {
    sayBriefly(`There is no ${way} ${unit}.`);
    return;
  }
  const place = new vscode.Position(found.line, found.character);
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
