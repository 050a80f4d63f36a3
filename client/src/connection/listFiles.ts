/** Lists files for the server, on any file system that the editor knows. */
import * as vscode from 'vscode';
import type { ListFilesParams } from '../../../server/src/protocol';
import { kindOf } from './readFile';

/** The URIs of the files in a folder, none if it is a file; null when they cannot be listed. */
export async function listFiles({ folder, include, exclude }: ListFilesParams): Promise<readonly string[] | null> {
  if ((await kindOf(folder)) === 'file') return []; // VS Code would start its search there, and log that it cannot.
  try {
    const base = vscode.Uri.parse(folder, true);
    // Braces cannot be nested. The server applies the other patterns to the result.
    const simple = exclude.filter((pattern) => !/[{,}]/.test(pattern));
    const excluded = simple.length > 1 ? `{${simple.join(',')}}` : (simple[0] ?? null);
    const found = await Promise.all(
      include.map((pattern) => vscode.workspace.findFiles(new vscode.RelativePattern(base, pattern), excluded)),
    );
    return [...new Set(found.flat().map(String))];
  } catch {
    return null;
  }
}
