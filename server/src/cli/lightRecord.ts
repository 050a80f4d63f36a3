/**
 * Records that cost next to nothing, for the first look at a corpus: articles that have something in common with another
 * one have it in these too. Only those few are looked at again, for their real records.
 */
import { type Article, ownMarkers } from '../core/article';
import type { HealthyArticle } from '../core/healthy';
import type { ParsedDocument } from '../core/parser';
import { textOf } from '../core/span';
import { type ArticleRecord, recordsOf } from '../corpus/record';
import { decodePart } from './origin';

const NOWHERE = { start: 0, end: 0 };

/** The record of an article that is proven healthy. Of its spans it says no more than that they are there. */
export function lightRecord(bytes: Uint8Array, { number, text }: HealthyArticle): ArticleRecord {
  return {
    number: decodePart(bytes.subarray(number.start, number.end)),
    date: '',
    title: '',
    span: NOWHERE,
    numberSpan: NOWHERE,
    textMarker: NOWHERE,
    words: 0,
    digest: lightDigest(bytes, text.start, text.end),
  };
}

/** The records of any other articles, with digests that can be compared with those of healthy ones. */
export function lightRecords(parsed: ParsedDocument): ArticleRecord[] {
  const withMarkers = parsed.articles.filter(({ markers }) => markers.length > 0);
  return recordsOf(parsed).map((record, index) => ({
    ...record,
    digest: record.digest && digestOfText(withMarkers[index] as Article),
  }));
}

function digestOfText({ fields, text }: Article): string | undefined {
  const field = fields.find((each) => each.format?.kind === 'text' && ownMarkers(each));
  if (!field) return undefined;
  // Line ends of all kinds count as LF, as in a real digest.
  const bytes = Buffer.from(textOf(text, field.value).replace(/\r\n?/g, '\n'));
  return lightDigest(bytes, 0, bytes.length);
}

const SAMPLES = 32;

/** The length of the bytes, and a hash of a few of them: the same for the same bytes, and seldom for others. */
function lightDigest(bytes: Uint8Array, start: number, end: number): string {
  const length = end - start;
  let hash = length;
  for (let i = 0; i < SAMPLES; i++) {
    hash = Math.imul(hash ^ (bytes[start + Math.floor((i * length) / SAMPLES)] as number), 0x01000193);
  }
  return `${length}.${hash}`;
}
