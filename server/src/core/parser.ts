/**
 * Text to articles, all at once or after an edit, by the same code.
 *
 * The markers are cut into runs wherever it is certain that an article begins: behind a TEXT, at an F-N field that
 * another field follows. A run is read by itself (recovery/) and nearly always holds one article; only damage near
 * an article's borders joins it with its neighbour. An edit therefore parses from the run it touches until a border
 * agrees with the parse before, and keeps all other articles as they are.
 */
import type { Article, Field } from './article';
import { FIELDS, fieldRank, type Side } from './format';
import { readArticles } from './recovery/readArticles';
import type { ArticleReading, FieldReading } from './recovery/reading';
import { replaced } from './replaced';
import { type Marker, scanMarkers } from './scanner';
import { isWhiteSpace, type Span, shifted, skipWhiteSpace, trimmed } from './span';
import { finished, type Steps } from './steps';

export interface ParsedDocument {
  readonly articles: readonly Article[];
  /** Where each article begins, in UTF-16 offsets of the document. */
  readonly starts: Int32Array;
  /** The document's length in UTF-16 units. */
  readonly length: number;
}

/** Parses any text. Never throws; the texts of the articles, joined, are `text`. */
export function parse(text: string): ParsedDocument {
  return parsePart(text, true, true);
}

/**
 * Parses a part of a document that is cut where an article certainly begins (see `isBorder` in healthy.ts): it gives the
 * articles that `parse` gives there. `first` and `final` say whether the part begins and ends the document.
 */
export function parsePart(text: string, first: boolean, final: boolean): ParsedDocument {
  return finished(parsing(text, first, final));
}

/** `parsePart`, or `parse`, in steps. */
export function* parsing(text: string, first = true, final = true): Steps<ParsedDocument> {
  const articles: Article[] = [];
  for (const run of runs(text)) {
    append(articles, articlesOf(text, { ...run, final: final && run.final }, first && run.start === 0));
    yield;
  }
  return { articles, starts: startsOf(articles, 0), length: text.length };
}

/**
 * The parse after the characters in `span` (offsets of the document) were replaced: equal to `parse` of the new text,
 * and identical articles where the edit changed nothing.
 */
export function edit(parsed: ParsedDocument, span: Span, replacement: string): ParsedDocument {
  const { articles, starts } = parsed;
  const first = freshStart(parsed, span.start);
  const last = articleIndex(parsed, span.end);
  const base = starts[first] ?? 0;
  const growth = replacement.length - (span.end - span.start);

  for (let context = 1; ; context *= 2) {
    const windowEnd = Math.min(last + 1 + context, articles.length);
    const old = articles
      .slice(first, windowEnd)
      .map((article) => article.text)
      .join('');
    const window = old.slice(0, span.start - base) + replacement + old.slice(span.end - base);
    const fresh: Article[] = [];
    for (const run of runs(window, articles[first]?.head)) {
      if (run.final && windowEnd < articles.length) break;
      append(fresh, articlesOf(window, run, base + run.start === 0));
      const resume = run.final ? articles.length : resumeAt(parsed, base + run.end - growth, span.end);
      if (resume !== undefined) return spliced(parsed, first, resume, fresh, growth);
    }
    if (windowEnd === articles.length) return spliced(parsed, first, articles.length, fresh, growth);
  }
}

