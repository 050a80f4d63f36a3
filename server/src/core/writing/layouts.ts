/**
 * The two layouts of an article: *line*, which the producers write, and *fields*, for people, with each marker and each value
 * on its own line. Only the white space between markers, values and articles differs.
 */
import { type Article, ownMarkers } from '../parse/article';
import type { Edit } from '../repair/edit';
import { isFaithful } from '../repair/faithful';
import { type Spacing, spacing } from '../repair/spacing';
import { isBlank, type Span, skipWhiteSpace, textOf } from '../span';
import type { LineEnd } from '../text/lineEnd';

/** `keep` keeps the layout, and only adds white space where there is none. */
export const LAYOUTS = ['line', 'fields', 'keep'] as const;

export type Layout = (typeof LAYOUTS)[number];

const LINE: Spacing = { inside: ' ', between: '  ', border: '  ', lead: ' ', tail: ' ' };

/** The white space of a layout. The fields layout uses the line ends of the document. */
export function layoutSpacing(layout: 'line' | 'fields', lineEnd: LineEnd): Spacing {
  if (layout === 'line') return LINE;
  return { inside: lineEnd, between: lineEnd, border: lineEnd + lineEnd, lead: '', tail: lineEnd };
}

/**
 * The edits that give an article a layout. None if it already has it, or if a value would not stay the same, byte for byte.
 * `lineEnd` is that of the document.
 */
export function layoutEdits(article: Article, layout: Layout, lineEnd: LineEnd): readonly Edit[] {
  const wanted = layout === 'keep' ? spacing(article) : layoutSpacing(layout, lineEnd);
  const edits = layoutSpaces(article)
    .filter(({ span, role }) => layout !== 'keep' || (span.start === span.end && INNER.includes(role)))
    .map(({ span, role }) => ({ span, text: textFor(role, wanted) }))
    .filter(({ span, text }) => textOf(article.text, span) !== text);
  const fix = { title: '', edits, tier: 'safe' } as const;
  return edits.length > 0 && isFaithful(article, fix) ? edits : [];
}

/** The white space without which a marker would touch its neighbour; not that at the ends of an article. */
const INNER: readonly LayoutSpace['role'][] = ['inside', 'between', 'empty'];

/** White space that a layout decides, and what it separates. */
interface LayoutSpace {
  readonly span: Span;
  readonly role: keyof Spacing | 'empty';
}

function textFor(role: LayoutSpace['role'], wanted: Spacing): string {
  return role === 'empty' ? wanted.inside + wanted.inside : wanted[role];
}

/** The white space around the markers of fields whose values are certain, in order. */
function layoutSpaces(article: Article): LayoutSpace[] {
  const { text, fields, first, final } = article;
  const found: LayoutSpace[] = [];
  let from = 0;
  let isCertain = true; // If a marker is lost, the white space there may belong to the value.
  for (const [index, field] of fields.entries()) {
    const { start, end, value } = field;
    isCertain &&= start !== undefined && isBlank(text, from, field.span.start);
    if (isCertain && (index > 0 || first)) {
      found.push({ span: { start: from, end: field.span.start }, role: index > 0 ? 'between' : 'lead' });
    }
    if (ownMarkers(field) && start && end) {
      if (value.start === value.end) {
        found.push({ span: { start: start.end, end: end.start }, role: 'empty' });
      } else {
        found.push({ span: { start: start.end, end: value.start }, role: 'inside' });
        found.push({ span: { start: value.end, end: end.start }, role: 'inside' });
      }
    }
    from = field.span.end;
    isCertain = end !== undefined;
  }
  const rest = skipWhiteSpace(text, from, text.length);
  // If the next article has lost its first marker, the white space between the two belongs to that article.
  const isOwn = rest > from || final || article.glued;
  if (fields.length > 0 && isCertain && isOwn && rest === text.length) {
    found.push({ span: { start: from, end: rest }, role: final ? 'tail' : 'border' });
  }
  return found;
}
