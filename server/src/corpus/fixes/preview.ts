/** A file before and after its fixes, for comparison: only the articles that differ, in short lines. */
import { plural } from '../../core/language';
import type { Article } from '../../core/parse/article';
import type { ParsedDocument } from '../../core/parse/parser';

/** More articles than anybody compares in one file. */
const MOST_ARTICLES = 200;
/** A line of a long value in the preview: an editor that compares does not wrap lines. */
const SHOWN_LINE = /.{1,100}(?:\s|$)|.{100}/gu;

/**
 * Both sides of a comparison. Each marker is on a line of its own, with visible signs for the white space around it, because
 * fixes may change that. Values are verbatim, but long ones are broken into lines. Not for writing back.
 */
export function fixPreview(before: ParsedDocument, after: ParsedDocument): { before: string; after: string } {
  const [olds, news] = [before.articles, after.articles];
  const isPaired = olds.length === news.length;
  const differing = (articles: readonly Article[]) =>
    articles.filter((_, index) => !isPaired || olds[index]?.text !== news[index]?.text);
  return { before: shown(differing(olds)), after: shown(differing(news)) };
}

function shown(articles: readonly Article[]): string {
  const more = articles.length - MOST_ARTICLES;
  const texts = articles.slice(0, MOST_ARTICLES).map((article) => linesOf(article).join('\n'));
  return [...texts, ...(more > 0 ? [`(${unshown(more)})`] : [])].join('\n\n');
}

function unshown(count: number): string {
  return plural(
    count,
    '{0} more article is fixed, but not shown here.',
    '{0} more articles are fixed, but not shown here.',
  );
}

function linesOf({ text, markers }: Article): string[] {
  const lines: string[] = [];
  let [line, from] = ['', 0];
  for (const { start, end } of [...markers, { start: text.length, end: text.length }]) {
    const [lead, content, tail] = parted(text.slice(from, start));
    if (from > 0) lines.push(line + signs(lead));
    for (const shownLine of shownLines(content)) lines.push(shownLine); // There may be more than a call can have arguments.
    line = (from > 0 ? '' : signs(lead)) + signs(tail) + text.slice(start, end);
    from = end;
  }
  return lines;
}

/** A text and the white space at its ends; a blank text is all lead. */
function parted(text: string): [lead: string, content: string, tail: string] {
  const rest = text.trimStart();
  const content = rest.trimEnd();
  return [text.slice(0, text.length - rest.length), content, rest.slice(content.length)];
}

/** White space as visible signs, as editors draw it. */
function signs(space: string): string {
  return space
    .replaceAll(' ', '·')
    .replaceAll('\t', '→')
    .replaceAll(/\r\n?|\n/g, '¶');
}

/** A value in short lines. Where they end depends only on the value. */
function shownLines(content: string): string[] {
  if (content === '') return [];
  return content.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((line) => line.match(SHOWN_LINE) ?? ['']);
}
