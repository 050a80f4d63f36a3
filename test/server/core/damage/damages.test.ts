/** Each symptom of an article is explained by one damage: nothing is reported twice, and nothing is left out. */
import { assert } from 'chai';
import fc from 'fast-check';
import { type Damage, damagesOf } from '../../../../server/src/core/damage/damages';
import { type Symptoms, symptomsOf } from '../../../../server/src/core/damage/symptoms';
import { markerText, type Side } from '../../../../server/src/core/format';
import type { Marker } from '../../../../server/src/core/markers/scanner';
import { type Article, type Field, listed as listedNames } from '../../../../server/src/core/parse/article';
import { parse } from '../../../../server/src/core/parse/parser';
import { textOf } from '../../../../server/src/core/span';
import { anyDocument, realisticDocument } from '../articles';

const BYLINE = ['B-Y-L-I-N-E'];

/** The fields of the examples by their first letters: F is F-N, X is TEXT, S and B are no fields of the format. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ F: 'F-N', D: 'D-A-T-E', T: 'T-I-T-L-E', X: 'T-E-X-T', S: 'S-O-U-R-C-E', B: 'B-Y-L-I-N-E' },
};
const VALUES: Readonly<Record<string, string>> = {
  ...{ F: '1986', D: '2024-04-09', T: 'Truce in sight', X: 'Talks go on.', S: 'BBC', B: 'Ann Lee' },
};

/**
 * Writes an example: `T` is the START of TITLE and a value, `T{}` the START alone, `T-` the END. `~` after them writes their
 * hyphens as en dashes.
 */
