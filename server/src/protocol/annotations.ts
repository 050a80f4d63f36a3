/** What Stanford CoreNLP has found in a document. */
import type { EntityKind } from '../corpus/corenlp/wording';
import type { DocumentParams, Position } from './documents';

export type { EntityKind };

/**
 * Request to the server: the sentences and entities that touch a range of an open document, as ShownAnnotations; null if the
 * document has changed meanwhile.
 */
export const ANNOTATIONS = 'article/annotations';

export interface AnnotationsParams extends DocumentParams {
  readonly range: PlainRange;
}

/** A range as in LSP. */
interface PlainRange {
  readonly start: Position;
  readonly end: Position;
}

/** The answer is about at most so many articles. */
export const MOST_ANNOTATED = 100;

export interface ShownAnnotations {
  readonly sentences: readonly AnnotatedSentence[];
  readonly entities: readonly AnnotatedEntity[];
  /** Why results of these articles are not shown, as a sentence; absent if nothing prevents it. */
  readonly note?: string;
}

export interface AnnotatedSentence {
  /** Its index in its article, or in the file if CoreNLP has read the file itself; from 1. */
  readonly index: number;
  readonly range: PlainRange;
}

export interface AnnotatedEntity {
  readonly kind: EntityKind;
  /** Its type in words. */
  readonly name: string;
  readonly range: PlainRange;
}

/** Notification to the client: there may be other results for open documents now. */
export const ANNOTATIONS_CHANGED = 'article/annotations/changed';
