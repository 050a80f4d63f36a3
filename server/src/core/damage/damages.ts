/**
 * The damages of an article. Each symptom is explained by exactly one of them, so that one damage has one finding. An example:
 * where a field has lost its markers, there is a missing field and a text outside any field; they are one damage.
 */

import type { Marker } from '../markers/scanner';
import type { Article, Field } from '../parse/article';
import type { Jumble } from '../parse/jumbles';
import { countBefore, type Span, touch } from '../span';
import { type Crossed, crossedMarkers } from './crossedMarkers';
import { type Leftover, leftovers } from './leftovers';
import type { LoneMarker } from './loneMarkers';
import { type Missing, missingFields, type Renamed, type Unmarked } from './missingFields';
import { type Disordered, disorderedFields, type Repeated, repeatedFields } from './repeatedFields';
import type { StrayText } from './strayTexts';
import { type SomeSymptoms, type Symptoms, symptomsOf } from './symptoms';
import { type Moved, type Unmatched, unmatchedMarkers } from './unmatchedMarkers';
import { type Unreadable, unreadableArticles } from './unreadableArticles';
import { type Wrapped, wrapped } from './wrapped';

/** Many markers are in no order. */
export interface Jumbled {
  readonly kind: 'jumbled';
  readonly jumble: Jumble;
  readonly explains: SomeSymptoms;
}

/** A whole field is inside the value of another one. */
export interface Nested {
  readonly kind: 'nested';
  readonly marker: Marker;
  /** The START of the outer field. */
  readonly outer: Marker;
  readonly explains: SomeSymptoms;
}

/** A field that is neither the format's nor user-defined. */
export interface Unknown {
  readonly kind: 'unknown';
  readonly field: Field;
  readonly explains: SomeSymptoms;
}

/** A user-defined field has lost a marker. */
export interface Lone extends LoneMarker {
  readonly kind: 'lone';
  readonly explains: SomeSymptoms;
}

/** A text is outside the empty field beside it: a marker or a line was moved across it. */
export interface Astray {
  readonly kind: 'astray';
  readonly text: Span;
  readonly home: Field;
  readonly explains: SomeSymptoms;
}

/** Markers that are not written correctly: one, or all markers of an article. */
export interface Misspelled {
  readonly kind: 'misspelled';
  readonly markers: readonly Marker[];
  readonly explains: SomeSymptoms;
}

/** A text outside any field. */
export interface Stray {
  readonly kind: 'stray';
  readonly text: StrayText;
  readonly explains: SomeSymptoms;
}

export interface Empty {
  readonly kind: 'empty';
  readonly field: Field;
  readonly explains: SomeSymptoms;
}

export type Damage =
  | Jumbled
  | Wrapped
  | Moved
  | Unmatched
  | Crossed
  | Nested
  | Renamed
  | Unmarked
  | Missing
  | Repeated
  | Disordered
  | Unknown
  | Lone
  | Astray
  | Misspelled
  | Leftover
  | Unreadable
  | Stray
  | Empty;

/**
 * The kinds of damage, in the order in which they explain symptoms. Those that explain several come first. A function sees only
 * what no damage before it has explained.
 */
const KINDS: readonly ((article: Article, unexplained: Symptoms) => Iterable<Damage>)[] = [
  leftovers,
  jumbled,
  unreadableArticles,
  wrapped,
  unmatchedMarkers,
  crossedMarkers,
  nestedFields,
  missingFields,
  repeatedFields,
  disorderedFields,
  unknownFields,
  ownFieldsLeft,
  loneFields,
  astrayTexts,
  misspelledMarkers,
  strayTextsLeft,
  emptyFields,
];

/** All damages of an article; `additionalFields` are the letters of user-defined fields. */
export function damagesOf(article: Article, additionalFields: readonly string[]): readonly Damage[] {
  const unexplained = symptomsOf(article, additionalFields);
  const damages: Damage[] = [];
  for (const kind of KINDS) {
    for (const damage of kind(article, unexplained)) {
      take(unexplained, damage.explains);
      damages.push(damage);
    }
  }
  return damages;
}

