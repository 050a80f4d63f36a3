/** The commands that go to the next or previous article, field or sentence. */
import * as vscode from 'vscode';
import { NEIGHBOUR, type NeighbourParams, type Position } from '../../../server/src/protocol';
import { showBriefly } from '../briefly';
import type { Commands } from '../commands/commands';
import { plain } from '../connection/languageClient';
import type { ActiveArticle } from './activeArticle';
import { goTo } from './goTo';

type Unit = NeighbourParams['unit'];
type Way = NeighbourParams['way'];

const NONE: Record<Way, Record<Unit, string>> = {
  next: {
    article: vscode.l10n.t('There is no next article.'),
    field: vscode.l10n.t('There is no next field.'),
    sentence: vscode.l10n.t('There is no next sentence.'),
  },
  previous: {
    article: vscode.l10n.t('There is no previous article.'),
    field: vscode.l10n.t('There is no previous field.'),
    sentence: vscode.l10n.t('There is no previous sentence.'),
  },
};

export function registerNavigation(commands: Commands, article: ActiveArticle): void {
  let steps = Promise.resolve();
  // One step at a time: when a key is pressed again at once, the next step begins where the previous one ended.
  const go = (unit: Unit, way: Way) => {
    steps = steps.catch(() => {}).then(() => step(article, unit, way));
    return steps;
  };
  commands.registerCommand('article.nextArticle', () => go('article', 'next'));
  commands.registerCommand('article.previousArticle', () => go('article', 'previous'));
  commands.registerCommand('article.nextField', () => go('field', 'next'));
  commands.registerCommand('article.previousField', () => go('field', 'previous'));
  commands.registerCommand('article.nextSentence', () => go('sentence', 'next'));
  commands.registerCommand('article.previousSentence', () => go('sentence', 'previous'));
}

async function step(article: ActiveArticle, unit: Unit, way: Way): Promise<void> {
  const { editor, answer: found } = await article.ask<NeighbourParams, Position | null>(NEIGHBOUR, ({ selection }) => ({
    position: plain(selection.active),
    unit,
    way,
  }));
  if (found) goTo(editor, found);
  else showBriefly(NONE[way][unit]);
}
