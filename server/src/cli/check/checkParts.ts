/** Checks one document part by part. The verdict is the same as that of `checking` on the whole document. */
import { factFindings, NOT_UTF_8 } from '../../core/fileFindings';
import { parsePart } from '../../core/parse/parser';
import type { HealthyArticle } from '../../core/parse/proof';
import { type ByteFacts, byteFacts, type InvalidByte } from '../../core/text/byteFacts';
import { numbered } from '../../corpus/articles/numbered';
import { lineStarts } from '../../corpus/text/lines';
import { articleFindings, type Terms, withSeverities } from '../../corpus/verdict/checkFile';
import { afterBytes, afterText, BEGINNING, type Origin, partText, placeAfter } from '../reading/origin';
import type { Part } from '../reading/parts';
import type { ArticleNotes } from './across/articleNotes';
import { lightRecord, lightRecords } from './across/lightRecord';
import { type CheckedRange, moved } from './checkedRange';
import type { Figures } from './figures';
import { Proofs, type Report, type ReportedFinding, reported, reportedFile } from './report';

export interface CheckTask {
  readonly file: string;
  readonly terms: Terms;
  /** Called for each finding, in the order of their places; findings about the file as a whole come last. */
  readonly report: Report;
  /** Notes the articles for the rules across files; undefined if these are off. */
  readonly notes: ArticleNotes | undefined;
  /** Counts the articles; undefined if nobody asks for that. */
  readonly figures: Figures | undefined;
}

export class PartsCheck {
  /** How many articles there are so far. */
  count = 0;
  private origin: Origin = BEGINNING;
  private hasMark = false;
  private invalid: InvalidByte | undefined;
  private readonly lineEnds = { CRLF: 0, LF: 0, CR: 0 };
  /**
   * Findings before the first marker. They are dropped if no marker follows, because the document is then not an
   * article.
   */
  private held: ReportedFinding[] = [];

  constructor(private readonly task: CheckTask) {}

  add(part: Part): void {
    if (part.healthy) this.passOver(part, part.healthy);
    else this.lookAt(part);
  }

  /** Adds what a worker has found in the next range of the document. */
  take({ findings, count, origin, facts, notes, figures }: CheckedRange): void {
    const before = { origin: this.origin, count: this.count };
    this.count += count;
    for (const finding of findings) this.task.report(moved(finding, before));
    this.merge(facts, this.origin.byte === 0);
    if (notes) this.task.notes?.take(notes, { from: 0, to: notes.parts[0]?.length ?? 0 }, { from: 0, to: count });
    if (figures) this.task.figures?.add(figures);
    this.origin = placeAfter(this.origin, origin);
  }

  /** Whether a finding on U+FFFD would be dropped, because a byte that is not UTF-8 came before it. */
  get isUndecoded(): boolean {
    return this.undecodedFrom() !== undefined;
  }

  /** What has been found besides findings, as of a range of a document. */
  get range(): Pick<CheckedRange, 'count' | 'origin' | 'facts'> {
    const { count, origin, hasMark, invalid, lineEnds } = this;
    return { count, origin, facts: { hasMark, invalid, lineEnds } };
  }

  /** To be called after the last part, if the document is an article. */
  end(): void {
    this.release();
    const { file, terms, report } = this.task;
    const { hasMark, invalid, lineEnds } = this;
    if (!hasMark && !invalid && lineEnds.CRLF + lineEnds.CR === 0) return;
    for (const finding of withSeverities(factFindings({ hasMark, invalid, lineEnds }), terms.severities)) {
      report(reportedFile(file, finding));
    }
  }

  private report(finding: ReportedFinding): void {
    if (this.count > 0) this.task.report(finding);
    else this.held.push(finding);
  }

  private release(): void {
    for (const finding of this.held) this.task.report(finding);
    this.held = [];
  }

  private passOver({ bytes, start, end, final }: Part, healthy: HealthyArticle): void {
    const { notes, figures } = this.task;
    const raw = bytes.subarray(start, end);
    for (let at = raw.indexOf(0x0a); at !== -1; at = raw.indexOf(0x0a, at + 1)) this.lineEnds.LF++;
    this.count++;
    notes?.article(lightRecord(healthy));
    figures?.addHealthy(healthy);
    this.goOn(raw.length, final ? this.origin : afterBytes(this.origin, raw));
  }

  private lookAt({ bytes, start, end, first, final }: Part): void {
    const { file, terms, notes, figures } = this.task;
    const raw = bytes.subarray(start, end);
    const facts = byteFacts(raw);
    const text = partText(raw, first);
    this.merge(facts, first);
    const parsed = parsePart(text, first, final);
    const articles = [...numbered(parsed, this.count)];
    const placed = { file, text, lines: lineStarts(text), origin: this.origin };
    const indexes = new Map(articles.map(({ article, index }) => [article, index]));
    const findings = articleFindings(parsed, terms, this.undecodedFrom());
    const proofs = new Proofs(findings);
    for (const finding of findings) this.report(reported(placed, finding, indexes.get(finding.article), proofs));
    this.count += articles.length;
    if (notes) for (const record of lightRecords(parsed)) notes.article(record);
    figures?.addParsed(parsed);
    if (this.count > 0) this.release();
    this.goOn(raw.length, final ? this.origin : afterText(this.origin, text, raw.length));
  }

  /** Ends a part of so many bytes. */
  private goOn(length: number, next: Origin): void {
    this.task.notes?.part(length, this.origin, next);
    this.origin = next;
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
}
