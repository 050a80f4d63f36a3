/** Answers the boxes of VS Code's API in place of a person, because no test can reach them from inside. */
import * as vscode from 'vscode';

type Box =
  | 'showInputBox'
  | 'showQuickPick'
  | 'showOpenDialog'
  | 'showSaveDialog'
  | 'showInformationMessage'
  | 'showWarningMessage'
  | 'showErrorMessage';

/** What a box was opened with, and how it is answered. */
export type Answers = Partial<Record<Box, (...asked: unknown[]) => unknown>>;

/** Calls `run` while each of these boxes is answered at once. The extension has the same API object as its tests. */
export async function answering<R>(answers: Answers, run: () => PromiseLike<R>): Promise<R> {
  const boxes = vscode.window as unknown as Record<string, unknown>;
  const before = Object.keys(answers).map((box) => [box, boxes[box]] as const);
  for (const [box, answer] of Object.entries(answers)) boxes[box] = async (...asked: unknown[]) => answer(...asked);
  try {
    return await run();
  } finally {
    for (const [box, own] of before) boxes[box] = own;
  }
}

/** Picks the item with this label. */
export function pick(label: string): (...asked: unknown[]) => unknown {
  return (items) => (items as readonly vscode.QuickPickItem[]).find((item) => item.label === label);
}
