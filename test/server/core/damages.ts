/** The ways in which hands and editors damage a marker. */

/** A way to write a marker that is none, by name; each is one damage. */
export const MISSPELLINGS: Readonly<Record<string, (marker: string) => string>> = {
  'lost full stop': (marker) => marker.slice(0, -1),
  'comma for the full stop': (marker) => marker.replace(/\.$/, ','),
  'colon for the full stop': (marker) => marker.replace(/\.$/, ':'),
  'ellipsis for the full stop': (marker) => marker.replace(/\.$/, '…'),
  'lost first hyphen': (marker) => marker.replace('-', ''),
  'lost last hyphen': (marker) => marker.replace(/-([A-Z]\.)$/, '$1'),
  'en dashes': (marker) => marker.replaceAll('-', '–'),
  'one em dash': (marker) => marker.replace('-', '—'),
  'non-breaking hyphens': (marker) => marker.replaceAll('-', '\u2011'),
  'one soft hyphen': (marker) => marker.replace('-', '\u00ad'),
  'minus signs': (marker) => marker.replaceAll('-', '−'),
  'lower case': (marker) => marker.toLowerCase(),
  'one letter in lower case': (marker) => marker.replace(/^[A-Z]/, (letter) => letter.toLowerCase()),
  'Cyrillic letters': (marker) => marker.replaceAll('T', 'Т').replaceAll('E', 'Е').replace(/^F/, 'Ғ'),
  'Greek letters': (marker) => marker.replaceAll('N', 'Ν').replaceAll('T', 'Τ'),
  'spaces for hyphens': (marker) => marker.replaceAll('-', ' '),
  'spaces around hyphens': (marker) => marker.replaceAll('-', ' - '),
  'a space before a hyphen': (marker) => marker.replace('-', ' -'),
  'full-width forms': (marker) =>
    marker.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
  'first letter doubled': (marker) => marker[0] + marker,
  'second letter doubled': (marker) => marker.replace(/^(.-)(.)/, '$1$2$2'),
  'second letter dropped': (marker) => marker.replace(/^(.-)./, '$1'),
  'second letter dropped with its hyphen': (marker) => marker.replace(/^(.-).-/, '$1'),
  'first letter replaced': (marker) => marker.replace(/^./, 'Q'),
  'two letters swapped': (marker) => marker.replace(/^(.)-(.)/, '$2-$1'),
};
