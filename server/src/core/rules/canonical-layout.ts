import * as l10n from '@vscode/l10n';
import { endsSpelledOut } from '../markers/spelledOut';
import { type Article, type Field, ownMarkers } from '../parse/article';
import { isBlank, type Span, textOf } from '../span';
import { hasConflictLine } from '../text/conflicts';
import type { Rule, RuleFinding } from './rule';

/** White space that differs from the producers'. Values and the ends of the article are left alone. */
export const canonicalLayout: Rule = {
  code: 'canonical-layout',
  severity: 'off',
  get finds() {
    return l10n.t('white space beside a marker that differs from the line layout');
  },
  why: 'Both producers write one space on each side of a value, and two spaces between fields. Files that all have this form can be compared byte by byte.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D. D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T.\tA truce in Gaza T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Weeks of talks have failed. T-E-X-T-E-N-D. ',
  *check(article) {
    for (const [i, field] of article.fields.entries()) {
      if (!isWellFormed(field)) continue;
      const before = article.fields[i - 1];
      if (before && isWellFormed(before)) yield* between(article, before, field);
      yield* insideOf(article, field);
    }
  },
};

function* between({ text }: Article, before: Field, { start }: Field): Generator<RuleFinding> {
  if (!before.end || !start || !isBlank(text, before.end.end, start.start)) return;
  const space = { start: before.end.end, end: start.start };
  const message = () => l10n.t('The line layout has two spaces between fields. Write two spaces here.');
  yield* compare(text, space, '  ', start, message);
}

function* insideOf({ text }: Article, { start, end, value }: Field): Generator<RuleFinding> {
  if (!start || !end) return;
  if (value.start === value.end) {
    const space = { start: start.end, end: end.start };
    const message = () =>
      l10n.t('The line layout has two spaces between the markers of an empty field. Write two spaces here.');
    yield* compare(text, space, '  ', end, message);
    return;
  }
  if (hasConflictLine(textOf(text, value))) return; // With other white space it might no longer be one.
  const message = () => l10n.t('The line layout has one space between a marker and the value. Write one space here.');
  yield* compare(text, { start: start.end, end: value.start }, ' ', start, message);
  if (value.end === end.start && endsSpelledOut(text, end.start, value.start)) return;
  yield* compare(text, { start: value.end, end: end.start }, ' ', end, message);
}

/** Whether the field's markers are its own and correct: otherwise white space could change how it is read. */
function isWellFormed(field: Field): boolean {
  return ownMarkers(field) && !field.start?.misspelled && !field.end?.misspelled;
}

/** A finding on white space that differs from the canonical one; on the marker, if there is no white space to underline. */
function* compare(
  text: string,
  space: Span,
  canonical: string,
  marker: Span,
  message: () => string,
): Generator<RuleFinding> {
  if (text.slice(space.start, space.end) === canonical) return;
  const title = canonical.length === 1 ? l10n.t('Write one space') : l10n.t('Write two spaces');
  yield {
    span: space.start === space.end ? marker : space,
    message: message(),
    fixes: [{ title, edits: [{ span: space, text: canonical }], tier: 'safe' }],
  };
}
