/** The language configuration, from the format's table. */
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
      // Bracket colours would paint over the theme's. Without partner a START would still be red, but for the default
      // of `editor.bracketPairColorization.enabled` in package.json.
      colorizedBracketPairs: [],
      // No pair: typing the lost full stop of a START would insert a second END.
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
