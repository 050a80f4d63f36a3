/**
 * The two layouts of an article, one content: *line*, as the producers write it, and *fields*, for people, with each
 * marker and each value on a line of its own. Only the white space between markers, values and articles differs.
 */
import { type Article, ownMarkers } from '../parse/article';
import type { Edit } from '../repair/edit';
import { isFaithful } from '../repair/faithful';
import { type Spacing, spacing } from '../repair/spacing';
import { isBlank, type Span, skipWhiteSpace, textOf } from '../span';

/** `keep` leaves the layout and only adds white space where there is none. */
export const LAYOUTS = ['line', 'fields', 'keep'] as const;

export type Layout = (typeof LAYOUTS)[number];

export type LineEnd = '\n' | '\r\n';

const LINE: Spacing = { inside: ' ', between: '  ', border: '  ', lead: ' ', tail: ' ' };

/** The white space of a layout; in the fields layout it is made of the document's own line ends. */
export function layoutSpacing(layout: 'line' | 'fields', lineEnd: LineEnd): Spacing {
  if (layout === 'line') return LINE;
  return { inside: lineEnd, between: lineEnd, border: lineEnd + lineEnd, lead: '', tail: lineEnd };
}

/**
 * The edits that give an article a layout; none when it has it, and none when a value would not come out the same, byte
 * for byte. `lineEnd` is the document's.
 */
export function layoutEdits(article: Article, layout: Layout, lineEnd: LineEnd): readonly Edit[] {
  const wanted = layout === 'keep' ? spacing(article) : layoutSpacing(layout, lineEnd);
  const edits = gaps(article)
    .filter(({ span, role }) => layout !== 'keep' || (span.start === span.end && INNER.includes(role)))
    .map(({ span, role }) => ({ span, text: textFor(role, wanted) }))
    .filter(({ span, text }) => textOf(article.text, span) !== text);
  const fix = { title: '', edits, tier: 'safe' } as const;
  return edits.length > 0 && isFaithful(article, fix) ? edits : [];
}

/** Where a marker must not touch its neighbour; the ends of an article are no such place. */
const INNER: readonly Gap['role'][] = ['inside', 'between', 'empty'];

/** White space that a layout decides on, and what it is between. */
interface Gap {
  readonly span: Span;
  readonly role: keyof Spacing | 'empty';
}

function textFor(role: Gap['role'], wanted: Spacing): string {
  return role === 'empty' ? wanted.inside + wanted.inside : wanted[role];
}

/** The white space around the markers of the fields whose values are certain, in order. */
function gaps(article: Article): Gap[] {
  const { text, fields, first, final } = article;
  const found: Gap[] = [];
  let from = 0;
  let isCertain = true; // A value whose marker is lost may reach into the white space beside it.
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
  // Where the next article has lost its first marker, the white space between the two belongs to that one.
  const isOwn = rest > from || final || article.glued;
  if (fields.length > 0 && isCertain && isOwn && rest === text.length) {
    found.push({ span: { start: from, end: rest }, role: final ? 'tail' : 'border' });
  }
  return found;
}