/** The damages of one kind or several kinds, in order. */
export function ofKind<K extends Damage['kind']>(
  damages: readonly Damage[],
  ...kinds: readonly K[]
): readonly Extract<Damage, { kind: K }>[] {
  const isWanted = (damage: Damage): damage is Extract<Damage, { kind: K }> =>
    (kinds as readonly string[]).includes(damage.kind);
  return damages.filter(isWanted);
}

function take(symptoms: Symptoms, explained: SomeSymptoms): void {
  for (const [kind, each] of Object.entries(explained) as [keyof Symptoms, readonly never[]][]) {
    for (const symptom of each) (symptoms[kind] as Set<unknown>).delete(symptom);
  }
}

/** It explains all that is wrong with its own markers. */
function* jumbled(_: Article, { jumbles, misspelled, lone }: Symptoms): Generator<Jumbled> {
  for (const jumble of jumbles) {
    const explains = {
      jumbles: [jumble],
      misspelled: [jumble.first, jumble.last].filter((marker) => misspelled.has(marker)),
      lone: [...lone].filter(({ marker }) => touch(marker, jumble)),
    };
    yield { kind: 'jumbled', jumble, explains };
  }
}

function* nestedFields(_: Article, { faults }: Symptoms): Generator<Nested> {
  for (const fault of faults) {
    if (fault.code !== 'nested-field' || !fault.partner) continue;
    yield { kind: 'nested', marker: fault.marker, outer: fault.partner, explains: { faults: [fault] } };
  }
}

function* unknownFields(_: Article, { unknown }: Symptoms): Generator<Unknown> {
  for (const field of unknown) yield { kind: 'unknown', field, explains: { unknown: [field] } };
}

/** A user-defined field has one damage for each of its markers that is misspelled. */
function* ownFieldsLeft(_: Article, { own }: Symptoms): Generator<Misspelled> {
  for (const field of own) {
    const markers = [field.start, field.end].filter(({ misspelled }) => misspelled);
    for (const [i, marker] of markers.entries())
      yield { kind: 'misspelled', markers: [marker], explains: i === 0 ? { own: [field] } : {} };
  }
}

/** Where the value of a half field is outside any field, it is its value. */
function* loneFields(_: Article, { lone, stray }: Symptoms): Generator<Lone> {
  const texts = [...stray];
  for (const each of lone) {
    const around = texts[countBefore(texts, each.marker.end, ({ span }) => span) - 1];
    const own = around && stray.has(around) && touch(around.span, each.marker) ? [around] : [];
    yield { kind: 'lone', ...each, explains: { lone: [each], stray: own } };
  }
}

function* astrayTexts(_: Article, { stray, empty }: Symptoms): Generator<Astray> {
  for (const text of stray) {
    const { span, home } = text;
    if (home && empty.has(home)) yield { kind: 'astray', text: span, home, explains: { stray: [text], empty: [home] } };
  }
}

/** If no marker of an article is correct, they have one cause. */
function* misspelledMarkers({ markers }: Article, { misspelled }: Symptoms): Generator<Misspelled> {
  const all = [...misspelled];
  const isOne = all.length > 1 && all.length === markers.length;
  for (const each of isOne ? [all] : all.map((marker) => [marker])) {
    yield { kind: 'misspelled', markers: each, explains: { misspelled: each } };
  }
}

function* strayTextsLeft(_: Article, { stray }: Symptoms): Generator<Stray> {
  for (const text of stray) yield { kind: 'stray', text, explains: { stray: [text] } };
}

function* emptyFields(_: Article, { empty }: Symptoms): Generator<Empty> {
  for (const field of empty) yield { kind: 'empty', field, explains: { empty: [field] } };
}
