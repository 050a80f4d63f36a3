/** The commands that lead to the next or previous article or field. */
import * as vscode from 'vscode';
import { NEIGHBOUR, type NeighbourParams, type Position } from '../../server/src/protocol';
import { goTo } from './goTo';
import { type LanguageServer, plain } from './languageClient';
import { sayBriefly } from './wording';

type Unit = NeighbourParams['unit'];
type Way = NeighbourParams['way'];

export function registerNavigation({ subscriptions }: vscode.ExtensionContext, server: LanguageServer): void {
  const { registerCommand } = vscode.commands;
  let steps = Promise.resolve();
  // One step after the other: a key that is pressed again at once begins where the step before has ended.
  const go = (unit: Unit, way: Way) => {
    steps = steps.catch(() => {}).then(() => step(server, unit, way));
    return steps;
  };
  subscriptions.push(
    registerCommand('article.nextArticle', () => go('article', 'next')),
    registerCommand('article.previousArticle', () => go('article', 'previous')),
    registerCommand('article.nextField', () => go('field', 'next')),
    registerCommand('article.previousField', () => go('field', 'previous')),
  );
}

async function step(server: LanguageServer, unit: Unit, way: Way): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { document, selection } = editor;
  const asked = { position: plain(selection.active), unit, way };
  const found = await server.ask<NeighbourParams, Position>(NEIGHBOUR, document, asked);
  if (found) goTo(editor, found);
  else sayBriefly(`There is no ${way} ${unit}.`);
}
