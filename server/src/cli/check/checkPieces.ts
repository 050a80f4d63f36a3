/** The check of one document, piece by piece: the same verdict as `checkFile` on the whole. */
import { type ByteFacts, byteFacts, factFindings, type InvalidByte, NOT_UTF_8 } from '../../core/fileFindings';
import { parsePart } from '../../core/parse/parser';
import { wordsOf } from '../../core/parse/words';
import { type Span, shifted } from '../../core/span';
import { articleFindings, decode, type Terms, withSeverities } from '../../corpus/checkFile';
import { copied } from '../../corpus/copied';
import { lineStarts } from '../../corpus/lines';
import { type ArticleName, type NumberedArticle, numbered, numberOf } from '../../corpus/numbered';
import { type ArticleRecord, recordsOf } from '../../corpus/record';
import { BEGINNING, behindBytes, behindText, decodePart, type Origin } from '../input/origin';
import type { Piece } from '../input/pieces';
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

/** Where a span of a record stands. */
export interface Located {
  readonly range: Range;
  readonly excerpt: Excerpt | undefined;
  /** The article that it is in. */
  readonly article: ArticleName;
}

/** What is known of a document's articles when its check has ended, for the rules across files. */
export interface Articles {
  readonly records: ArticleRecord[];
  /** Words in their texts; undefined where the records are light ones. */
  readonly words: number | undefined;
  /** The places of the records' spans; undefined where the records are light ones. */
  readonly located: WeakMap<Span, Located> | undefined;
}

export interface CheckOptions {
  readonly file: string;
  readonly terms: Terms;
  /** Keep real records and their places, not light ones. */
  readonly exact: boolean;
  /** Is told of each finding, in the order of their places, those of the file as a whole last. */
  readonly report: Report | undefined;
}

export class PiecesCheck implements Articles {
  readonly records: ArticleRecord[] = [];
  words: number | undefined;
  readonly located: WeakMap<Span, Located> | undefined;
  private origin: Origin = BEGINNING;
  private hasMark = false;
  private invalid: InvalidByte | undefined;
  private readonly lineEnds = { CRLF: 0, LF: 0, CR: 0 };
  /** Findings before the first marker: without one, the document is no article, and they are of no interest. */
  private held: ReportedFinding[] = [];

  constructor(private readonly options: CheckOptions) {
    if (!options.exact) return;
    this.located = new WeakMap();
    this.words = 0;
  }

  add(piece: Piece): void {
    if (piece.healthy && !this.options.exact) {
      this.records.push(lightRecord(piece.healthy));
      this.passOver(piece);
    } else {
      this.lookAt(piece);
    }
  }

  /** To be called after the last piece of what is an article. */
  end(): void {
    this.release();
    const { file, terms, report } = this.options;
    const { hasMark, invalid, lineEnds } = this;
    if (!hasMark && !invalid && lineEnds.CRLF + lineEnds.CR === 0) return;
    for (const finding of withSeverities(factFindings({ hasMark, invalid, lineEnds }), terms.severities)) {
      report?.(reportedFile(file, finding));
    }
  }

  private report(finding: ReportedFinding): void {
    if (this.records.length > 0) this.options.report?.(finding);
    else this.held.push(finding);
  }

  private release(): void {
    for (const finding of this.held) this.options.report?.(finding);
    this.held = [];
  }

  private passOver({ bytes, start, end, final }: Piece): void {
    const raw = bytes.subarray(start, end);
    for (let at = raw.indexOf(0x0a); at !== -1; at = raw.indexOf(0x0a, at + 1)) this.lineEnds.LF++;
    if (!final) this.origin = behindBytes(this.origin, raw);
  }

  private lookAt({ bytes, start, end, healthy, first, final }: Piece): void {
    const { file, terms, exact, report } = this.options;
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
    if (!final) this.origin = behindText(this.origin, text, raw.length);
  }

  /** Where in the piece at hand, or before it, the first byte stands that is not UTF-8, if that is a finding. */
  private undecodedFrom(): number | undefined {
    const { invalid, origin } = this;
    const isFinding = invalid && this.options.terms.severities[NOT_UTF_8.code] !== 'off';
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

  /** The records with the document's offsets, and the places of their spans noted down. */
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

/** The same characters without the text that they were cut from, which memory would hold on to. */
function detached({ before, marked, after }: Excerpt): Excerpt {
  const [a = '', b = '', c = ''] = JSON.parse(JSON.stringify([before, marked, after]));
  return { before: a, marked: b, after: c };
}