/** Index of the article that holds an offset of the document; at a border, of the one that begins there. */
export function articleIndex({ starts }: ParsedDocument, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

/** The document with the articles from `first` to `resume` replaced, which makes it longer by `growth`. */
function spliced(
  parsed: ParsedDocument,
  first: number,
  resume: number,
  fresh: readonly Article[],
  growth: number,
): ParsedDocument {
  const articles = replaced(parsed.articles, first, resume, fresh);
  const starts = new Int32Array(articles.length);
  const behind = first + fresh.length;
  starts.set(parsed.starts.subarray(0, first));
  starts.set(startsOf(fresh, parsed.starts[first] ?? 0), first);
  starts.set(parsed.starts.subarray(resume), behind);
  for (let i = behind; i < starts.length; i++) (starts[i] as number) += growth;
  return { articles, starts, length: parsed.length + growth };
}

/** Adds any number of articles; `push` takes no more than the stack has room for. */
function append(articles: Article[], more: readonly Article[]): void {
  for (const article of more) articles.push(article);
}

/** Where articles begin, the first of which begins at `from`. */
function startsOf(articles: readonly Article[], from: number): Int32Array {
  const starts = new Int32Array(articles.length);
  let next = from;
  for (let i = 0; i < articles.length; i++) {
    starts[i] = next;
    next += (articles[i] as Article).text.length;
  }
  return starts;
}

/** The last article before an offset at which parsing can start afresh, whatever is changed from that offset on. */
function freshStart(parsed: ParsedDocument, offset: number): number {
  let index = articleIndex(parsed, offset);
  while (index > 0) {
    const { head } = parsed.articles[index] as Article;
    if (head !== undefined && offset - (parsed.starts[index] as number) > head) break;
    index--;
  }
  return index;
}

/** The old article that begins at `offset`, behind the edit and by itself: from there on, the old parse holds. */
function resumeAt(parsed: ParsedDocument, offset: number, editEnd: number): number | undefined {
  const index = articleIndex(parsed, offset);
  const agrees = parsed.starts[index] === offset && parsed.articles[index]?.head !== undefined;
  return agrees && offset >= editEnd ? index : undefined;
}

/** Markers that are read together; `start` and `end` are offsets of the text. */
interface Run extends Span {
  readonly markers: readonly Marker[];
  /** See Article.head. */
  readonly head: number | undefined;
  /** The run ends where the text ends, not where another begins. */
  readonly final: boolean;
}

/** Cuts a text into runs. `head` is that of its first article, when the text is cut from a document at a border. */
function* runs(text: string, head?: number): Generator<Run> {
  let start = 0;
  let ownHead = head;
  let markers: Marker[] = [];
  for (const marker of scanMarkers(text)) {
    markers.push(marker);
    if (!articleBegins(text, markers)) continue;
    const opening = markers.slice(-3);
    const border = (opening[0] as Marker).start;
    yield { start, end: border, markers: markers.slice(0, -3), head: ownHead, final: false };
    start = border;
    ownHead = marker.end - border;
    markers = opening;
  }
  if (start < text.length) yield { start, end: text.length, markers, head: ownHead, final: true };
}

const OPENING = FIELDS[0]?.marker;
const CLOSING_RANK = FIELDS.length - 1;

/**
 * Whether the last four markers are the END of a TEXT or of a field of one's own, a complete F-N field that nothing is
 * stuck to, and the START of another field.
 */
function articleBegins(text: string, markers: readonly Marker[]): boolean {
  const next = markers.at(-1);
  if (next?.side !== 'start' || next.letters === OPENING || markers.length < 4) return false;
  const [closing, open, close] = markers.slice(-4) as [Marker, Marker, Marker];
  return (
    isMarker(close, 'end', OPENING) &&
    isMarker(open, 'start', OPENING) &&
    (open.start === closing.end || isWhiteSpace(text.charCodeAt(open.start - 1))) &&
    closing.side === 'end' &&
    [CLOSING_RANK, -1].includes(fieldRank(closing.letters)) &&
    !isAdrift(markers.slice(0, -3))
  );
}

/** Whether the last field is a TEXT behind no other field of its article: it may belong to the next one. */
function isAdrift(markers: readonly Marker[]): boolean {
  const last: Marker[] = [];
  for (let i = markers.length - 1; i >= 0 && last.length < 3; i--) {
    const marker = markers[i] as Marker;
    if (fieldRank(marker.letters) !== -1) last.push(marker);
  }
  const [close, open, before] = last;
  if (!close || !open || fieldRank(close.letters) !== CLOSING_RANK) return false;
  const isWhole = isMarker(close, 'end', open.letters) && open.side === 'start';
  return isWhole && (!before || isMarker(before, 'end', close.letters));
}

function isMarker(marker: Marker, side: Side, letters: string | undefined): boolean {
  return marker.side === side && marker.letters === letters;
}

/** `first` says whether the run begins the document. */
function articlesOf(text: string, run: Run, first: boolean): Article[] {
  const readings = readArticles(text, run.markers, run.start, run.end);
  return readings.map(({ start, markers, fields, faults }, index) => {
    // One object for each marker, so that fields and faults can be asked whether they mean the same one.
    const own = new Map(markers.map((marker) => [marker, shifted(marker, -start)]));
    return {
      text: text.slice(start, readings[index + 1]?.start ?? run.end),
      markers: [...own.values()],
      fields: fields.map((field) => fieldAt(text, field, start, own)),
      faults: faults.map(({ code, marker, partner }) => ({
        code,
        marker: own.get(marker) ?? shifted(marker, -start),
        partner: partner && own.get(partner), // Not one of the next article.
      })),
      head: index === 0 ? run.head : undefined,
      first: first && index === 0,
      final: run.final && index === readings.length - 1,
      glued: isGlued(text, run, readings[index + 1]),
    };
  });
}

/** Whether the next article begins with a marker, and no white space stands before it. */
function isGlued(text: string, run: Run, next: ArticleReading | undefined): boolean {
  if (!next && run.final) return false;
  const start = next?.start ?? run.end;
  return (!next || next.markers[0]?.start === start) && start > 0 && !isWhiteSpace(text.charCodeAt(start - 1));
}

/** A field with offsets relative to `base`, the start of its article. */
function fieldAt(text: string, reading: FieldReading, base: number, own: ReadonlyMap<Marker, Marker>): Field {
  const { letters, start, end, misplaced, duplicate } = reading;
  const value = valueSpan(text, reading);
  return {
    letters,
    format: FIELDS[fieldRank(letters)],
    start: start && own.get(start),
    end: end && own.get(end),
    value: shifted(value, -base),
    span: { start: (start ?? value).start - base, end: (end ?? value).end - base },
    misplaced,
    duplicate,
  };
}

/** Less one white-space character beside each marker; less all of it where a marker is lost, for no one knows. */
function valueSpan(text: string, { start, end, inside }: FieldReading): Span {
  const first = start ? skipOne(text, inside.start, inside.end) : skipWhiteSpace(text, inside.start, inside.end);
  if (!end) return trimmed(text, { start: first, end: inside.end });
  return { start: first, end: skipOneBack(text, inside.end, first) };
}

/** Behind one white-space character (a CRLF counts as one) at `at`, if there is one before `limit`. */
function skipOne(text: string, at: number, limit: number): number {
  if (at >= limit || !isWhiteSpace(text.charCodeAt(at))) return at;
  return text.startsWith('\r\n', at) && at + 2 <= limit ? at + 2 : at + 1;
}

/** Before one white-space character (a CRLF counts as one) that ends at `at`, if there is one behind `limit`. */
function skipOneBack(text: string, at: number, limit: number): number {
  if (at <= limit || !isWhiteSpace(text.charCodeAt(at - 1))) return at;
  return at - 2 >= limit && text.startsWith('\r\n', at - 2) ? at - 2 : at - 1;
}
