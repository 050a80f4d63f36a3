/** URIs and paths of the files of a corpus. */
import { URI } from 'vscode-uri';
import { copied } from '../text/copied';

/**
 * A URI in VS Code's spelling, which is the only one in the corpus; clients escape different characters. What VS Code does not
 * accept as a URI, such as `file:////server/share/a.txt`, stays as it is.
 */
export function canonical(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

/** The URI of a path on this machine. */
export function uriOfPath(path: string): string {
  return URI.file(path).toString();
}

/** The URI of a path in a folder; slashes separate the parts of the path. */
export function fileIn(folder: string, path: string): string {
  const uri = URI.parse(folder);
  return copied(uri.with({ path: `${uri.path.replace(/\/$/, '')}/${path}` }).toString());
}

/** The path of a file in a folder, both in the corpus's spelling; undefined if the file is not in the folder. */
export function pathIn(folder: string, uri: string): string | undefined {
  const root = folder.endsWith('/') ? folder : `${folder}/`;
  return uri.startsWith(root) ? decodeURIComponent(uri.slice(root.length)) : undefined;
}
