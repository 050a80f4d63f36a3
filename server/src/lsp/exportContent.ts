/** What is exported of a file: what a person has of it. */
import { looksLikeArticle } from '../core/detection';
import { type ParsedDocument, parsing } from '../core/parser';
import { decode } from '../corpus/checkFile';
import { exactText } from '../corpus/exactText';
import type { ArticleDocument } from './document';
import { Obstacle } from './failures';
import type { ReadFile } from './files';
import type { OpenFiles } from './openFiles';
import type { Pace } from './pace';

export interface ExportSources {
  readonly documents: { get(uri: string): ArticleDocument | undefined };
  readonly files: OpenFiles;
  readonly readFile: ReadFile;
  readonly pace: Pace;
}

const NOT_UTF_8 = 'It is not UTF-8, and its editor does not show what its bytes are.';
const OTHER_LANGUAGE = 'It has changes in an editor that are not saved, and its language there is not Article.';
const TOO_LARGE = 'It is over 50 MB, or cannot be read to its end. The command line exports files of any length.';

/**
 * A file with what is not saved (`unsaved` is the URI of that document), or else as it is on disk. Undefined for one that
 * is no article and that nobody has named. Throws, with a sentence, where neither is to be had.
 */
export async function readExported(
  uri: string,
  unsaved: string | undefined,
  isNamed: boolean,
  { readFile, files, documents, pace }: ExportSources,
): Promise<ParsedDocument | undefined> {
  const document = unsaved === undefined ? undefined : documents.get(unsaved);
  if (document) {
    const codes = (await files.of(document.uri)).map(({ code }) => code);
    if (codes.includes('not-utf-8')) throw new Obstacle(NOT_UTF_8);
    return document.parsed;
  }
  let looksRight: boolean | undefined;
  const bytes = await readFile(uri, (head) => {
    looksRight = isArticle(head);
    return isNamed || looksRight;
  });
  if (looksRight === false && !isNamed) return undefined;
  if (unsaved !== undefined) throw new Obstacle(OTHER_LANGUAGE);
  if (!bytes) throw new Obstacle(looksRight === undefined ? 'It cannot be read.' : TOO_LARGE);
  return pace.finish(parsing(exactText(bytes).replace(/^\ufeff/, '')));
}

/** Whether there is such a file, and it looks like an article. */
export async function holdsArticles(uri: string, readFile: ReadFile): Promise<boolean> {
  let found = false;
  await readFile(uri, (head) => {
    found = isArticle(head);
    return false;
  });
  return found;
}

function isArticle(head: Uint8Array): boolean {
  return looksLikeArticle(decode(head));
}
