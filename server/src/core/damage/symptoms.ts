/** What is not as it should be in an article. Each symptom is explained by one damage (damages.ts). */
import type { Marker } from '../markers/scanner';
import { type Article, type Field, type Gap, gaps, type SyntaxFault } from '../parse/article';
import type { Jumble } from '../parse/jumbles';
import { touch } from '../span';
import { type LoneMarker, loneMarkers } from './loneMarkers';
import { type OwnField, ownFields } from './ownFields';
import { isEmpty, type StrayText, strayTexts } from './strayTexts';

/** By kind. An element is one object, so that it can be taken only once. */
export interface Symptoms {
  /** Markers that do not fit together. */
  readonly faults: Set<SyntaxFault>;
  readonly misspelled: Set<Marker>;
  /** Required fields that are missing, neighbours together. */
  readonly missing: Set<Gap>;
  /** Fields that are not the first of their name. */
  readonly repeated: Set<Field>;
  /** Fields that are not in the order of the format. */
  readonly misplaced: Set<Field>;
  /** Fields that are neither the format's nor user-defined. */
  readonly unknown: Set<Field>;
  readonly empty: Set<Field>;
  /** Texts outside all fields. None of them is a user-defined field. */
  readonly stray: Set<StrayText>;
  /** Single markers of user-defined fields. */
  readonly lone: Set<LoneMarker>;
  readonly jumbles: Set<Jumble>;
  /** User-defined fields with a misspelled marker; the single marker of such a field is not in `lone`. */
  readonly own: Set<OwnField>;
}

/** Some of the symptoms of an article. */
export type SomeSymptoms = { readonly [K in keyof Symptoms]?: Symptoms[K] extends Set<infer E> ? readonly E[] : never };

/** All symptoms of an article; `additionalFields` are the letters of user-defined fields. */
export function symptomsOf(article: Article, additionalFields: readonly string[]): Symptoms {
  const { fields, faults, markers } = article;
  const stray = strayTexts(article);
  const own = ownFields(article, stray, additionalFields);
  const isOwn = ({ marker }: LoneMarker) => own.some(({ text }) => touch(text.span, marker));
  return {
    faults: new Set(faults),
    misspelled: new Set(markers.filter(({ misspelled }) => misspelled)),
    missing: new Set(fields.length > 0 ? gaps(article) : []),
    repeated: new Set(repeated(fields, additionalFields)),
    misplaced: new Set(fields.filter(({ misplaced }) => misplaced)),
    unknown: new Set(fields.filter(({ format, letters }) => !format && !additionalFields.includes(letters))),
    empty: new Set(fields.filter((field) => isEmpty(article, field))),
    stray: new Set(stray.filter((text) => own.every((field) => field.text !== text))),
    lone: new Set(loneMarkers(article, additionalFields).filter((each) => !isOwn(each))),
    jumbles: new Set(article.jumbles),
    own: new Set(own),
  };
}

/** The fields that are not the first of their name. Two unknown fields of one name are not counted: they are unknown. */
function repeated(fields: readonly Field[], additionalFields: readonly string[]): readonly Field[] {
  const seen = new Set<string>();
  return fields.filter(({ letters, duplicate }) => {
    const isSecond = seen.has(letters) && additionalFields.includes(letters);
    seen.add(letters);
    return duplicate || isSecond;
  });
}
