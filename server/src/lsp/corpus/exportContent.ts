/** What is exported of a file: what a person has of it. */
import { type ParsedDocument, parse, parsing } from '../../core/parse/parser';
import { beginsLikeArticle, decode } from '../../corpus/checkFile';
import { exactText, markApart, NotUtf8Error } from '../../corpus/exactText';
import { formOfSuffix } from '../../corpus/tableText';
import type { ExportParams } from '../../protocol';
import type { ArticleDocument } from '../documents/document';
import { NO_FILE, Obstacle, sentence } from '../failures';
import type { ReadFile } from '../files';
import type { Pace } from '../pace';
import type { Verdicts } from '../verdict/verdicts';

export interface ExportSources {
  readonly documents: { get(uri: string): ArticleDocument | undefined };
  readonly verdicts: Verdicts;
  readonly readFile: ReadFile;
  readonly pace: Pace;
}

/** What is exported of a file. */
export interface Exported {
  readonly parsed: ParsedDocument;
  /** Its bytes begin with a byte order mark, which `parsed` has not. */
  readonly hasMark: boolean;
}

const NOT_UTF_8 = 'It is not UTF-8, and its editor does not show what its bytes are.';
const HOLDS_ARTICLES = 'This file holds articles, and the table would take their place. Choose another name.';
const OTHER_FORM = 'Its suffix says another form of table. Choose another name, or the other form.';
const OTHER_LANGUAGE = 'It has changes in an editor that are not saved, and its language there is not Article.';

/**
 * A file with what is not saved (`unsaved` is the URI of that document), or else as it is on disk. Undefined for one that
 * is no article and that nobody has named. Throws, with a sentence, where neither is to be had.
 */
export async function readExported(
  uri: string,
  unsaved: string | undefined,
  isNamed: boolean,
  { readFile, verdicts, documents, pace }: ExportSources,
): Promise<Exported | undefined> {
  const document = unsaved === undefined ? undefined : documents.get(unsaved);
  if (document) {
    const codes = (await verdicts.fileFindings.of(document.uri)).map(({ code }) => code);
    if (codes.includes('not-utf-8')) throw new Obstacle(NOT_UTF_8);
    return { parsed: document.parsed, hasMark: codes.includes('byte-order-mark') };
  }
  let isWanted = true;
  const bytes = await readFile(uri, (head) => {
    isWanted = isNamed || beginsLikeArticle(head);
    return isWanted;
  });
  if (!isWanted) return undefined;
  if (unsaved !== undefined) throw new Obstacle(OTHER_LANGUAGE);
  if (!bytes) throw new Obstacle(NO_FILE);
  const { mark, content } = markApart(textIn(bytes));
  return { parsed: await pace.finish(parsing(content)), hasMark: mark !== '' };
}

/** Throws, with a sentence that says how many articles are left out, where the bytes are no text. */
function textIn(bytes: Uint8Array): string {
  try {
    return exactText(bytes);
  } catch (error) {
    if (!(error instanceof NotUtf8Error)) throw error;
    const articles = parse(decode(bytes)).articles.filter(({ markers }) => markers.length > 0).length;
    throw new Obstacle(`${error.message} Articles that are not in the table: ${articles}.`);
  }
}

/**
 * Why a table must not take the place of a file: its suffix is that of another form, it looks like an article, or nobody can
 * tell. Undefined where it may.
 */
export async function obstacleTo(
  { target: uri, form }: Pick<ExportParams, 'target' | 'form'>,
  readFile: ReadFile,
): Promise<string | undefined> {
  const said = formOfSuffix(uri);
  if (said && said !== form) return OTHER_FORM;
  let found = false;
  const isWanted = (head: Uint8Array) => {
    found = beginsLikeArticle(head);
    return false;
  };
  const reason = await readFile(uri, isWanted).catch(sentence);
  if (typeof reason === 'string') return `What is in this file cannot be read. ${reason} Choose another name.`;
  return found ? HOLDS_ARTICLES : undefined;
}
