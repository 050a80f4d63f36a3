/** The markers, fields and articles that can be inserted at a place. */
import * as l10n from '@vscode/l10n';
import { FIELDS, fieldName, fieldRank, markerText } from '../format';
import type { ParsedDocument } from '../parse/parser';
import type { Spacing } from '../repair/spacing';
import { isBlank, type Span } from '../span';
import {
  articleTemplate,
  fieldTemplate,
  lacking,
  placeholders,
  type Setting,
  spacingFor,
  type Template,
} from '../writing/template';
import type { CompletionPlace } from './completionPlace';

/** What can be written at a place. */
export interface Completion {
  readonly kind: 'marker' | 'field' | 'article' | 'date';
  readonly label: string;
  /** What it does, in a few words. */
  readonly detail: string;
  /** The span that it replaces, in offsets of the document: the typed text, or the present date. */
  readonly span: Span;
  readonly template: Template;
  /** The typed text and the rest of the name in the same spelling. Editors compare further typing with it. */
  readonly filter: string;
}

/** A completion without regard to the typed text. */
export interface Choice {
  readonly kind: 'marker' | 'field' | 'article';
  readonly label: string;
  readonly detail: string;
  readonly template: Template;
  /** The texts by which it is found when a beginning of one is typed. */
  readonly names: readonly string[];
  /** Letters of the fields whose values it ends or begins. */
  readonly changes: readonly string[];
}

/** What can be inserted at a place, the most likely first. */
export function choicesAt(parsed: ParsedDocument, place: CompletionPlace, setting: Setting): readonly Choice[] {
  const wanted = spacingFor(parsed, place.index, setting);
  const values = placeholders(parsed, place.index, setting);
  const newField = (letters: string, placeholder: string) =>
    fieldChoice(place, letters, fieldTemplate(letters, placeholder, wanted), wanted);
  if (place.kind === 'open') {
    const row = FIELDS[fieldRank(place.letters)];
    return endChoice(place, row ? values[row.kind] : '', wanted);
  }
  if (place.kind === 'unopened') return [startChoice(place, place.letters, wanted)];
  return [
    ...(place.articleFits ? [articleChoice(place, articleTemplate(values, wanted), values.number, wanted)] : []),
    ...place.missing.flatMap(({ marker, kind }) => [
      ...(place.textFollows ? [startChoice(place, marker, wanted)] : []),
      newField(marker, values[kind]),
    ]),
    ...setting.additionalFields
      .filter((letters) => place.article.fields.length > 0 && !hasField(place, letters))
      .map((letters) => newField(letters, '')),
  ];
}

function hasField({ article }: CompletionPlace, letters: string): boolean {
  return article.fields.some((field) => field.letters === letters);
}

/** The END of an open field, after its value; with a blank for the value if there is none. */
function endChoice(place: CompletionPlace & { kind: 'open' }, placeholder: string, wanted: Spacing): Choice[] {
  const { article, offset, letters, valueStart } = place;
  const name = markerText(letters, 'end');
  const before = lacking(article.text, offset, 'before', wanted.inside);
  const after = lacking(article.text, offset, 'after', spaceAfter(place, wanted));
  const choice = {
    kind: 'marker',
    label: name,
    detail: l10n.t('closes {0}', fieldName(letters)),
    names: [name],
    changes: [letters],
  } as const;
  if (!isBlank(article.text, valueStart, offset)) return [{ ...choice, template: [before + name + after] }];
  if (place.textFollows) return []; // It would be before the text that it should close.
  return [{ ...choice, template: [before, { placeholder }, wanted.inside + name + after] }];
}

/** The START of a field, before the text that follows. */
function startChoice(place: CompletionPlace, letters: string, wanted: Spacing): Choice {
  const { article, offset } = place;
  const name = markerText(letters, 'start');
  const before = lacking(article.text, offset, 'before', spaceBefore(place, wanted));
  return {
    kind: 'marker',
    label: name,
    detail: l10n.t('opens {0}', fieldName(letters)),
    template: [before + name + lacking(article.text, offset, 'after', wanted.inside)],
    names: [name],
    changes: [letters],
  };
}

function fieldChoice(place: CompletionPlace, letters: string, field: Template, wanted: Spacing): Choice {
  const start = markerText(letters, 'start');
  return {
    kind: 'field',
    label: `${start} … ${markerText(letters, 'end')}`,
    detail: l10n.t('adds {0}', fieldName(letters)),
    template: spaced(place, field, spaceBefore(place, wanted), spaceAfter(place, wanted)),
    names: [start],
    changes: [],
  };
}

function articleChoice(place: CompletionPlace, article: Template, number: string, wanted: Spacing): Choice {
  const { isFirst } = place;
  return {
    kind: 'article',
    label: l10n.t('New article {0}', number),
    detail: l10n.t('adds an article with all its fields'),
    template: spaced(place, article, isFirst ? wanted.lead : wanted.border, spaceAfter(place, wanted)),
    names: [markerText(FIELDS[0]?.marker ?? '', 'start'), 'article', l10n.t('article')],
    changes: [],
  };
}

/** The template with the white space that is missing on both sides. */
function spaced({ article, offset }: CompletionPlace, template: Template, before: string, after: string): Template {
  const { text } = article;
  return [lacking(text, offset, 'before', before), ...template, lacking(text, offset, 'after', after)];
}

/** The white space that is wanted before something new at a place, with what is already there. */
export function spaceBefore(
  { isFirst, article }: Pick<CompletionPlace, 'isFirst' | 'article'>,
  wanted: Spacing,
): string {
  if (!isFirst) return wanted.between;
  return article.first ? wanted.lead : wanted.border;
}

/** The white space that is wanted after something new at a place, with what is already there. */
export function spaceAfter({ isLast, article }: Pick<CompletionPlace, 'isLast' | 'article'>, wanted: Spacing): string {
  if (!isLast) return wanted.between;
  return article.final ? wanted.tail : wanted.border;
}
