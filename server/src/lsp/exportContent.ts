/** What is exported of a file: what a person has of it. */
import { type ParsedDocument, parsing } from '../core/parser';
import { beginsLikeArticle } from '../corpus/checkFile';
import { exactText, markApart } from '../corpus/exactText';
import type { ArticleDocument } from './document';
import { NO_FILE, Obstacle, sentence } from './failures';
import type { FileFindings } from './fileFindings';
import type { ReadFile } from './files';
import type { Pace } from './pace';

export interface ExportSources {
  readonly documents: { get(uri: string): ArticleDocument | undefined };
  readonly fileFindings: FileFindings;
  readonly readFile: ReadFile;
  readonly pace: Pace;
}

const NOT_UTF_8 = 'It is not UTF-8, and its editor does not show what its bytes are.';
const HOLDS_ARTICLES = 'This file holds articles, and the table would take their place. Choose another name.';
const OTHER_LANGUAGE = 'It has changes in an editor that are not saved, and its language there is not Article.';

/**
 * A file with what is not saved (`unsaved` is the URI of that document), or else as it is on disk. Undefined for one that
 * is no article and that nobody has named. Throws, with a sentence, where neither is to be had.
 */
export async function readExported(
  uri: string,
  unsaved: string | undefined,
  isNamed: boolean,
  { readFile, fileFindings, documents, pace }: ExportSources,
): Promise<ParsedDocument | undefined> {
  const document = unsaved === undefined ? undefined : documents.get(unsaved);
  if (document) {
    const codes = (await fileFindings.of(document.uri)).map(({ code }) => code);
    if (codes.includes('not-utf-8')) throw new Obstacle(NOT_UTF_8);
    return document.parsed;
  }
  let isWanted = true;
  const bytes = await readFile(uri, (head) => {
    isWanted = isNamed || beginsLikeArticle(head);
    return isWanted;
  });
  if (!isWanted) return undefined;
  if (unsaved !== undefined) throw new Obstacle(OTHER_LANGUAGE);
  if (!bytes) throw new Obstacle(NO_FILE);
  return pace.finish(parsing(markApart(exactText(bytes)).content));
}

/** Why a table must not take the place of a file: it looks like an article, or nobody can tell. Undefined where it may. */
export async function obstacleTo(uri: string, readFile: ReadFile): Promise<string | undefined> {
  let found = false;
  const isWanted = (head: Uint8Array) => {
    found = beginsLikeArticle(head);
    return false;
  };
  const reason = await readFile(uri, isWanted).catch(sentence);
  if (typeof reason === 'string') return `What is in this file cannot be read. ${reason} Choose another name.`;
  return found ? HOLDS_ARTICLES : undefined;
}
