/** What client and server say to each other beyond LSP. The client imports nothing else of the server but core/detection. */
import type { PiecePlace } from './core/pieces';
import type { Severity } from './core/rules/rule';
import type { TableForm } from './corpus/tableText';
import type { CorpusRow, CorpusRows, Grouping, Order } from './corpus/tree';

export type { CorpusRow, CorpusRows, Grouping, Order, PiecePlace, Severity, TableForm };

/** Name of the file that holds the settings of a folder and of all folders in it. */
export const SETTINGS_FILE = '.articlerc.json';

/** `initializationOptions` of a client that speaks this protocol; any other client may leave them out. */
export interface ClientOptions {
  /** The client answers READ_FILE and LIST_FILES. */
  readonly readsFiles?: boolean;
  /** The client knows the commands in CLIENT_COMMAND. */
  readonly knowsCommands?: boolean;
  /** In the values of TITLE and TEXT the client asks for completion when a person does, and not for each letter typed. */
  readonly quietInProse?: boolean;
  /** The client takes CORPUS_CHANGED. */
  readonly showsCorpus?: boolean;
}

/** Request to the server: what it found in an open document; null when it is not open there. */
export const SUMMARY = 'article/summary';

/** Parameters of a request about an open document, as in LSP. */
export interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

export interface Summary {
  readonly articles: number;
  /** Words in the TEXT fields. */
  readonly words: number;
  /** URI of the `.articlerc.json` that decides for this document, if there is one. */
  readonly settingsFile?: string;
}

/** A cursor or an end of a selection, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Request to the server: what stands at a position; null where there is no article. */
export const PLACE = 'article/place';

export interface PlaceParams extends DocumentParams {
  readonly position: Position;
}

export interface Place {
  /** What people call the field at the position, if there is one. */
  readonly field?: string;
  /** Which article it is, from 1, and of how many. */
  readonly article: number;
  readonly articles: number;
  /** Words in the article's TEXT. */
  readonly words: number;
}

/** Request to the server: the position of the next or previous article or field; null where there is none. */
export const NEIGHBOUR = 'article/neighbour';

export interface NeighbourParams extends PlaceParams {
  readonly unit: 'article' | 'field';
  readonly way: 'next' | 'previous';
}

/** Request to the server: what a copy command takes from each article that the ranges touch, as strings. */
export const COPY = 'article/copy';

export interface CopyParams extends DocumentParams {
  readonly ranges: readonly { readonly start: Position; readonly end: Position }[];
  readonly what: 'title' | 'text' | 'citation';
}

/** Request to the server: a whole new article behind the one at a position, as a snippet; null when it is not open there. */
export const NEW_ARTICLE = 'article/newArticle';

export interface NewArticle {
  readonly position: Position;
  /** In the syntax of LSP's snippets. */
  readonly snippet: string;
}

/** Request to the server: the fields that a selection can become; null when the document is not open there. */
export const WRAP = 'article/wrap';

export interface WrapParams extends DocumentParams {
  readonly range: { readonly start: Position; readonly end: Position };
}

export interface Wrap {
  /** What the selection can become. */
  readonly fields: readonly WrapField[];
  /** Why it can become nothing, as a sentence; absent when it can. */
  readonly refusal?: string;
}

export interface WrapField {
  readonly name: string;
  /** What the field is, in a line; empty for a field of one's own. */
  readonly doc: string;
  /** The two markers, with the white space that they need; they do not overlap. */
  readonly edits: readonly { readonly position: Position; readonly text: string }[];
}

/** Request to the client: a file's bytes as base64, by URI; null when there is none or it cannot be read. */
export const READ_FILE = 'article/readFile';

/** Request to the client: the URIs of the files in a folder that match one of the patterns; null when it cannot tell. */
export const LIST_FILES = 'article/listFiles';

