/** Requests about one open document: content, navigation, copying and writing. */
import type { Position, Range } from '../corpus/text/lines';

export type { Position };

/** Parameters of a request about an open document, as in LSP. */
export interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

/** The server's name in its diagnostics. It sends at most MOST_PROBLEMS for a document, and then one that says that there are more. */
export const SOURCE = 'article';

/**
 * An outline with more symbols than this contains only the articles. It is sent again after each edit, and four of five
 * symbols in it are fields, which have the same names in all articles. (VS Code's own JSON server stops at 5,000.)
 */
export const MOST_SYMBOLS = 10_000;

/** Request to the server: counts for an open document, as a Summary; null if the server does not have it open. */
export const SUMMARY = 'article/summary';

export interface Summary {
  readonly articles: number;
  /** Words in the TEXT fields. */
  readonly words: number;
  /** URI of the `.articlerc.json` that applies to this document, if there is one. */
  readonly settingsFile?: string;
}

/** Request to the server: the article and field at a position, as a Place; null if there is no article. */
export const PLACE = 'article/place';

export interface PlaceParams extends DocumentParams {
  readonly position: Position;
}

export interface Place {
  /** The display name of the field at the position, if there is one. */
  readonly field?: string;
  /** Index of the article, from 1, and the number of articles. */
  readonly article: number;
  readonly articles: number;
  /** Words in the article's TEXT. */
  readonly words: number;
}

/** Request to the server: the position of the next or previous article, field or sentence; null if there is none. */
export const NEIGHBOUR = 'article/neighbour';

export interface NeighbourParams extends PlaceParams {
  /** A sentence is one that CoreNLP has found. */
  readonly unit: 'article' | 'field' | 'sentence';
  readonly way: 'next' | 'previous';
}

/** Request to the server: one string to copy for each article that the ranges touch. */
export const COPY = 'article/copy';

export interface CopyParams extends DocumentParams {
  readonly ranges: readonly Range[];
  readonly what: 'title' | 'text' | 'citation';
}

/** Request to the server: a new article after the one at a position, as a snippet; null if the server does not have the document open. */
export const NEW_ARTICLE = 'article/newArticle';

export interface NewArticle {
  readonly position: Position;
  /** In the syntax of LSP's snippets. */
  readonly snippet: string;
}

/** Request to the server: the fields that a selection can become; null if the server does not have the document open. */
export const WRAP = 'article/wrap';

export interface WrapParams extends DocumentParams {
  readonly range: Range;
}

export interface Wrap {
  /** The fields that the selection can become. */
  readonly fields: readonly WrapField[];
  /** Why it can become no field, as a sentence; absent if it can. */
  readonly refusal?: string;
}

export interface WrapField {
  readonly name: string;
  /** A short description of the field; empty for a user-defined field. */
  readonly doc: string;
  /** The two markers, with the white space that they need. The edits do not overlap. */
  readonly edits: readonly { readonly position: Position; readonly text: string }[];
}

/** Request to the server: the edits that fix all safe problems, as DocumentEdits; null if the server does not have the document open. */
export const FIX_DOCUMENT = 'article/fixDocument';

/** An edit of the document as it is when the server receives the request. Edits do not overlap. */
export interface DocumentEdit {
  readonly range: Range;
  readonly newText: string;
}

/**
 * Request to the server: an open document is not shown any more, and the client has discarded its problems. The answer, null,
 * comes after the server has published the problems of its file.
 */
export const HIDDEN = 'article/hidden';
