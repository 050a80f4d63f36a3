/**
 * The TextMate grammar, generated from the table of the format.
 *
 * In each of VS Code's own themes, markers, number, date, title, text, unknown markers and bad dates look different
 * (test/syntaxes/themes.test.ts). No scope is a string or a comment, which would switch bracket matching off.
 * Every pattern is linear in the length of the line: no nested quantifiers, look-behind of two characters only.
 */
import { FIELDS, type FieldFormat, markerText, SUFFIX } from '../../server/src/core/format';
import { DATE_SCOPES, INVALID_DATE, markerScope, UNKNOWN_MARKER, valueScopes } from './scopes';

/** The START of the next field also ends a field whose END is lost, so that the rest of the file keeps its colours. */
const ANY_START = `(?:${FIELDS.map((row) => escaped(row.marker)).join('|')})${escaped(SUFFIX.start)}`;
const ANY_MARKER_END = `(?:${escaped(SUFFIX.start.slice(1))}|${escaped(SUFFIX.end.slice(1))})`;

export function grammar(): string {
  return `${JSON.stringify(
    {
      information_for_contributors: ['Generated from server/src/core/format.ts by `npm run generate`.'],
      $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
      name: 'Article',
      scopeName: 'source.article',
      patterns: [
        ...FIELDS.map((row) => ({ include: `#${row.name}` })),
        { include: '#stray-end' },
        { include: '#unknown-marker' },
      ],
      repository: {
        ...Object.fromEntries(FIELDS.map((row) => [row.name, field(row)])),
        'stray-end': {
          match: `(?<![A-Z]-)(?:${FIELDS.map((row) => escaped(row.marker)).join('|')})${escaped(SUFFIX.end)}`,
          name: markerScope('end'),
        },
        'unknown-marker': {
          match: `(?<![A-Z]-)(?:[A-Z]-)+${ANY_MARKER_END}`,
          name: UNKNOWN_MARKER,
        },
        date: {
          patterns: [
            {
              match: `\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?=\\s|$|${escaped(markerText('D-A-T-E', 'end'))})`,
              name: DATE_SCOPES,
            },
            {
              match: `(?:(?!(?:[A-Z]-){1,16}${ANY_MARKER_END})\\S)+`,
              name: INVALID_DATE,
            },
          ],
        },
      },
    },
    null,
    2,
  )}\n`;
}

function field(row: FieldFormat) {
  const name = row.name.toLowerCase();
  return {
    name: `meta.field.${name}.article`,
    begin: escaped(markerText(row.marker, 'start')),
    beginCaptures: { 0: { name: markerScope('start') } },
    end: `(${escaped(markerText(row.marker, 'end'))})|(?=${ANY_START})`,
    endCaptures: { 1: { name: markerScope('end') } },
    ...(row.kind === 'date' ? {} : { contentName: valueScopes(row) }),
    patterns: [
      { include: '#stray-end' },
      { include: '#unknown-marker' },
      ...(row.kind === 'date' ? [{ include: '#date' }] : []),
    ],
  };
}

function escaped(text: string): string {
  return text.replace(/[.]/g, '\\$&');
}
