/**
 * Full records of the articles that the rules across files compare, without date, title and words. Digests and sketches are of
 * bytes, and a proven article is not decoded: where every article has a duplicate, every one is read twice.
 */
import { Buffer } from 'node:buffer';
import { FIELDS, markerText, SUFFIX, type ValueKind } from '../../../core/format';
import { type Article, markedSpan } from '../../../core/parse/article';
import type { HealthyArticle } from '../../../core/parse/proof';
import { textOf } from '../../../core/span';
import { type ArticleRecord, certainNumber, comparableText, numberIn } from '../../../corpus/articles/record';
import { copied } from '../../../corpus/text/copied';
import { digestOfUtf8, sketchOf, withLf } from '../../../corpus/text/digest';
import { fromLatin1, unitsOf } from '../../reading/origin';
import { sketchOfBytes } from './lightRecord';

const FIRST_START = markerText(FIELDS[0]?.marker ?? '', 'start');
const NUMBER = markersOf('number');
const TEXT = markersOf('text');

/** The record of an article proven healthy, from its bytes, also given as Latin-1. */
export function healthyRecord(bytes: Buffer, latin1: string, healthy: HealthyArticle): ArticleRecord {
  const number = copied(fromLatin1(healthy.number));
  // All before the number is ASCII, so bytes are units there.
  const numberAt = latin1.indexOf(healthy.number, placeOf(latin1, NUMBER).start);
  const text = placeOf(latin1, TEXT);
  const markerAt = unitsOf(bytes.subarray(0, text.marker));
  const last = latin1.lastIndexOf(SUFFIX.end) + SUFFIX.end.length;
  return {
    number,
    date: '',
    title: '',
    words: 0,
    span: { start: latin1.indexOf(FIRST_START), end: unitsOf(bytes.subarray(0, last)) },
    numberSpan: { start: numberAt, end: numberAt + number.length },
    textMarker: { start: markerAt, end: markerAt + TEXT.start.length },
    digest: digestOfUtf8(bytes.subarray(text.start, text.end)),
    sketch: sketchOf(healthy.text, false), // A proven article has no carriage return.
  };
}

/** The number of an article proven healthy, verbatim, from its bytes as Latin-1. */
export function healthyNumber(latin1: string): string {
  const { start, end } = placeOf(latin1, NUMBER);
  return fromLatin1(latin1.slice(start, end));
}

/** The record of any other article. */
export function fullRecord(article: Article): ArticleRecord {
  const compared = comparableText(article);
  const digest = compared && digestOfUtf8(Buffer.from(withLf(textOf(article.text, compared.value))));
  return {
    number: numberIn(article),
    date: '',
    title: '',
    words: 0,
    span: markedSpan(article),
    numberSpan: certainNumber(article),
    textMarker: compared?.start && { start: compared.start.start, end: compared.start.end },
    digest,
    sketch: compared && sketchOfBytes(article.text, compared),
  };
}

function markersOf(kind: ValueKind) {
  const letters = FIELDS.find((row) => row.kind === kind)?.marker ?? '';
  return { start: markerText(letters, 'start'), end: markerText(letters, 'end') };
}

/** Where a proven article has a START, and the value after it. Its values contain nothing like a marker. */
function placeOf(latin1: string, { start, end }: ReturnType<typeof markersOf>) {
  const marker = latin1.indexOf(start);
  const after = marker + start.length;
  // One white-space character on each side is no part of the value.
  return { marker, start: after + 1, end: latin1.indexOf(end, after) - 1 };
}
