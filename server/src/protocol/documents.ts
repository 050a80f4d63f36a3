/** About one open document: what is in it, where to go, what to copy and to write. */

/** Parameters of a request about an open document, as in LSP. */
export interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

/** A cursor or an end of a selection, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** What the server calls itself in its diagnostics. Of each document it sends at most MOST_PROBLEMS; one more says that there are more. */
export const SOURCE = 'article';

/**
 * An outline with more symbols than this has the articles only: it is sent anew after each edit, and four of five symbols
 * in it are fields, which all have the same names. (VS Code's own JSON server stops at 5,000.)
 */
export const MOST_SYMBOLS = 10_000;

/** Request to the server: what it found in an open document; null when it is not open there. */
export const SUMMARY = 'article/summary';

export interface Summary {
  readonly articles: number;
  /** Words in the TEXT fields. */
  readonly words: number;
  /** URI of the `.articlerc.json` that decides for this document, if there is one. */
  readonly settingsFile?: string;
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

/** Request to the server: the edits that fix all that is safe to fix, as DocumentEdits; null when it is not open there. */
export const FIX_DOCUMENT = 'article/fixDocument';

/** Of the document as it is when the server gets the request; they do not overlap. */
export interface DocumentEdit {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly newText: string;
}

/**
 * Request to the server: an open document is not shown any more, and its answers have been thrown away. The answer, null,
 * comes behind the problems of its file.
 */
export const HIDDEN = 'article/hidden';
