/** Full records of a part's articles, for the few articles that the rules across files compare. */
import { isUtf8 } from 'node:buffer';
import { parsePart } from '../../../core/parse/parser';
import { type HealthyArticle, healthyArticle, UTF_8 } from '../../../core/parse/proof';
import type { Span } from '../../../core/span';
import { type ArticleName, numbered, numberOf, textValueOf } from '../../../corpus/articles/numbered';
import { type ArticleRecord, KeptRecord } from '../../../corpus/articles/record';
import { copied } from '../../../corpus/text/copied';
import { type LineStarts, lineStarts, type Range } from '../../../corpus/text/lines';
import { fromLatin1, type Origin, partText } from '../../reading/origin';
import { rangeIn } from '../report';
import { fullRecord, healthyNumber, healthyRecord } from './fullRecord';
import { lightRecord, lightRecords } from './lightRecord';

/** A part of a file that has been read a second time. */
export interface ReadPart {
  readonly origin: Origin;
  /** Its length in bytes. */
  readonly length: number;
  readonly lines: LineStarts;
}

/** An article that a rule across files compares, without its text. There may be a million of them. */
export class ComparedArticle extends KeptRecord {
  constructor(
    record: ArticleRecord,
    readonly name: ArticleName,
    readonly part: ReadPart,
    base: number,
  ) {
    super(record, base);
  }

  /** Lines and columns of a span of it. */
  rangeOf(span: Span): Range {
    return rangeIn(this.part, this.inPart(span));
  }

  /** A span of it with offsets from the start of its part. */
  inPart({ start, end }: Span): Span {
    const { offset } = this.part.origin;
    return { start: start - offset, end: end - offset };
  }
}

/** Where a part is in its file. */
export interface PartPlace {
  readonly origin: Origin;
  /** How many articles are before it. */
  readonly before: number;
  readonly final: boolean;
}

/** An article with its full record, and the light one by which it is recognised. */
export interface Looked {
  readonly article: ComparedArticle;
  readonly light: ArticleRecord;
  /** Its text; empty if it has none. */
  readonly text: () => string;
}

/** The articles of a part, in order. */
export function comparedArticles(bytes: Buffer, { origin, before, final }: PartPlace): Looked[] {
  const first = origin.byte === 0;
  const latin1 = bytes.toString('latin1');
  const healthy = healthyPart(bytes, latin1);
  const text = healthy && !bytes.includes(LF) ? '' : partText(bytes, first);
  const part = { origin, length: bytes.length, lines: lineStarts(text) };
  if (healthy) {
    const name = { number: copied(healthyNumber(latin1)), index: before + 1 };
    const article = new ComparedArticle(healthyRecord(bytes, latin1, healthy), name, part, origin.offset);
    return [{ article, light: lightRecord(healthy), text: () => fromLatin1(healthy.text) }];
  }
  const parsed = parsePart(text, first, final);
  const lights = lightRecords(parsed);
  return [...numbered(parsed, before)].map(({ article, index, base }, place) => {
    const number = numberOf(article);
    const name = { number: number === null ? null : copied(number), index };
    const compared = new ComparedArticle(fullRecord(article), name, part, origin.offset + base);
    return { article: compared, light: lights[place] as ArticleRecord, text: () => textValueOf(article) };
  });
}

/** Only the texts of a part's articles, in order. */
export function textsOfArticles(bytes: Buffer, { origin, final }: PartPlace): string[] {
  const healthy = healthyPart(bytes, bytes.toString('latin1'));
  if (healthy) return [fromLatin1(healthy.text)];
  const first = origin.byte === 0;
  return [...numbered(parsePart(partText(bytes, first), first, final))].map(({ article }) => textValueOf(article));
}

/** The only line end that a proven article may have. */
const LF = 0x0a;

/** The article in bytes that are one proven healthy. Its dates may be in the future, which no record depends on. */
function healthyPart(bytes: Buffer, latin1: string): HealthyArticle | undefined {
  const healthy = isUtf8(bytes) ? healthyArticle(latin1, 0, UTF_8) : undefined;
  return healthy?.end === bytes.length ? healthy : undefined;
}
