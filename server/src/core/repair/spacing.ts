/** The white space that an article uses between its markers and values. */
import { fieldRank } from '../format';
import type { Marker } from '../markers/scanner';
import { type Article, type Field, ownMarkers } from '../parse/article';
import { textOf } from '../span';

/** The white space that an article uses, read from its fields. Where it has none, that of the producers. */
export interface Spacing {
  /** Between a marker and its value. */
  readonly inside: string;
  /** Between an END and the next START. */
  readonly between: string;
  /** Between an article and the next one. */
  readonly border: string;
  /** Before a document's first article. */
  readonly lead: string;
  /** After a document's last article. */
  readonly tail: string;
}

export function spacing(article: Article): Spacing {
  const whole = article.fields.filter(ownMarkers);
  const healthy = whole.filter(({ start }) => !start?.misspelled);
  // A field whose START is damaged, or whose END is lost or not typed yet, shows it too.
  const seen = [...healthy, ...whole, ...article.fields].map((field) => spaceBeforeValue(article, field));
  const inside = seen.find((space) => space !== '') ?? ' ';
  const inLines = /[\r\n]/.test(inside);
  return {
    inside,
    between: spaceBetweenFields(article) ?? (inLines ? inside : '  '),
    border: inLines ? inside + inside : '  ',
    lead: inLines ? '' : ' ',
    tail: inside,
  };
}

/** Whether an article has a field that shows what white space it uses. */
export function showsSpacing(article: Article): boolean {
  return article.fields.some((field) => spaceBeforeValue(article, field) !== '');
}

/** One white-space character (a CRLF counts as one), as the format requires; where an END is lost, there may be more. */
function spaceBeforeValue(article: Article, { start, value }: Field): string {
  const space = start ? textOf(article.text, { start: start.end, end: value.start }) : '';
  return space.startsWith('\r\n') ? '\r\n' : space.slice(0, 1);
}

/**
 * The white space between the first two neighbouring fields that have some, or more that begins with it: there, some may be lost. What is
 * beside a damaged marker shows it only where nothing else does.
 */
function spaceBetweenFields({ fields, text }: Article): string | undefined {
  const pairs = fields.flatMap((field, index) => {
    const { end } = field;
    const following = fields[index + 1];
    const next = following?.start;
    return end && next && !isMissingBetween(field, following) ? [{ end, next }] : [];
  });
  const whole = pairs.filter(({ end, next }) => !end.misspelled && !next.misspelled);
  return mostSpace(text, whole) ?? mostSpace(text, pairs);
}

function mostSpace(
  text: string,
  pairs: readonly { readonly end: Marker; readonly next: Marker }[],
): string | undefined {
  let most: string | undefined;
  for (const { end, next } of pairs) {
    const space = text.slice(end.end, next.start);
    if (space !== '' && space.trim() === '' && space.startsWith(most ?? '')) most = space;
  }
  return most;
}

function isMissingBetween(field: Field, following: Field | undefined): boolean {
  const [rank, next] = [fieldRank(field.letters), fieldRank(following?.letters ?? '')];
  return rank !== -1 && next > rank + 1;
}
