/**
 * Records that cost next to nothing, for the first look at a corpus: articles that have something in common with another
 * one have it in these too. Only those few are looked at again, for their real records.
 */
import { type Article, ownMarkers } from '../core/article';
import type { HealthyArticle } from '../core/healthy';
import type { ParsedDocument } from '../core/parser';
import { textOf, trimmed } from '../core/span';
import { type ArticleRecord, copied, recordsOf } from '../corpus/record';

const NOT_ASCII = /[^\0-\x7f]/;

const NOWHERE = { start: 0, end: 0 };

/** The record of an article that is proven healthy, in bytes as Latin-1. Of its spans it says no more than that they are there. */
export function lightRecord({ number, text }: HealthyArticle): ArticleRecord {
  return {
    number: NOT_ASCII.test(number) ? Buffer.from(number, 'latin1').toString() : copied(number),
    date: '',
    title: '',
    span: NOWHERE,
    numberSpan: NOWHERE,
    textMarker: NOWHERE,
    digest: lightDigest(text),
    sketch: undefined,
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
  const value = textOf(text, trimmed(text, field.value)).replace(/\r\n?/g, '\n');
  return lightDigest(Buffer.from(value).toString('latin1'));
}

const SAMPLES = 8;

/** The length of a text, which has bytes for units, and a hash of a few of them: the same for the same text, seldom for others. */
function lightDigest(text: string): string {
  let hash = text.length;
  for (let i = 0; i < SAMPLES; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(Math.floor((i * text.length) / SAMPLES)), 0x01000193);
  }
  return `${text.length}.${hash}`;
}
