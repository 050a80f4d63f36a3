/** What the articles of an open document have in common with others, from one comparison to the next. */
import type { Article } from '../../core/parse/article';
import { articleIndex, type ParsedDocument } from '../../core/parse/parser';
import { type Span, shifted } from '../../core/span';
import type { IndexedFile } from '../../corpus/corpusIndex';
import type { CorpusFinding } from '../../corpus/rules';

/** What articles of a document had in common with others, and the parse that they were of. */
export interface Compared {
  readonly parsed: ParsedDocument;
  readonly file: IndexedFile;
  readonly across: readonly CorpusFinding[];
}

/** The findings on articles that are still there, where these stand after edits. */
export function moved({ parsed, file, across }: Compared, now: ParsedDocument): readonly CorpusFinding[] {
  if (across.length === 0) return across;
  const indexOf = new Map(now.articles.map((article, index) => [article, index]));
  /** How far a place has moved; undefined where its article is gone. */
  const distance = ({ start }: Span) => {
    const before = articleIndex(parsed, start);
    const after = indexOf.get(parsed.articles[before] as Article);
    return after === undefined ? undefined : (now.starts[after] as number) - (parsed.starts[before] as number);
  };
  const place = <P extends { span: Span }>(found: P): P[] => {
    const by = distance(found.span);
    return by === undefined ? [] : [{ ...found, span: shifted(found.span, by) }];
  };
  return across.flatMap(place).map((finding) => ({
    ...finding,
    related: finding.related.flatMap((other) => (other.file.uri === file.uri ? place(other) : [other])),
  }));
}

/** `summaryOf` no findings. */
export const NOTHING = '[]';

/** Says whether findings are the same, however they were come by. */
export function summaryOf(findings: readonly CorpusFinding[]): string {
  return JSON.stringify(
    findings.map(({ code, severity, span, message, related }) => [
      ...[code, severity, span, message],
      related.map((place) => [place.file.uri, place.span]),
    ]),
  );
}
