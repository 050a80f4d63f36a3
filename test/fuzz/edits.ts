/** Edits such as people, editors and accidents make, as values that can be shrunk and kept in a file. */
import fc from 'fast-check';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Position, TextDocument } from 'vscode-languageserver-textdocument';
import { healthyArticle, jumbledDocument, MARKERS, markerSoup } from '../server/core/articles';

/** Places are numbers modulo the length, so that an edit has a meaning in any text. */
export interface FuzzEdit {
  readonly kind: keyof typeof KINDS;
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

/** Replaces the UTF-16 units from `start` to `end`. */
interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type Past = readonly string[];

/** The changes that each kind of edit makes to a text; `past` are some earlier texts in their order. */
const KINDS = {
  replace: (text, { at, length, text: replacement }) => [{ ...spanIn(text, at, length), text: replacement }],
  insert: (text, { at, text: inserted }) => [{ ...spanIn(text, at, 0), text: inserted }],
  type: (text, { at, length }) => [{ ...spanIn(text, at, 0), text: 'aE-.\u00a0'.charAt(length % 5) }],
  atStart: (text, { length, text: replacement }) => [
    { start: 0, end: Math.min(length % 8, text.length), text: replacement },
  ],
  atEnd: (text, { length, text: replacement }) => [
    { start: Math.max(0, text.length - (length % 8)), end: text.length, text: replacement },
  ],
  cutMarker: (text, { at, length }) =>
    withMarker(text, at, ({ start, end }) => {
      const from = start + (length % (end - start));
      return { start: from, end: length % 2 ? from + 1 : end, text: '' };
    }),
  loseMarker: (text, { at }) => withMarker(text, at, (marker) => ({ ...marker, text: '' })),
  changeMarker: (text, { at, length }) =>
    withMarker(text, at, (marker) => ({ ...marker, text: MARKERS[length % MARKERS.length] as string })),
  joinMarkers: (text, { at }) =>
    withMarker(text, at, ({ end }) => ({ start: end, end: markerBehind(text, end)?.start ?? text.length, text: '' })),
  copy: (text, { at, length }) => {
    const { start, end } = spanIn(text, length, at % 400);
    return [{ ...spanIn(text, at, 0), text: text.slice(start, end) }];
  },
  /** The same change at several places, from the last to the first, as VS Code reports several cursors. */
  severalCursors: (text, { at, length, text: inserted }) => {
    const places = [1, 2, 3].map((cursor) => spanIn(text, at * cursor, 0).start).sort((a, b) => b - a);
    return places.map((start, index) => ({
      start,
      end: Math.min(start + (length % 3), places[index - 1] ?? text.length),
      text: inserted,
    }));
  },
  /** The same from the first place to the last: each place is relative to the text after the earlier changes. */
  severalMarkers: (text, { at, length }) => {
    const first = markerBehind(text, spanIn(text, at, 0).start);
    const second = first && markerBehind(text, first.end);
    if (!first || !second) return [];
    const lost = length % (first.end - first.start);
    return [first, second].map(({ start, end }, index) => ({
      start: start - index * (first.end - first.start - lost),
      end: (index === 0 ? end : end - (first.end - first.start - lost)) - lost,
      text: '',
    }));
  },
  lineEnd: (text, { at, length }) => {
    const found = indexFrom(text, /[\r\n]/g, spanIn(text, at, 0).start);
    const start = found ?? spanIn(text, at, 0).start;
    return [{ start, end: found === undefined ? start : start + (length % 3), text: LINE_ENDS[at % 5] as string }];
  },
  halfPair: (text, { at, length }) => {
    const found = indexFrom(text, /[\ud800-\udfff]/g, spanIn(text, at, 0).start);
    const start = found ?? spanIn(text, at, 0).start;
    return [
      { start, end: start + (found === undefined ? 0 : 1), text: ['', '\ud83d', '\ude00'][length % 3] as string },
    ];
  },
  undo: (text, { length }, past) => difference(text, past[length % 2] ?? text),
  wholeText: (text, { at, length }) => [
    { start: 0, end: text.length, text: text.slice(spanIn(text, at, length).start) },
  ],
} satisfies {
  [kind: string]: (text: string, edit: FuzzEdit, past: Past) => readonly (Replacement | undefined)[];
};

const LINE_ENDS = ['\r', '\n', '\r\n', '\n\r', ''];

const place = fc.nat(0x7fffffff);

/** Any edit; most are small. */
export const fuzzEdit: fc.Arbitrary<FuzzEdit> = fc.record({
  kind: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...(Object.keys(KINDS) as (keyof typeof KINDS)[])) },
    // So that a document does not become nothing but damage, which nobody would continue to edit.
    { weight: 1, arbitrary: fc.constant('undo' as const) },
  ),
  at: place,
  length: fc.oneof({ weight: 8, arbitrary: fc.nat(12) }, { weight: 1, arbitrary: fc.nat(600) }),
  text: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom('', ' ', '\r', '\n', '\r\n', '-', 'T', '.', '\ud83d', '\ude00', '🕊️') },
    { weight: 6, arbitrary: fc.constantFrom(...MARKERS) },
    { weight: 1, arbitrary: healthyArticle },
    { weight: 1, arbitrary: fc.oneof(markerSoup, jumbledDocument) },
  ),
});

/** The edit as LSP reports it: one change after the other, each with positions in the text after the previous changes. */
export function changesOf(document: TextDocument, edit: FuzzEdit, past: Past): TextDocumentContentChangeEvent[] {
  const text = document.getText();
  const kind: (text: string, edit: FuzzEdit, past: Past) => readonly (Replacement | undefined)[] = KINDS[edit.kind];
  const replacements = kind(text, edit, past).filter((replacement) => replacement !== undefined);
  if (edit.kind === 'wholeText') return replacements.map((replacement) => ({ text: replacement.text }));
  return replacements.map(({ start, end, text: replacement }) => ({
    range: { start: positionAt(document, start, edit), end: positionAt(document, end, edit) },
    text: replacement,
  }));
}

/** One position in sixteen is beyond the end of its line. A client may send this, and it means the end of the line. */
function positionAt(document: TextDocument, offset: number, { at }: FuzzEdit): Position {
  const position = document.positionAt(offset);
  return at % 16 === 3 ? { ...position, character: position.character + 1000 } : position;
}

function spanIn(text: string, at: number, length: number): { start: number; end: number } {
  const start = at % (text.length + 1);
  return { start, end: Math.min(text.length, start + length) };
}

/** Applies `change` to the first marker after a place, if there is one. */
function withMarker(
  text: string,
  at: number,
  change: (marker: { start: number; end: number }) => Replacement,
): readonly (Replacement | undefined)[] {
  const marker = markerBehind(text, spanIn(text, at, 0).start) ?? markerBehind(text, 0);
  return [marker && change(marker)];
}

function markerBehind(text: string, from: number): { start: number; end: number } | undefined {
  const pattern = /(?:[A-Z]-)+(?:S-T-A-R-T|E-N-D)\./g;
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match ? { start: match.index, end: pattern.lastIndex } : undefined;
}

function indexFrom(text: string, pattern: RegExp, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index;
}

/** The single replacement that turns `from` into `to`. */
function difference(from: string, to: string): readonly Replacement[] {
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from[start] === to[start]) start++;
  let same = 0;
  while (same < most - start && from.at(-1 - same) === to.at(-1 - same)) same++;
  return [{ start, end: from.length - same, text: to.slice(start, to.length - same) }];
}