function written(short: string): string {
  return short.replace(/\b([FDTXSB])(-?)(~?)(\{\})?(?=[\s"]|$)/g, (_, field, isEnd, isMisspelled, isEmpty) => {
    const marker = markerText(LETTERS[field] as string, isEnd ? 'end' : 'start');
    const value = isEnd || isEmpty ? '' : ` ${VALUES[field]}`;
    return (isMisspelled ? marker.replaceAll('-', '–') : marker) + value;
  });
}

/** The damages of the only article of an example: their kinds, and what they point at, as the example writes it. */
function damagesIn(short: string): string[] {
  const [article, ...others] = parse(written(short)).articles as [Article];
  assert.isEmpty(others);
  expectEachOnce(article);
  return damagesOf(article, BYLINE).map((damage) => [damage.kind, ...pointedAt(article, damage)].join(' '));
}

function pointedAt({ text }: Article, damage: Damage): string[] {
  const shortOf = (letters: string, side: Side) =>
    `${Object.keys(LETTERS).find((key) => LETTERS[key] === letters)}${side === 'end' ? '-' : ''}`;
  const ofMarker = ({ letters, side }: Marker) => shortOf(letters, side);
  const ofField = ({ letters }: Field) => shortOf(letters, 'start');
  switch (damage.kind) {
    case 'wrapped':
      return [textOf(text, damage.before), textOf(text, damage.after)];
    case 'unmatched':
      return [ofMarker(damage.marker), ...damage.cut.map(({ rows }) => `(${listedNames(rows)})`)];
    case 'moved':
    case 'crossed':
    case 'nested':
    case 'lone':
      return [ofMarker(damage.marker)];
    case 'renamed':
      return [ofField(damage.field), damage.missing.name];
    case 'unmarked':
      return [textOf(text, damage.text), damage.missing.name];
    case 'missing':
      return [listedNames(damage.gap.rows)];
    case 'astray':
      return [textOf(text, damage.text)];
    case 'misspelled':
      return damage.markers.length > 1 ? [`${damage.markers.length}`] : damage.markers.map(ofMarker);
    case 'jumbled':
      return [`${damage.jumble.count}`];
    case 'leftover':
      return damage.lines.map((line) => textOf(text, line));
    case 'unreadable':
      return damage.markers.map((marker) => textOf(text, marker));
    case 'stray':
      return [textOf(text, damage.text.span)];
    default:
      return [ofField(damage.field)];
  }
}

/** Each element of the symptoms, with its kind; two objects are never the same. */
function listed(symptoms: Partial<Record<keyof Symptoms, Iterable<object>>>): [string, string][] {
  return Object.entries(symptoms).flatMap(([kind, all]) =>
    [...all].map((each): [string, string] => [kind, JSON.stringify(each)]),
  );
}

/** Checks that each symptom of an article is explained by one damage; gives how many symptoms there are. */
function expectEachOnce(article: Article): number {
  const symptoms = listed(symptomsOf(article, BYLINE));
  const explained = damagesOf(article, BYLINE).flatMap(({ explains }) => listed(explains));
  assert.deepEqual(explained.sort(), symptoms.sort());
  return symptoms.length;
}

/** A document in which parts were cut out, or replaced by a marker. */
const damagedDocument = fc
  .tuple(
    realisticDocument,
    fc.array(
      fc.tuple(fc.nat(), fc.nat(40), fc.constantFrom('', 'T-I-T-L-E-E-N-D.', 'B-Y-L-I-N-E-S-T-A-R-T.', 'T-E-')),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
  )
  .map(([text, cuts]) =>
    cuts.reduce((left, [place, length, put]) => {
      const at = place % (left.length + 1);
      return left.slice(0, at) + put + left.slice(at + length);
    }, text),
  );

describe('the damages of an article', () => {
  it('explain each symptom once', () => {
    let count = 0;
    fc.assert(
      fc.property(fc.oneof(anyDocument, damagedDocument), (text) => {
        for (const article of parse(text).articles) {
          count += expectEachOnce(article);
        }
      }),
      { numRuns: 500 },
    );
    assert.isAbove(count, 500);
  });

  /** What is wrong, and the damages that explain it: their kind, and what they point at. */
  const DAMAGES: readonly [what: string, text: string, ...damages: string[]][] = [
    ['nothing', ' F F- D D- T T- X X- '],
    ['quotation marks around all', '" F F- D D- T T- X X- "', 'wrapped " "'],
    ['quotation marks stuck to the markers', '"F F- D D- T T- X X-"', 'wrapped " "'],
    ['a lost END', ' F F- D D- T  X X- ', 'unmatched T'],
    ['a lost START', ' F F- D D- A title T- X X- ', 'unmatched T-'],
    ['a cut from a value into another one', ' F F- D D- T  cut X- ', 'crossed X-'],
    ['a lost END, and a field with it', ' F F- D  X X- ', 'unmatched D (TITLE)'],
    ['a lost END, and a field missing elsewhere', ' D  X X- ', 'unmatched D (TITLE)', 'missing F-N'],
    ['two lost ENDs, and a field with the second', ' F  D D- T  ', 'unmatched F', 'unmatched T (TEXT)'],
    ['the end of the file within a START', ' F F- D D- T T- X~{}', 'unmatched X'],
    ['a cut from a field into an END', ' F F- D D-  win L-E-E-N-D.  X X- ', 'unmatched T-'],
    ['two ENDs too many, and a lost one', ' F F- T- D D- T- T X X- ', 'unmatched T-', 'unmatched T-', 'unmatched T'],
    ['an END that was moved into another field', ' F F- D T- D- T X X- ', 'moved T-'],
    ['an END too many', ' F F- D D- T T- T- X X- ', 'unmatched T-'],
    ['the wrong END', ' F F- D D- T D- X X- ', 'crossed D-'],
    ['two exchanged markers', ' F F- D D- X T- T X- ', 'crossed T-'],
    ['a field in another one', ' F F- D D- T T- X a D D- b X- ', 'nested D'],
    ['a missing field', ' F F- T T- X X- ', 'missing DATE'],
    ['two missing fields side by side', ' F F- X X- ', 'missing DATE and TITLE'],
    ['two missing fields apart', ' D D- X X- ', 'missing F-N', 'missing TITLE'],
    ['a field with an unknown name for a missing one', ' F F- S S- T T- X X- ', 'renamed S DATE'],
    ['a field twice for a missing one', ' F F- T T- T T- X X- ', 'renamed T DATE'],
    ['a value without its markers', ' F F- D D- A title X X- ', 'unmarked A title TITLE'],
    ['the end of the file within a marker', ' F F- D D- T T-  T-E-', 'missing TEXT'],
    ['a field twice', ' F F- D D- D D- T T- X X- ', 'repeated D'],
    ['a field twice, and the first is in the wrong place', ' F F- T T- D D- T T- X X- ', 'repeated T'],
    ['fields in the wrong order', ' F F- T T- D D- X X- ', 'disordered D'],
    ['an unknown field', ' F F- D D- S S- T T- X X- ', 'unknown S'],
    ['a single marker of a user-defined field', ' F F- D D- T T- B A name X X- ', 'lone B'],
    ['two such markers in one text', ' F F- D D- T T- B B X X- ', 'lone B', 'lone B'],
    [
      'a misspelled user-defined field in the place of a missing one',
      ' F F- D D- B~ B- X X- ',
      'missing TITLE',
      'misspelled B',
    ],
    ['a text beside its empty field', ' F F- D D- T{} T- A title X X- ', 'astray A title'],
    ['a misspelled marker', ' F F- D D- T T-~ X X- ', 'misspelled T-'],
    ['an article whose markers are all misspelled', ' F~ F-~ D~ D-~ T~ T-~ X~ X-~ ', 'misspelled 8'],
    ['text between two fields', ' F F- D D- A line T T- X X- ', 'stray A line'],
    ['an empty field', ' F F- D D- T{} T- X X- ', 'empty T'],
  ];
  for (const [what, short, ...damages] of DAMAGES) it(`of ${what}`, () => assert.deepEqual(damagesIn(short), damages));
});
