/** Reads a file for export, as the user sees it: unsaved changes count, and otherwise the file on disk. */
import * as l10n from '@vscode/l10n';
import { counted } from '../../../core/language';
import { type ParsedDocument, parse, parsing } from '../../../core/parse/parser';
import { formOfSuffix } from '../../../corpus/tables/tableText';
import { TARGET_LIST, type TargetName } from '../../../corpus/targets/list';
import { exactText, markApart, NotUtf8Error } from '../../../corpus/text/exactText';
import { beginsLikeArticle, decode } from '../../../corpus/verdict/checkFile';
import type { ExportParams } from '../../../protocol';
import type { ArticleDocument } from '../../documents/document';
import { noFile, Obstacle, sentence } from '../../failures';
import type { ReadFile } from '../../files';
import type { Pace } from '../../pace';
import type { Verdicts } from '../../verdict/verdicts';

export interface ExportSources {
  readonly documents: { get(uri: string): ArticleDocument | undefined };
  readonly verdicts: Verdicts;
  readonly readFile: ReadFile;
  readonly pace: Pace;
}

/** The content of a file that is exported. */
export interface Exported {
  readonly parsed: ParsedDocument;
  /** Whether its bytes begin with a byte order mark, which is not in `parsed`. */
  readonly hasMark: boolean;
  /** What the file is on the disk, if it has several names there. */
  readonly identity: string | undefined;
}

const obstacles = {
  notUtf8: () =>
    l10n.t('It is not UTF-8, so the text in its editor is not what the file holds. Save it as UTF-8 first.'),
  holdsArticles: () => l10n.t('This file holds articles, and the table would replace them. Choose another name.'),
  otherForm: () =>
    l10n.t('The suffix of this name belongs to another kind of table. Choose another name, or that kind of table.'),
  otherLanguage: () =>
    l10n.t('It has unsaved changes in an editor, and its language there is not {0}. Save it first.', 'Article'),
};

/**
 * Reads a file: from the document `unsaved` (a URI) if it has unsaved changes, otherwise from disk. Undefined if it does not
 * look like an article, unless the user has named it. Throws, with a sentence, if it cannot be read.
 */
export async function readExported(
  uri: string,
  unsaved: string | undefined,
  isNamed: boolean,
  { readFile, verdicts, documents, pace }: ExportSources,
): Promise<Exported | undefined> {
  let identity: string | undefined;
  const document = unsaved === undefined ? undefined : documents.get(unsaved);
  if (document) {
    const codes = (await verdicts.fileFindings.of(document.uri)).map(({ code }) => code);
    if (codes.includes('not-utf-8')) throw new Obstacle(obstacles.notUtf8());
    await readFile(uri, (_, known) => {
      identity = known;
      return false;
    }).catch(() => undefined); // It may be nowhere but in its editor.
    return { parsed: document.parsed, hasMark: codes.includes('byte-order-mark'), identity };
  }
  let isWanted = true;
  const bytes = await readFile(uri, (head, known) => {
    identity = known;
    isWanted = isNamed || beginsLikeArticle(head);
    return isWanted;
  });
  if (!isWanted) return undefined;
  if (unsaved !== undefined) throw new Obstacle(obstacles.otherLanguage());
  if (!bytes) throw new Obstacle(noFile());
  const { mark, content } = markApart(textIn(bytes));
  return { parsed: await pace.finish(parsing(content)), hasMark: mark !== '', identity };
}

/** The text of bytes. Throws if they are not UTF-8, with a sentence that says how many articles are left out. */
function textIn(bytes: Uint8Array): string {
  try {
    return exactText(bytes);
  } catch (error) {
    if (!(error instanceof NotUtf8Error)) throw error;
    const articles = parse(decode(bytes)).articles.filter(({ markers }) => markers.length > 0).length;
    throw new Obstacle(`${error.message} ${l10n.t('Articles that are left out: {0}.', counted(articles))}`);
  }
}

/** Whether a file for a program has one of the suffixes that it may have. */
function hasSuffix(uri: string, target: TargetName): boolean {
  return TARGET_LIST[target].suffixes.some((suffix) => uri.toLowerCase().endsWith(suffix));
}

/**
 * Why a table must not replace a file: its suffix belongs to another form of table, it looks like an article, or it cannot
 * be read. Undefined if the table may replace it.
 */
export async function obstacleTo(
  { target: uri, form }: Pick<ExportParams, 'target' | 'form'>,
  readFile: ReadFile,
): Promise<string | undefined> {
  const formOfName = formOfSuffix(uri);
  const isFitting = form === formOfName || (form !== 'jsonl' && form !== 'csv' && hasSuffix(uri, form));
  if (formOfName && !isFitting) return obstacles.otherForm();
  let found = false;
  const isWanted = (head: Uint8Array) => {
    found = beginsLikeArticle(head);
    return false;
  };
  const reason = await readFile(uri, isWanted).catch(sentence);
  if (typeof reason === 'string')
    return l10n.t('This file exists and cannot be read, so it may hold articles. {0} Choose another name.', reason);
  return found ? obstacles.holdsArticles() : undefined;
}