export interface ListFilesParams {
  /** URI of a workspace folder. */
  readonly folder: string;
  /** Glob patterns, relative to the folder. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** Notification to the server: check all files of the corpus, anew if that is under way, or leave the rest unchecked. */
export const CHECK_CORPUS = 'article/corpus/check';

export interface CheckCorpusParams {
  readonly check: boolean;
}

/** Notification to the server: an open document is not shown any more, and its answers have been thrown away. */
export const HIDDEN = 'article/hidden';

/** Notification to the client: what there is in the corpus now. What was answered about it before may hold no more. */
export const CORPUS_CHANGED = 'article/corpus/changed';

export interface CorpusTotals {
  readonly files: number;
  readonly articles: number;
  readonly problems: number;
  /** Files that have any. */
  readonly damaged: number;
  /** Not all files have been read yet. */
  readonly isChecking: boolean;
}

/** Request to the server: rows of the corpus, as CorpusRows. */
export const CORPUS_ROWS = 'article/corpus/rows';

export interface CorpusRowsParams {
  readonly grouping: Grouping;
  readonly order: Order;
  /** Of the row that they are in; empty for the outermost rows. */
  readonly path: readonly string[];
  /** Index of the first row that is wanted, and of the one behind the last. At most MOST_ROWS are given. */
  readonly from: number;
  readonly to: number;
}

/** More rows than this are never sent at once. */
export const MOST_ROWS = 5000;

/** Request to the server: the rows that lead to an article, as CorpusRowPlaces from the outermost; null where there is none. */
export const CORPUS_ROWS_TO = 'article/corpus/rowsTo';

export interface CorpusRowsToParams {
  readonly grouping: Grouping;
  readonly order: Order;
  /** Of a document, or of its file. */
  readonly uri: string;
  readonly position: Position;
}

/** A row, and its index among its siblings. */
export interface CorpusRowPlace {
  readonly row: CorpusRow;
  readonly index: number;
}

/** Request to the server: articles by number, words of the title and date, as CorpusMatches. */
export const FIND_ARTICLES = 'article/corpus/find';

export interface FindArticlesParams {
  readonly query: string;
}

export interface CorpusMatch {
  /** Empty where the article has no such field. */
  readonly number: string;
  readonly date: string;
  readonly title: string;
  /** Name of the file. */
  readonly file: string;
  readonly uri: string;
  readonly position: Position;
}

/** The best matches, and whether there are more. */
export interface CorpusMatches {
  readonly matches: readonly CorpusMatch[];
  readonly hasMore: boolean;
}

/** Request to the server: the first problem of the next file that has any, as a ProblemPlace; null when no other file has. */
export const NEXT_DAMAGED = 'article/corpus/nextDamaged';

export interface NextDamagedParams {
  /** Of the document or file that is left; without it, the first file is the next. */
  readonly uri?: string;
}

export interface ProblemPlace {
  readonly uri: string;
  readonly position: Position;
}

/** Commands of the client that code actions call. Arguments: the document's URI, `settings` or `file`, and what it names. */
export const CLIENT_COMMAND = {
  /** Switches a rule off; names its code. */
  switchOff: 'article.switchRuleOff',
  /** Makes a field of one's own known; names its letters. */
  addField: 'article.addField',
} as const;

/** Where a client command writes: VS Code's settings, or the folder's `.articlerc.json`. */
export type SettingsTarget = 'settings' | 'file';

/**
 * Scheme of the fields view of a file: `article-fields:/folder/a.txt?file` shows `file:///folder/a.txt` with each marker
 * and each value on a line of its own. The query is the file's own scheme.
 */
export const FIELDS_SCHEME = 'article-fields';

/** The URI of the file that a URI stands for: for a fields view the file it shows, otherwise the URI itself. */
export function fileOf(uri: string): string {
  const [, authority, path, scheme] = /^article-fields:(?:(\/\/[^/?]*)(?=[/?]))?([^?]*)\?(.+)$/.exec(uri) ?? [];
  if (path === undefined) return uri;
  return `${scheme}:${authority ?? (scheme === 'file' ? '//' : '')}${path}`;
}

/** Request to the server: the fields view of a file; null when the file cannot be read. */
export const READ_FIELDS = 'article/readFields';

export interface ReadFieldsParams {
  /** Of the file. */
  readonly uri: string;
}

export interface FieldsView {
  readonly text: string;
  /** Why the file cannot be edited in this view, as a sentence; absent when it can. */
  readonly readOnly?: string;
}

/** Request to the server: write a file back after its fields view was edited. */
export const WRITE_FIELDS = 'article/writeFields';

export interface WriteFieldsParams {
  /** Of the file. */
  readonly uri: string;
  /** The whole text of the view. */
  readonly text: string;
  /** There is no such file any more. */
  readonly isNew: boolean;
}

export interface WriteFieldsAnswer {
  /** Why nothing was written, as a sentence; absent when there is no obstacle. */
  readonly refused?: string;
  /** The file's new bytes as base64, for the client to write; absent when the server has written them. */
  readonly content?: string;
}

/** Request to the server: what stands at a position of an open document, as a PiecePlace; null when nothing does. */
export const PIECE_AT = 'article/pieceAt';

export interface PieceAtParams extends DocumentParams {
  readonly position: Position;
}

/** Request to the server: the position of a PiecePlace in an open document; null when the document is not open. */
export const POSITION_OF = 'article/positionOf';

export interface PositionOfParams extends DocumentParams {
  readonly place: PiecePlace;
}

/** Request to the server: which files of the corpus have problems that can be fixed safely. */
export const PREVIEW_FIXES = 'article/corpus/previewFixes';

/** What a person has open decides how a file is fixed: in the editor, or on disk. */
export interface OpenEditors {
  /** URIs of the documents that are in a tab or are not saved. */
  readonly open: readonly string[];
}

/** A request whose progress LSP's `$/progress` reports under a token of the client's. */
export interface LongRequest {
  readonly workDoneToken?: string | number;
}

export interface PreviewFixesParams extends OpenEditors, LongRequest {}

export interface PreviewFixesAnswer {
  /** In the order of their names. */
  readonly files: readonly FixableFile[];
  /** Files that have such problems and cannot be written. */
  readonly left: readonly LeftFile[];
  /** Whether files that are not open can be written from here. */
  readonly writesClosed: boolean;
}

export interface FixableFile {
  readonly uri: string;
  /** How many problems the fixes mend. */
  readonly problems: number;
  readonly isOpen: boolean;
  /** Names what the file held; for FIX_FILES. */
  readonly state: string;
}

/** A file that was left as it is. */
export interface LeftFile {
  readonly uri: string;
  /** A sentence. */
  readonly reason: string;
}

/** Request to the server: what differs in a file before and after its fixes; null when there is nothing to show. */
export const COMPARE_FIXES = 'article/corpus/compareFixes';

export interface CompareFixesParams extends OpenEditors {
  readonly uri: string;
}

/** Both sides, in short lines. */
export interface Comparison {
  readonly before: string;
  readonly after: string;
}

/**
 * Request to the server: fix these files, those that are open by edits of their documents, the others on disk. A file that
 * does not hold what it held when it was previewed is left as it is.
 */
export const FIX_FILES = 'article/corpus/fixFiles';

export interface FixFilesParams extends OpenEditors, LongRequest {
  readonly files: readonly Pick<FixableFile, 'uri' | 'state'>[];
  /** URI of a folder for copies of the files on disk as they were; without it, none of these is written. */
  readonly copies?: string;
}

/** Request to the server: give the files of which a folder has copies their bytes back. */
export const RESTORE_FILES = 'article/corpus/restoreFiles';

export interface RestoreFilesParams extends LongRequest {
  readonly copies: string;
  /** URIs of the documents that are not saved: their files stay as they are. */
  readonly unsaved: readonly string[];
}

/** What became of the files. Those after a cancellation are in neither list. */
export interface WrittenFiles {
  readonly written: readonly string[];
  readonly left: readonly LeftFile[];
}

/** Name of the file in a folder of copies that has a line for each of them. */
export const COPIES_MANIFEST = 'manifest.jsonl';

/** Request to the server: write the articles of the corpus, or of one file, as a table into a file. */
export const EXPORT = 'article/corpus/export';

export interface ExportParams extends LongRequest {
  readonly form: TableForm;
  /** CSV begins with a byte order mark, and what would run as a formula gets an apostrophe before it. */
  readonly forSpreadsheets: boolean;
  /** URI of the file to write. What is there now is replaced, unless it is an article. */
  readonly target: string;
  /** URI of the document or file whose articles are wanted; without it, all of the corpus. */
  readonly only?: string;
  /** URIs of the documents that are not saved: what is in them counts, not what is on disk. */
  readonly unsaved: readonly string[];
}

export interface ExportAnswer {
  /** Why nothing was written, as a sentence; absent when there was no obstacle. */
  readonly refused?: string;
  /** The table, for the client to write where the server cannot; absent when the server has written it. */
  readonly content?: readonly string[];
  /** Nothing was written: the request was cancelled before, or there are no articles. */
  readonly isStopped: boolean;
  readonly articles: number;
  /** Files that they are from. */
  readonly files: number;
  /** Files that the table leaves out. */
  readonly left: readonly LeftFile[];
  /** Files with articles of which no column holds all there is. */
  readonly damaged: readonly DamagedFile[];
  /** URIs of the files that are in the table as they are in an editor. */
  readonly unsaved: readonly string[];
}

export interface DamagedFile {
  readonly uri: string;
  /** How many articles did not come over whole. */
  readonly articles: number;
}
