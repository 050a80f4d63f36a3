/**
 * Light records, which cost next to nothing, for the first pass over a corpus. If two articles share a trait, their light
 * records share it as well. Only the few articles of which that is true are read again, for full records.
 */
import type { Article, Field } from '../../../core/parse/article';
import type { ParsedDocument } from '../../../core/parse/parser';
import type { HealthyArticle } from '../../../core/parse/proof';
import { type Span, textOf, trimmed } from '../../../core/span';
import { type ArticleRecord, certainNumber, comparableText, numberIn } from '../../../corpus/articles/record';
import { sketchOf } from '../../../corpus/text/digest';
import { fromLatin1 } from '../../reading/origin';

/** Spans of light records only say that there is something. */
const NOWHERE = { start: 0, end: 0 };

/**
 * The record of an article proven healthy, whose values are bytes as Latin-1. While it is kept, all bytes that were read with it
 * stay in memory.
 */
export function lightRecord({ number, text }: HealthyArticle): ArticleRecord {
  return light(
    fromLatin1(number),
    NOWHERE,
    NOWHERE,
    sketchOf(text, false), // A proven article has no carriage return.
  );
}

/** The records of all other articles. Their sketches can be compared with those of healthy articles. */
export function lightRecords({ articles }: ParsedDocument): ArticleRecord[] {
  return articles.filter(({ markers }) => markers.length > 0).map(lightRecordOf);
}

function lightRecordOf(article: Article): ArticleRecord {
  const compared = comparableText(article);
  return light(
    numberIn(article),
    certainNumber(article) && NOWHERE,
    compared && NOWHERE,
    compared && sketchOfBytes(article.text, compared),
  );
}

/** Properties are listed one by one: a spread takes as long as all else that is done with a healthy article. */
function light(
  number: string,
  numberSpan: Span | undefined,
  textMarker: Span | undefined,
  sketch: number | undefined,
): ArticleRecord {
  return { number, date: '', title: '', words: 0, span: NOWHERE, numberSpan, textMarker, digest: undefined, sketch };
}

/** The sketch of a text, as that of a healthy article, which is not decoded. */
export function sketchOfBytes(text: string, { value }: Field): number {
  return sketchOf(Buffer.from(textOf(text, trimmed(text, value))).toString('latin1'));
}
