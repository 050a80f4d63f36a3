/** The file of the corpus that a document shows. */
import { URI } from 'vscode-uri';

/**
 * The URI of the file, in the one spelling that the corpus knows it by: clients differ in what they escape. Every URI
 * that comes from outside passes through here.
 */
export function fileOf(documentUri: string): string {
  return URI.parse(documentUri).toString();
}

/** The URI of a path in a folder; slashes part the path. */
export function fileIn(folder: string, path: string): string {
  const uri = URI.parse(folder);
  return uri.with({ path: `${uri.path.replace(/\/$/, '')}/${path}` }).toString();
}

/** The path of a file in a folder; undefined when it is not in it. */
export function pathIn(folder: string, uri: string): string | undefined {
  const root = `${URI.parse(folder).toString().replace(/\/$/, '')}/`;
  return uri.startsWith(root) ? decodeURIComponent(uri.slice(root.length)) : undefined;
}
