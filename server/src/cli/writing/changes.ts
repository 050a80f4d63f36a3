/** What `fix` and `format` make of a document. */
import { type ParsedDocument, parsePart } from '../../core/parse/parser';
import { applyEdits, type Fix } from '../../core/repair/edit';
import { invalidDate } from '../../core/rules/invalid-date';
import { shifted, textOf } from '../../core/span';
import { type LineEnd, lineEndOf } from '../../core/text/lineEnd';
import { type Layout, layoutEdits } from '../../core/writing/layouts';
import { articlesIn } from '../../corpus/articles/numbered';
import { writeDates } from '../../corpus/fixes/dates';
import { fixText, type PartOfFile, type UnfixedArticle } from '../../corpus/fixes/fixes';
import type { ReadDate } from '../../corpus/mapping/dateForm';
import { markApart } from '../../corpus/text/exactText';
import { dateReader } from '../settings/dateFormat';
import type { FolderTerms } from '../settings/settings';

/** A command and what it is asked for, as plain data, which a worker can get. */
export type Wish =
  | { readonly command: 'fix'; readonly tier: Fix['tier']; readonly dateFormat?: string | undefined }
  | { readonly command: 'format'; readonly layout: Layout };

/** A document, or a part of one. */
export interface DocumentPlace extends PartOfFile {
  /** The document's. */
  readonly lineEnd: LineEnd;
}

/** The new text of a document or a part, which is the same text if there is nothing to do. */
export interface Changed {
  readonly text: string;
  /** How many articles there are. */
  readonly articles: number;
  readonly unfixed: readonly UnfixedArticle[];
}

/** Changes a document or a part. It must not change any other value. */
export type Change = (text: string, terms: FolderTerms, place: DocumentPlace) => Changed;

/** The change that fulfils a wish. It throws if it would change a value. */
export function changeFor(wish: Wish): Change {
  if (wish.command === 'fix') return fixing(wish.tier, dateReader(wish.dateFormat));
  return (text, _terms, place) => {
    const { mark, content } = markApart(text);
    const { text: after, articles } = formatted(content, wish.layout, place);
    return { text: mark + after, articles, unfixed: [] };
  };
}

/**
 * Fixes, then dates in a form, which a fixed marker may have made certain, then what these prove. Articles that are left alone are
 * named by their indexes after the first fixes.
 */
function fixing(tier: Fix['tier'], readDate: ReadDate | undefined): Change {
  return (text, terms, place) => {
    if (!readDate) return fixText(text, terms, tier, place);
    // Only the form says which day a date means.
    const others = { ...terms, severities: { ...terms.severities, [invalidDate.code]: 'off' as const } };
    const fixed = fixText(text, others, tier, place);
    const dated = writeDates(fixed.text, terms, readDate, place);
    const last = fixText(dated.text, others, tier, place);
    return { ...last, unfixed: [...last.unfixed, ...dated.unfixed] };
  };
}

/** The place of a whole document. */
export function wholeOf(text: string): DocumentPlace {
  return { first: true, final: true, lineEnd: lineEndOf([markApart(text).content]) };
}

/** The text in a layout. Throws if its values would be read differently in that layout. */
export function formatted(
  text: string,
  layout: Layout,
  { first, final, lineEnd }: DocumentPlace,
): Omit<Changed, 'unfixed'> {
  const parsed = parsePart(text, first, final);
  const edits = parsed.articles.flatMap((article, index) =>
    layoutEdits(article, layout, lineEnd).map((edit) => ({
      ...edit,
      span: shifted(edit.span, parsed.starts[index] as number),
    })),
  );
  const after = applyEdits(text, edits);
  if (edits.length > 0 && values(parsed) !== values(parsePart(after, first, final))) {
    throw new Error(
      'In this layout its values would be read differently. It was left as it is. Correct the problems that article-format check reports, then try again.',
    );
  }
  return { text: after, articles: articlesIn(parsed) };
}

/** All values, in order, as one text. Two documents have the same text only if they have the same values. */
function values({ articles }: ParsedDocument): string {
  const fields = articles.flatMap((article) =>
    article.fields.map(({ letters, value, start, end }) => {
      const text = textOf(article.text, value);
      return [letters, start && end ? text : text.trim()]; // If a marker is lost, the white space at that end is not certain to be part of the value.
    }),
  );
  return JSON.stringify(fields);
}
