/** The page in the overview's tab, before its script fills it. */
import * as vscode from 'vscode';

/** The folder of the script and the style, which the tab may load; it may load nothing else. */
export function resourcesIn(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist/client');
}

export function pageFor(webview: vscode.Webview, extension: vscode.Uri): string {
  const language = vscode.l10n.bundle ? vscode.env.language : 'en';
  const title = vscode.l10n.t('Corpus Overview');
  const note = vscode.l10n.t('The articles are being counted.');
  const clear = vscode.l10n.t('Clear Filter');
  const nonce = crypto.randomUUID();
  const address = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(resourcesIn(extension), name));
  // Images are the charts that the script draws as PNG.
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src data:`;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="stylesheet" nonce="${nonce}" href="${address('overview.css')}">
</head>
<body>
<main>
<h1>${title}</h1>
<p id="note">${note}</p>
<div id="sections"></div>
<p id="filter" hidden><span></span> <button type="button" data-act="clear">${clear}</button></p>
<p id="said" role="status"></p>
</main>
<script nonce="${nonce}" src="${address('overview.js')}"></script>
</body>
</html>`;
}
