/** Writes both markers of a field around a selection. */

import * as l10n from '@vscode/l10n';
import { FIELDS, fieldName, markerText } from '../format';
import { type Article, ownMarkers } from '../parse/article';
import { articleIndex, type ParsedDocument, parse } from '../parse/parser';
import type { Edit } from '../repair/edit';
import { applyEdits } from '../repair/edit';
import { isFaithful } from '../repair/faithful';
import { isBlank, type Span, shifted, textOf, trimmed } from '../span';
import { lacking, type Setting, spacingFor } from '../writing/template';
import { spaceAfter, spaceBefore } from './completionChoices';
import { placeAt } from './completionPlace';

/** A field that the selection can become. */
export interface WrapChoice {
  /** The field's letters joined by hyphens. */
  readonly letters: string;
  /** In offsets of the document. */
  readonly edits: readonly Edit[];
}

/**
 * The fields that a selection (in offsets of the document) can become, those of the format first; or a sentence that says why
 * it can become none. White space at the ends of the selection stays outside.
 */
export function wrapChoices(parsed: ParsedDocument, selection: Span, setting: Setting): readonly WrapChoice[] | string {
  const index = articleIndex(parsed, selection.start);
  const article = parsed.articles[index];
  const base = parsed.starts[index] ?? 0;
  if (!article || selection.start === selection.end) return nothing();
  if (selection.end > base + article.text.length)
    return l10n.t('The selection reaches into the next article. Select less.');
  const span = trimmed(article.text, shifted(selection, -base));
  if (span.start === span.end) return nothing();
  const obstacle = obstacleIn(article, span);
  if (obstacle) return obstacle;
  const place = placeAt(parsed, base + span.start, setting.additionalFields);
  if (!place) return l10n.t('The selection is inside the value of a field, and no field can be inside another one.');
  const wanted = spacingFor(parsed, index, setting);
  const unfinished = place.kind === 'gap' ? [] : [place.letters];
  const missing = [...FIELDS.map(({ marker }) => marker), ...setting.additionalFields].filter(
    (letters) => !article.fields.some((field) => field.letters === letters),
  );
  if (missing.length === 0) return l10n.t('This article already has all fields.');
  const found = missing
    .map((letters) => ({ letters, edits: markersAround(article, span, letters, wanted) }))
    .filter((wrapping) => isSound(article, span, wrapping, unfinished));
  if (found.length === 0) return l10n.t('A field here would break the fields around it. Fix those first.');
  return found.map(({ letters, edits }) => ({
    letters,
    edits: edits.map((edit) => ({ ...edit, span: shifted(edit.span, base) })),
  }));
}

function nothing(): string {
  return l10n.t('Nothing is selected. Select the text that will become the field.');
}

/** The sentence about a marker that the selection touches, if it touches one. */
function obstacleIn({ markers }: Article, { start, end }: Span): string | undefined {
  const marker = markers.find((other) => other.start < end && start < other.end);
  if (!marker) return undefined;
  const name = markerText(marker.letters, marker.side);
  const isSplit = marker.start < start || end < marker.end;
  return isSplit
    ? l10n.t('The selection would split the marker {0} Select the text beside it.', name)
    : l10n.t('The selection contains the marker {0} Select text without markers.', name);
}

function markersAround(
  article: Article,
  span: Span,
  letters: string,
  wanted: ReturnType<typeof spacingFor>,
): readonly Edit[] {
  const { text } = article;
  const { inside } = wanted;
  const place = { article, isFirst: isBlank(text, 0, span.start), isLast: isBlank(text, span.end, text.length) };
  const before = lacking(text, span.start, 'before', spaceBefore(place, wanted));
  const after = lacking(text, span.end, 'after', spaceAfter(place, wanted));
  return [
    { span: { start: span.start, end: span.start }, text: before + markerText(letters, 'start') + inside },
    { span: { start: span.end, end: span.end }, text: inside + markerText(letters, 'end') + after },
  ];
}

/** Whether the selection becomes the value, and all other values stay as they are. */
function isSound(article: Article, span: Span, { letters, edits }: WrapChoice, changes: readonly string[]): boolean {
  const after = parse(applyEdits(article.text, edits)).articles;
  const isThere = after.some((fixed) =>
    fixed.fields.some(
      (field) =>
        field.letters === letters &&
        ownMarkers(field) &&
        textOf(fixed.text, field.value) === textOf(article.text, span),
    ),
  );
  return isThere && isFaithful(article, { title: fieldName(letters), edits, tier: 'suggested', changes });
}
