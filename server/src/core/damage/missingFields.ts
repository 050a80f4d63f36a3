/** Required fields that are missing, and what is in their place. */

import { type FieldFormat, fieldRank } from '../format';
import { type Article, type Field, type Gap, isCut, MOST_FIELDS, ownMarkers } from '../parse/article';
import { type Span, textOf } from '../span';
import { brokenOff } from './brokenOff';
import type { StrayText } from './strayTexts';
import type { SomeSymptoms, Symptoms } from './symptoms';

/** In the place of a missing field is one with another name: an unknown one, or one that the article has twice. */
export interface Renamed {
  readonly kind: 'renamed';
  readonly field: Field;
  /** The field that is missing. */
  readonly missing: FieldFormat;
  readonly explains: SomeSymptoms;
}

/** In the place of a missing field is a text without markers. */
export interface Unmarked {
  readonly kind: 'unmarked';
  readonly gap: Gap;
  readonly missing: FieldFormat;
  readonly text: Span;
  readonly explains: SomeSymptoms;
}

export interface Missing {
  readonly kind: 'missing';
  readonly gap: Gap;
  readonly explains: SomeSymptoms;
}

/** The missing fields, in the order of the format. A field with two possible stand-ins has none. */
export function* missingFields(article: Article, symptoms: Symptoms): Generator<Renamed | Unmarked | Missing> {
  for (const gap of symptoms.missing) {
    const rest = brokenOff(article, gap, symptoms.stray);
    const standIn = rest.length === 0 ? standInFor(article, gap, symptoms) : undefined;
    yield standIn ?? { kind: 'missing', gap, explains: { missing: [gap], stray: rest } };
  }
}

/** What probably is the missing field. Together, they are one damage. */
function standInFor(article: Article, gap: Gap, symptoms: Symptoms): Renamed | Unmarked | undefined {
  const [missing, more] = gap.rows;
  if (!missing || more || isCut(gap) || article.fields.length > MOST_FIELDS) return undefined;
  const isInPlace = (span: Span) => fits(article, span, fieldRank(missing.marker));
  const fields = article.fields.filter(
    (field) => ownMarkers(field) && isSpare(field, symptoms) && isInPlace(field.span),
  );
  const texts = [...symptoms.stray].filter(({ span, home, unseen }) => !home && !unseen && isInPlace(span));
  if (fields.length + texts.length !== 1) return undefined;
  const [field] = fields;
  const [stray] = texts;
  if (field) return renamed(field, missing, gap, symptoms);
  return stray && mayBe(missing, textOf(article.text, stray.span)) ? unmarked(stray, missing, gap) : undefined;
}

/** Whether the article does not need a field: it is unknown, or there is another one of the same name. */
function isSpare(field: Field, { unknown, repeated }: Symptoms): boolean {
  return unknown.has(field) || repeated.has(field) || [...repeated].some(({ letters }) => letters === field.letters);
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

function renamed(field: Field, missing: FieldFormat, gap: Gap, { unknown, repeated, misplaced }: Symptoms): Renamed {
  const second = [...repeated].filter(({ letters }) => letters === field.letters).slice(0, 1);
  const explains = {
    missing: [gap],
    unknown: unknown.has(field) ? [field] : [],
    repeated: second,
    misplaced: [...misplaced].filter((each) => each === field || second.includes(each)),
  };
  return { kind: 'renamed', field, missing, explains };
}

function unmarked(stray: StrayText, missing: FieldFormat, gap: Gap): Unmarked {
  return { kind: 'unmarked', gap, missing, text: stray.span, explains: { missing: [gap], stray: [stray] } };
}
