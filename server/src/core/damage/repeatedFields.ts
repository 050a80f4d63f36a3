/** Fields that are there twice, and fields in the wrong place. */

import { type Article, type Field, isOneTooMany, ownMarkers } from '../parse/article';
import type { SomeSymptoms, Symptoms } from './symptoms';

/** The article already has this field. */
export interface Repeated {
  readonly kind: 'repeated';
  readonly field: Field;
  readonly first: Field;
  readonly explains: SomeSymptoms;
}

/** Fields are not in the order of the format. */
export interface Disordered {
  readonly kind: 'disordered';
  /** The first of the fields that are in the wrong place. */
  readonly field: Field;
  readonly explains: SomeSymptoms;
}

/**
 * The repeated fields. One of the two is too many, and not in the wrong place. If the article is in order without it, it
 * explains all other fields that seem to be in the wrong place.
 */
export function* repeatedFields(article: Article, { repeated, misplaced }: Symptoms): Generator<Repeated> {
  const firsts = new Map<string, Field>();
  for (const field of article.fields) {
    const first = firsts.get(field.letters) ?? field;
    firsts.set(field.letters, first);
    if (!repeated.has(field)) continue;
    const isAll = isOneTooMany(article, first) || isOneTooMany(article, field);
    const explained = [...misplaced].filter(({ letters }) => isAll || letters === field.letters);
    yield { kind: 'repeated', field, first, explains: { repeated: [field], misplaced: explained } };
  }
}

/** The fields in the wrong place: one damage if all of them can be put in order at once. */
export function* disorderedFields({ fields }: Article, { misplaced }: Symptoms): Generator<Disordered> {
  const all = [...misplaced];
  const isOne = fields.every((field) => !field.format || ownMarkers(field));
  for (const field of isOne ? all.slice(0, 1) : all) {
    yield { kind: 'disordered', field, explains: { misplaced: isOne ? all : [field] } };
  }
}
