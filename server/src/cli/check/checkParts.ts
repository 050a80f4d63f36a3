/** Checks one document part by part. The verdict is the same as that of `checkFile` on the whole document. */
import { type ByteFacts, byteFacts, factFindings, type InvalidByte, NOT_UTF_8 } from '../../core/fileFindings';
import { parsePart } from '../../core/parse/parser';
import { wordsOf } from '../../core/parse/words';
import { type Span, shifted } from '../../core/span';
import { articleFindings, decode, type Terms, withSeverities } from '../../corpus/checkFile';
import { copied } from '../../corpus/copied';
import { lineStarts } from '../../corpus/lines';
import { type ArticleName, type NumberedArticle, numbered, numberOf } from '../../corpus/numbered';
import { type ArticleRecord, recordsOf } from '../../corpus/record';
import { afterBytes, afterText, BEGINNING, decodePart, type Origin } from '../input/origin';
import type { Part } from '../input/parts';
import { lightRecord, lightRecords } from './lightRecord';
import {
  type Excerpt,
  excerptOf,
  type PlacedText,
  type Range,
  type Report,
  type ReportedFinding,
  rangeIn,
  reported,
  reportedFile,
} from './report';

/** The place of a span of a record. */
export interface Located {
  readonly range: Range;
  readonly excerpt: Excerpt | undefined;
  /** The article that contains it. */
  readonly article: ArticleName;
}

/** The articles of a document after its check, for the rules across files. */
export interface Articles {
  readonly records: ArticleRecord[];
  /** The number of words in their texts; undefined if the records are light ones. */
  readonly words: number | undefined;
  /** The places of the records' spans; undefined if the records are light ones. */
  readonly located: WeakMap<Span, Located> | undefined;
}

export interface CheckTask {
  readonly file: string;
  readonly terms: Terms;
  /** Keep full records with their places, not light ones. */
  readonly exact: boolean;
  /** Called for each finding, in the order of their places; findings about the file as a whole come last. */
  readonly report: Report | undefined;
}

export class PartsCheck implements Articles {
  readonly records: ArticleRecord[] = [];
  words: number | undefined;
  readonly located: WeakMap<Span, Located> | undefined;
  private origin: Origin = BEGINNING;
  private hasMark = false;
  private invalid: InvalidByte | undefined;
  private readonly lineEnds = { CRLF: 0, LF: 0, CR: 0 };
  /**
   * Findings before the first marker. They are dropped if no marker follows, because the document is then not an
   * article.
   */
  private held: ReportedFinding[] = [];

  constructor(private readonly task: CheckTask) {
    if (!task.exact) return;
    this.located = new WeakMap();
    this.words = 0;
  }

  add(part: Part): void {
    if (part.healthy && !this.task.exact) {
      this.records.push(lightRecord(part.healthy));
      this.passOver(part);
    } else {
      this.lookAt(part);
    }
  }

  /** To be called after the last part, if the document is an article. */
  end(): void {
    this.release();
    const { file, terms, report } = this.task;
    const { hasMark, invalid, lineEnds } = this;
    if (!hasMark && !invalid && lineEnds.CRLF + lineEnds.CR === 0) return;
    for (const finding of withSeverities(factFindings({ hasMark, invalid, lineEnds }), terms.severities)) {
      report?.(reportedFile(file, finding));
    }
  }

  private report(finding: ReportedFinding): void {
    if (this.records.length > 0) this.task.report?.(finding);
    else this.held.push(finding);
  }

  private release(): void {
    for (const finding of this.held) this.task.report?.(finding);
    this.held = [];
  }

  private passOver({ bytes, start, end, final }: Part): void {
    const raw = bytes.subarray(start, end);
    for (let at = raw.indexOf(0x0a); at !== -1; at = raw.indexOf(0x0a, at + 1)) this.lineEnds.LF++;
    if (!final) this.origin = afterBytes(this.origin, raw);
  }

  private lookAt({ bytes, start, end, healthy, first, final }: Part): void {
    const { file, terms, exact, report } = this.task;
    const raw = bytes.subarray(start, end);
    const facts = byteFacts(raw);
    const text = first ? decode(raw) : decodePart(raw);
    this.merge(facts, first);
    const parsed = parsePart(text, first, final);
    const placed = { file, text, lines: lineStarts(text), origin: this.origin };
    const articles = [...numbered(parsed, this.records.length)];
    if (report && !healthy) {
      const indexes = new Map(articles.map(({ article, index }) => [article, index]));
      for (const finding of articleFindings(parsed, terms, this.undecodedFrom()))
        this.report(reported(placed, finding, indexes.get(finding.article)));
    }
    if (this.words !== undefined) for (const article of parsed.articles) this.words += wordsOf(article);
    const records = exact ? this.locate(recordsOf(parsed), articles, placed) : lightRecords(parsed);
    for (const record of records) this.records.push(record);
    if (this.records.length > 0) this.release();
    if (!final) this.origin = afterText(this.origin, text, raw.length);
  }

  /**
   * The offset in this part of the document's first byte that is not UTF-8, negative if it is before the part; only
   * if it is a finding.
   */
  private undecodedFrom(): number | undefined {
    const { invalid, origin } = this;
    const isFinding = invalid && this.task.terms.severities[NOT_UTF_8.code] !== 'off';
    return isFinding ? invalid.offset - origin.offset : undefined;
  }

  private merge({ hasMark, invalid, lineEnds }: ByteFacts, first: boolean): void {
    const { origin } = this;
    if (first) this.hasMark = hasMark;
    for (const kind of ['CRLF', 'LF', 'CR'] as const) this.lineEnds[kind] += lineEnds[kind];
    this.invalid ??= invalid && {
      byte: invalid.byte,
      at: origin.byte + invalid.at,
      line: origin.line + invalid.line,
      character: (invalid.line === 0 ? origin.character : 0) + invalid.character,
      offset: origin.offset + invalid.offset,
    };
  }

  /** The records with offsets in the document. The places of their spans go into `located`. */
  private locate(
    records: readonly ArticleRecord[],
    articles: readonly NumberedArticle[],
    placed: PlacedText,
  ): ArticleRecord[] {
    const noted = <S extends Span | undefined>(span: S, article: ArticleName): S => {
      if (!span) return span;
      const inDocument = shifted(span, placed.origin.offset) as S & Span;
      const excerpt = detached(excerptOf(placed.text, span));
      this.located?.set(inDocument, { range: rangeIn(placed, span), excerpt, article });
      return inDocument;
    };
    return records.map((record, place) => {
      const { article, index } = articles[place] as NumberedArticle;
      const number = numberOf(article);
      const name = { number: number === null ? null : copied(number), index };
      return {
        ...record,
        span: noted(record.span, name),
        numberSpan: noted(record.numberSpan, name),
        textMarker: noted(record.textMarker, name),
      };
    });
  }
}

/** The same characters as new strings. A slice of a string would keep the whole text in memory. */
function detached({ before, marked, after }: Excerpt): Excerpt {
  const [a = '', b = '', c = ''] = JSON.parse(JSON.stringify([before, marked, after]));
  return { before: a, marked: b, after: c };
}
