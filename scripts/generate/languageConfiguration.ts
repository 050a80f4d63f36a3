/** The language configuration, generated from the table of the format. */
import { FIELDS, markerText, SUFFIX } from '../../server/src/core/format';

export function languageConfiguration(): string {
  const endings = Object.values(SUFFIX).map((suffix) => suffix.slice(1).replace('.', '\\.'));
  return `${JSON.stringify(
    {
      // Lower case, because VS Code lower-cases the text before it looks for brackets (microsoft/vscode#197970).
      brackets: FIELDS.map((row) => [
        markerText(row.marker, 'start').toLowerCase(),
        markerText(row.marker, 'end').toLowerCase(),
      ]),
      // Bracket colours would replace the theme's. A START without a partner would still be red; the default of
      // `editor.bracketPairColorization.enabled` in package.json prevents that.
      colorizedBracketPairs: [],
      // None: typing the lost full stop of a START would insert a second END.
      autoClosingPairs: [],
      surroundingPairs: [
        ['"', '"'],
        ['“', '”'],
        ['(', ')'],
        ['[', ']'],
      ],
      // A marker is one word; in prose a word is letters and digits, with apostrophes inside.
      wordPattern: {
        pattern: `(?:[A-Z]-){1,40}(?:${endings.join('|')})|[\\p{L}\\p{M}\\p{N}_]+(?:['’][\\p{L}\\p{M}\\p{N}_]+)*`,
        flags: 'u',
      },
    },
    null,
    2,
  )}\n`;
}
