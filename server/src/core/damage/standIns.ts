/**
 * Stand-ins: what is in the place of a missing required field, and probably is that field. It is the value without its
 * markers, or a field with another name. Together with the missing field it is one fault.
 */

import { type FieldFormat, fieldRank } from '../format';
import { type Article, type Field, type Gap, gaps, isCut, MOST_FIELDS, ownMarkers } from '../parse/article';
import { type Span, textOf } from '../span';
import { strayTexts } from './strayTexts';

export interface StandIn {
  readonly gap: Gap;
  /** The field that is missing. */
  readonly format: FieldFormat;
  /** A field with an unknown name, or one that the article has twice. */
  readonly field: Field | undefined;
  /** A text outside any field. */
  readonly text: Span | undefined;
}

/** The stand-ins for missing fields. A field with two possible ones has none. */
export function standIns(article: Article, additionalFields: readonly string[]): readonly StandIn[] {
  if (article.fields.length > MOST_FIELDS) return [];
  return gaps(article).flatMap((gap): StandIn[] => {
    const [format, more] = gap.rows;
    if (!format || more || isCut(gap)) return [];
    const isInPlace = (span: Span) => fits(article, span, fieldRank(format.marker));
    const fields = article.fields.filter(
      (field) => ownMarkers(field) && isSpare(article, field, additionalFields) && isInPlace(field.span),
    );
    const texts = strayTexts(article).filter(({ span, home, unseen }) => !home && !unseen && isInPlace(span));
    if (fields.length + texts.length !== 1) return [];
    const [field] = fields;
    const text = texts[0]?.span;
    if (text && !mayBe(format, textOf(article.text, text))) return [];
    return [{ gap, format, field, text }];
  });
}

/** Whether the article does not need a field: it is unknown, or there is another one of the same name. */
function isSpare({ fields }: Article, field: Field, additionalFields: readonly string[]): boolean {
  const { letters, format } = field;
  if (!format) return !additionalFields.includes(letters);
  return fields.some((other) => other !== field && other.letters === letters);
}

/** Whether a span is after all fields of lower rank, and before all fields of higher rank. */
function fits({ fields }: Article, { start, end }: Span, rank: number): boolean {
  return fields.every((field) => {
    const own = fieldRank(field.letters);
    if (own === -1 || field.span.start === start) return true;
    return own < rank ? field.span.end <= start : own > rank && field.span.start >= end;
  });
}

/** Whether a text may be a value of a field. */
function mayBe({ kind }: FieldFormat, text: string): boolean {
  if (kind === 'number') return !/\s/.test(text);
  return kind !== 'date' || /\d/.test(text);
}
