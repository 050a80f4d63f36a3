/** The results of Stanford CoreNLP, counted. */
import fs from 'node:fs';
import path from 'node:path';
import type { Span } from '../../server/src/core/span';

/** A result, as CoreNLP writes it. */
export interface Annotation {
  readonly docId: string;
  readonly docDate?: string;
  readonly sentences: readonly Sentence[];
}

interface Sentence {
  readonly tokens: readonly Token[];
  readonly entitymentions: readonly Mention[];
}

export interface Token {
  readonly word: string;
  /** As it is written in the document. */
  readonly originalText: string;
  readonly characterOffsetBegin: number;
  readonly characterOffsetEnd: number;
  readonly codepointOffsetBegin: number;
}

interface Mention {
  readonly text: string;
  readonly normalizedNER?: string;
  readonly characterOffsetBegin: number;
}

/** A document that CoreNLP has read. */
export interface AnnotatedDocument {
  /** The name of its result. */
  readonly result: string;
  readonly content: string;
  readonly articles: readonly AnnotatedArticle[];
}

export interface AnnotatedArticle {
  readonly day: string;
  /** In the content, in UTF-16 units. */
  readonly title: Span;
  readonly text: Span;
}

export interface Figures {
  /** Articles whose document has no result, because another document's result has its name. */
  lost: number;
  sentences: number;
  /** Sentences with a marker, or a piece of one. */
  withMarker: number;
  titles: number;
  /** Titles that are a sentence, neither more nor less. */
  wholeTitles: number;
  /** Articles in which *last Tuesday* is the Tuesday of the week before. */
  rightDays: number;
}

const MARKER = /\b(?:[A-Z]-)+[A-Z]\b/;

export function readResult(folder: string, { result }: AnnotatedDocument): Annotation {
  return JSON.parse(fs.readFileSync(path.join(folder, result), 'utf8'));
}

/** Counts what has become of documents, which are in the order in which CoreNLP has read them. */
export function figuresOf(documents: readonly AnnotatedDocument[], folder: string): Figures {
  const figures: Figures = { lost: 0, sentences: 0, withMarker: 0, titles: 0, wholeTitles: 0, rightDays: 0 };
  const last = new Map(documents.map((document) => [document.result, document]));
  for (const document of documents) {
    if (last.get(document.result) === document) count(document, readResult(folder, document), figures);
    else figures.lost += document.articles.length;
    figures.titles += document.articles.filter(({ title }) => title.end > title.start).length;
  }
  return figures;
}

function count({ content, articles }: AnnotatedDocument, { sentences }: Annotation, figures: Figures): void {
  const spans = sentences.map(({ tokens }) => ({
    start: tokens[0]?.characterOffsetBegin ?? 0,
    end: tokens.at(-1)?.characterOffsetEnd ?? 0,
  }));
  const mentions = sentences.flatMap(({ entitymentions }) => entitymentions);
  figures.sentences += sentences.length;
  figures.withMarker += spans.filter(({ start, end }) => MARKER.test(content.slice(start, end))).length;
  for (const { day, title, text } of articles) {
    if (spans.some(({ start, end }) => start === title.start && end === title.end)) figures.wholeTitles++;
    const isRight = mentions.some(
      (mention) =>
        mention.text === 'last Tuesday' &&
        mention.characterOffsetBegin >= text.start &&
        mention.characterOffsetBegin < text.end &&
        mention.normalizedNER === tuesdayBefore(day),
    );
    if (isRight) figures.rightDays++;
  }
}

/** The Tuesday of the week before a day. Weeks begin on Monday. */
function tuesdayBefore(day: string): string {
  const date = new Date(day);
  const sinceMonday = (date.getUTCDay() + 6) % 7;
  date.setUTCDate(date.getUTCDate() - sinceMonday - 6);
  return date.toISOString().slice(0, 10);
}
