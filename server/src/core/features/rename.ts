/** A user-defined field gets another name: in all its markers. */
import * as l10n from '@vscode/l10n';
import { FIELDS, fieldName, fieldRank, SUFFIX } from '../format';
import type { Marker } from '../markers/scanner';
import type { Article } from '../parse/article';
import { parse } from '../parse/parser';
import { applyEdits, type Edit } from '../repair/edit';
import { type Span, textOf } from '../span';
import { fieldOfMarker, holds, markerAt } from './atOffset';

/** The letters of a user-defined field at an offset, and where they are; undefined if no marker of such a field is there. */
export function ownFieldAt(article: Article, offset: number): { letters: string; span: Span } | undefined {
  const marker = markerAt(article, offset);
  return marker && isOwn(marker) ? { letters: marker.letters, span: lettersOf(marker) } : undefined;
}

/** The letters at an offset and those of the other marker of their user-defined field: they change together. Undefined if it has not both. */
export function linkedLetters(article: Article, offset: number): readonly Span[] | undefined {
  const marker = markerAt(article, offset);
  const { start, end } = (marker && isOwn(marker) && fieldOfMarker(article, marker)) || {};
  if (!start || !end || !isOwn(start) || !isOwn(end)) return undefined;
  const letters = [lettersOf(start), lettersOf(end)];
  return letters.some((span) => holds(span, offset)) ? letters : undefined;
}

/** The letters that a new name has in a marker: `S-O-U-R-C-E`, also for `SOURCE`. Or a sentence that says why it cannot be one. */
export function lettersOfName(name: string): { letters: string } | { refusal: string } {
  const letters = /^[A-Z]+$/.test(name) ? [...name].join('-') : name;
  if (!/^[A-Z](?:-[A-Z])*$/.test(letters)) {
    return {
      refusal: l10n.t(
        '“{0}” is not a field. Write capital letters joined by hyphens, such as {1}.',
        name,
        'S-O-U-R-C-E',
      ),
    };
  }
  if (FIELDS.some(({ marker }) => marker === letters)) {
    return { refusal: l10n.t('{0} is a field of the format. Choose another name.', fieldName(letters)) };
  }
  return { letters };
}

/**
 * The edits that rename a field in an article; none if it has no such field. Or a sentence that says why that would change what the
 * article says.
 */
export function renameEdits(article: Article, from: string, to: string): { edits: Edit[] } | { refusal: string } {
  const markers = article.markers.filter((marker) => isOwn(marker) && marker.letters === from);
  if (from === to || markers.length === 0) return { edits: [] };
  if (article.markers.some(({ letters }) => letters === to)) {
    return { refusal: l10n.t('An article with {0} already has a field {1}. Choose another name.', from, to) };
  }
  const edits = markers.map((marker) => ({ span: lettersOf(marker), text: to }));
  const [renamed, ...more] = parse(applyEdits(article.text, edits)).articles;
  const isSame = renamed && more.length === 0 && contentOf(renamed) === contentOf(article, from, to);
  return isSame
    ? { edits }
    : { refusal: l10n.t('Markers with {0} would be read in another way. Choose another name.', to) };
}

/** The fields and their values, with one of the fields renamed. */
function contentOf({ text, fields }: Article, from?: string, to?: string): string {
  return JSON.stringify(fields.map(({ letters, value }) => [letters === from ? to : letters, textOf(text, value)]));
}

function isOwn({ letters, misspelled }: Marker): boolean {
  return fieldRank(letters) === -1 && !misspelled;
}

/** A marker without `-S-T-A-R-T.` or `-E-N-D.`. */
function lettersOf({ start, end, side }: Marker): Span {
  return { start, end: end - SUFFIX[side].length };
}
