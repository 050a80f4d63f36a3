/** The findings across files on an open document, carried along with its edits until files are compared again. */
import type { Article } from '../../core/parse/article';
import { articleIndex, type ParsedDocument } from '../../core/parse/parser';
import { type Span, shifted } from '../../core/span';
import type { IndexedFile } from '../../corpus/index/corpusIndex';
import type { CorpusFinding } from '../../corpus/rules';

/** The result of a comparison: the findings across files, with the parse and the file that were compared. */
export interface Compared {
  readonly parsed: ParsedDocument;
  readonly file: IndexedFile;
  readonly across: readonly CorpusFinding[];
}

/** The findings on articles that are still in the document, with their spans moved to where the articles are now. */
export function moved({ parsed, file, across }: Compared, now: ParsedDocument): readonly CorpusFinding[] {
  if (across.length === 0) return across;
  const indexNow = indicesIn(now, parsed);
  /** How far a span has moved; undefined if its article is gone. */
  const distance = ({ start }: Span) => {
    const before = articleIndex(parsed, start);
    const after = indexNow(before);
    return after === undefined ? undefined : (now.starts[after] as number) - (parsed.starts[before] as number);
  };
  const place = <P extends { span: Span }>(found: P): P[] => {
    const by = distance(found.span);
    if (by === 0) return [found];
    return by === undefined ? [] : [{ ...found, span: shifted(found.span, by) }];
  };
  return across.flatMap(place).map((finding) => ({
    ...finding,
    related: finding.related.flatMap((other) => (other.file.uri === file.uri ? place(other) : [other])),
  }));
}

/** Finds the index now of the article that had an index before; undefined if it is gone. */
function indicesIn(now: ParsedDocument, before: ParsedDocument): (index: number) => number | undefined {
  const more = now.articles.length - before.articles.length;
  let all: ReadonlyMap<Article, number> | undefined;
  return (index) => {
    const article = before.articles[index] as Article;
    // One edit leaves the articles before it as far from the beginning as they were, and those after it from the end.
    const found = [index, index + more].find((each) => now.articles[each] === article);
    if (found !== undefined) return found;
    all ??= new Map(now.articles.map((each, at) => [each, at]));
    return all.get(article);
  };
}

/** A text that is the same for the same findings, so that two results can be compared. */
export function summaryOf(findings: readonly CorpusFinding[]): string {
  return JSON.stringify(
    findings.map(({ code, severity, span, message, related }) => [
      ...[code, severity, span, message],
      related.map((place) => [place.file.uri, place.span]),
    ]),
  );
}
