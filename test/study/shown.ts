/** The results of CoreNLP in the editor: found and placed by the language server’s own modules, from files on disk. */
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { uriOfPath } from '../../server/src/corpus/files/uris';
import { listFiles } from '../../server/src/disk/listFiles';
import { readWanted } from '../../server/src/disk/readFile';
import { type Annotated, Annotations } from '../../server/src/lsp/annotations/annotations';
import { ArticleDocument } from '../../server/src/lsp/documents/document';
import { Pace } from '../../server/src/lsp/pace';
import { abilitiesOf } from '../../server/src/lsp/start/clientAbilities';

/** What the server finds in files of a folder that is open in the editor. */
export function annotationsIn(folder: string): Annotations {
  // Nobody is at its other end: the server has a disk, so it asks the client for nothing.
  const connection = createConnection(
    new StreamMessageReader(new PassThrough()),
    new StreamMessageWriter(new PassThrough()),
  );
  return new Annotations({
    connection,
    client: abilitiesOf({ capabilities: {} }),
    readFile: (uri) => readWanted(fileURLToPath(uri)),
    listFiles: (uri, walk) => listFiles(fileURLToPath(uri), walk),
    folders: () => [{ uri: uriOfPath(folder), name: 'study' }],
    pace: new Pace(),
  });
}

/** What is shown of each article of a file, if it has this text in the editor; undefined for an article without a result. */
export function shownIn(
  annotations: Annotations,
  file: string,
  text: string,
): Promise<readonly (Annotated | undefined)[]> {
  const document = ArticleDocument.create(uriOfPath(file), 'article', 1, text);
  return Promise.all([...document.articles()].map(([article, base]) => annotations.of(document, article, base)));
}
