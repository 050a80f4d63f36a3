/**
 * Light records, which cost next to nothing, for the first pass over a corpus. If two articles share a trait, their light
 * records share it as well. Only the few articles of which that is true are read again, for full records.
 */
import { type Article, ownMarkers } from '../../../core/parse/article';
import type { ParsedDocument } from '../../../core/parse/parser';
import type { HealthyArticle } from '../../../core/parse/proof';
import { textOf, trimmed } from '../../../core/span';
import { type ArticleRecord, recordsOf } from '../../../corpus/articles/record';
import { sketchOf } from '../../../corpus/text/digest';

const NOT_ASCII = /[^\0-\x7f]/;

const NOWHERE = { start: 0, end: 0 };

/**
 * The record of an article proven healthy, whose values are bytes as Latin-1. Its spans only say that there is
 * something. While it is kept, all bytes that were read with it stay in memory.
 */
export function lightRecord({ number, text }: HealthyArticle): ArticleRecord {
  return {
    number: NOT_ASCII.test(number) ? Buffer.from(number, 'latin1').toString() : number,
    date: '',
    title: '',
    words: 0,
    span: NOWHERE,
    numberSpan: NOWHERE,
    textMarker: NOWHERE,
    digest: undefined,
    sketch: sketchOf(text, false), // A proven article has no carriage return.
  };
}

/** The records of all other articles. Their sketches can be compared with those of healthy articles. */
export function lightRecords(parsed: ParsedDocument): ArticleRecord[] {
  const withMarkers = parsed.articles.filter(({ markers }) => markers.length > 0);
  return recordsOf(parsed).map((record, index) => ({
    ...record,
    sketch: record.digest === undefined ? undefined : sketchOfBytes(withMarkers[index] as Article),
  }));
}

function sketchOfBytes({ fields, text }: Article): number | undefined {
  const field = fields.find((each) => each.format?.kind === 'text' && ownMarkers(each));
  return field && sketchOf(Buffer.from(textOf(text, trimmed(text, field.value))).toString('latin1'));
}
