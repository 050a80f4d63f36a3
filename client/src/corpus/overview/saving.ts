/** Saves a chart of the overview for a paper. */
import * as vscode from 'vscode';
import { fromBase64, type OverviewFile } from '../../../../server/src/protocol';
import { showBriefly } from '../../briefly';
import { Refusal } from '../../commands/refusal';
import { nameOf } from '../../uris';

/** What is saved, in its forms. */
export interface Saved {
  file(form: 'svg' | 'csv'): Promise<OverviewFile>;
  /** Draws an SVG as PNG, in base64; undefined if that is not possible. */
  png(svg: string): Promise<string | undefined>;
}

const forms = () => [
  {
    label: 'SVG',
    detail: vscode.l10n.t('An image for papers that stays sharp at any size, on a white background.'),
    suffix: 'svg' as const,
  },
  { label: 'PNG', detail: vscode.l10n.t('An image of pixels, for programs that take no SVG.'), suffix: 'png' as const },
  {
    label: 'CSV',
    detail: vscode.l10n.t('The figures of the chart. Values that would run as formulas get an apostrophe.'),
    suffix: 'csv' as const,
  },
];

/** Asks for the form and the place. Writes only to what the dialog has confirmed. */
export async function saveSection(saved: Saved): Promise<void> {
  const chosen = await vscode.window.showQuickPick(forms(), {
    title: vscode.l10n.t('Save Chart'),
    placeHolder: vscode.l10n.t('An image, or its figures'),
  });
  if (!chosen) return;
  const { label, suffix } = chosen;
  const { title, content } = await saved.file(suffix === 'csv' ? 'csv' : 'svg');
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const name = `${title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}.${suffix}`;
  const target = await vscode.window.showSaveDialog({
    ...{ title: vscode.l10n.t('Save Chart'), filters: { [label]: [suffix] } },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, name) }),
  });
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, await bytesOf(saved, suffix, content));
  showBriefly(vscode.l10n.t('Saved {0}.', nameOf(target)));
}

async function bytesOf(
  saved: Saved,
  suffix: ReturnType<typeof forms>[number]['suffix'],
  content: string,
): Promise<Uint8Array> {
  if (suffix !== 'png') return new TextEncoder().encode(content);
  const png = await saved.png(content);
  if (png === undefined) throw new Refusal(vscode.l10n.t('The image could not be drawn. Save it as SVG.'));
  return fromBase64(png);
}
