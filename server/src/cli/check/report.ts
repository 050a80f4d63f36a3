/** Findings as the reporters get them, each with its place in its file. */
import type { FileFinding } from '../../core/fileFindings';
import { addTo } from '../../core/grouping';
import type { Article } from '../../core/parse/article';
import type { Fix } from '../../core/repair/edit';
import { isFaithful } from '../../core/repair/faithful';
import type { Finding, Severity } from '../../core/rules';
import { type Span, shifted, textOf } from '../../core/span';
import { safeFixes } from '../../core/writing/fixAll';
import { type ArticleName, numberOf } from '../../corpus/articles/numbered';
import { type LineStarts, type Range, rangeAt } from '../../corpus/text/lines';
import type { ArticleFinding } from '../../corpus/verdict/checkFile';
import { type Origin, positionAfter } from '../reading/origin';

export interface ReportedFinding {
  /** The name of the file as in the call; `-` for standard input. */
  readonly file: string;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** UTF-16 offsets in the document. */
  readonly span: Span;
  /** Its article; null if it is about the file as a whole, or about text outside all articles. */
  readonly article: ArticleName | null;
  /** The text of the span, or the part of it that is still in memory. */
  readonly marked: string;
  /** The tier of its first fix that changes no other value; null if there is none. */
  readonly fix: Fix['tier'] | null;
  /** Whether the command `fix` mends it. For this, no suggested fix is proven, so it takes less time than `fix`. */
  readonly isFixable: boolean;
  readonly related: readonly { readonly file: string; readonly range: Range; readonly message: string }[];
  /** The text around it; undefined if it is about the file as a whole, or the text is no longer in memory. */
  readonly excerpt: Excerpt | undefined;
}

/** A finding's text with the text around it on its line, cut to the length of a terminal line. */
export interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

export type Report = (finding: ReportedFinding) => void;

/** A part of a document as text, with its place in the document. */
export interface PlacedText {
  readonly file: string;
  readonly text: string;
  readonly lines: LineStarts;
  readonly origin: Origin;
}

/**
 * A finding in an article that begins at `base` of the text. `index` is the article's place in its file, undefined for
 * text outside all articles.
 */
export function reported(
  placed: PlacedText,
  { finding, article, base }: ArticleFinding,
  index: number | undefined,
  proofs: Proofs,
): ReportedFinding {
  const { file, origin } = placed;
  const { code, severity, message } = finding;
  // Not `shifted`, because the span of a finding may be a marker, with more in it than its place.
  const span = { start: base + finding.span.start, end: base + finding.span.end };
  return {
    file,
    code,
    severity,
    message,
    range: rangeIn(placed, span),
    span: shifted(span, origin.offset),
    get article() {
      return index === undefined ? null : { number: numberOf(article), index };
    },
    get marked() {
      return textOf(placed.text, span);
    },
    get fix() {
      return proofs.tierOf(article, finding);
    },
    get isFixable() {
      return proofs.isFixable(article, finding);
    },
    related: (finding.related ?? []).map((related) => ({
      file,
      range: rangeIn(placed, shifted(related.span, base)),
      message: related.message,
    })),
    get excerpt() {
      return excerptOf(placed.text, span);
    },
  };
}

/** A finding in a file's bytes. */
export function reportedFile(file: string, finding: FileFinding & { readonly severity: Severity }): ReportedFinding {
  const { code, severity, advice, line, character, offset, length } = finding;
  const message = advice ? `${finding.message} ${advice.commandLine}` : finding.message;
  const range = { start: { line, character }, end: { line, character: character + length } };
  const span = { start: offset, end: offset + length };
  return { file, code, severity, message, range, span, ...OF_FILE };
}

/** What a finding in the bytes does not have. */
const OF_FILE = { article: null, marked: '', fix: null, isFixable: false, related: [], excerpt: undefined };

/** The range in the document for a span of the text. */
export function rangeIn({ lines, origin }: Pick<PlacedText, 'lines' | 'origin'>, span: Span): Range {
  return rangeAfter(origin, rangeAt(lines, span));
}

/** The range in the document of a range in what begins at `origin`. */
export function rangeAfter(origin: Origin, { start, end }: Range): Range {
  return { start: positionAfter(origin, start), end: positionAfter(origin, end) };
}

/**
 * In articles with more characters, fixes are not proved faithful one by one, because that parses the article again for
 * each.
 */
const LONGEST_PROOF = 1_000_000;

/** Knows which fixes of the findings in a text are faithful. The safe ones of an article are proved together, which is quick. */
export class Proofs {
  private readonly findings = new Map<Article, Finding[]>();
  private readonly safe = new Map<Article, ReadonlySet<Fix>>();

  constructor(all: readonly ArticleFinding[]) {
    for (const { article, finding } of all) addTo(this.findings, article, finding);
  }

  /** The tier of a finding's first fix that changes no other value; null if there is none. */
  tierOf(article: Article, { fixes = [] }: Finding): Fix['tier'] | null {
    return fixes.find((fix) => this.isFaithful(article, fix))?.tier ?? null;
  }

  /** Whether its first fix is safe, and changes no other value. */
  isFixable(article: Article, { fixes: [first] = [] }: Finding): boolean {
    return first?.tier === 'safe' && this.isFaithful(article, first);
  }

  private isFaithful(article: Article, fix: Fix): boolean {
    if (article.text.length > LONGEST_PROOF) return true;
    if (fix.tier !== 'safe') return isFaithful(article, fix);
    const safe = this.safe.get(article) ?? new Set(safeFixes(article, this.findings.get(article) ?? []));
    this.safe.set(article, safe);
    return safe.has(fix) || isFaithful(article, fix);
  }
}

const AROUND = 36;
const LONGEST_MARKED = 60;

/** The text of a span with some characters before and after it, all on the line where the span begins. */
export function excerptOf(text: string, span: Span): Excerpt {
  const from = text.slice(Math.max(0, span.start - AROUND), span.start);
  const before = from.slice(Math.max(from.lastIndexOf('\n'), from.lastIndexOf('\r')) + 1);
  const [marked = ''] = text.slice(span.start, span.end).split(/[\r\n]/, 1);
  const isWhole = marked.length <= LONGEST_MARKED && span.start + marked.length === span.end;
  const [after = ''] = isWhole ? text.slice(span.end, span.end + AROUND).split(/[\r\n]/, 1) : [];
  return {
    before: (span.start > AROUND && before.length === from.length ? '…' : '') + before.replace(LOW_FIRST, ''),
    marked: marked.length > LONGEST_MARKED ? `${marked.slice(0, LONGEST_MARKED).replace(HIGH_LAST, '')}…` : marked,
    after: after.replace(HIGH_LAST, '') + (after.length === AROUND ? '…' : ''),
  };
}

/** The half of a surrogate pair that a cut leaves at the beginning or at the end. */
const LOW_FIRST = /^[\udc00-\udfff]/;
const HIGH_LAST = /[\ud800-\udbff]$/;
