/** The ways in which hands and editors damage a marker. */
import fc from 'fast-check';

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
  'one letter in lower case': (marker) => marker.replace(/(?<=-)[A-Z]/, (letter) => letter.toLowerCase()),
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
  'last letter but one dropped': (marker) => marker.replace(/.(?=-.\.$)/, ''),
  'last letter replaced': (marker) => marker.replace(/.\.$/, 'Q.'),
  'a full stop too many': (marker) => `${marker}.`,
  'a space before the full stop': (marker) => marker.replace('.', ' .'),
  'a bracket for the full stop': (marker) => marker.replace('.', ')'),
  'no hyphens': (marker) => marker.replaceAll('-', ''),
  'two words': (marker) => marker.replaceAll('-', '').replace(/(?=START|END)/, '-'),
  'a word for its side': (marker) => marker.replace('S-T-A-R-T', 'START').replace('E-N-D', 'END'),
  'doubled hyphens': (marker) => marker.replaceAll('-', '--'),
  'full stops for hyphens': (marker) => marker.replaceAll('-', '.'),
  'a line break in it': (marker) => marker.replace(/-(?=S-T|E-N-D)/, '-\n'),
  'Markdown for bold': (marker) => `**${marker}**`,
  'Markdown that escapes it': (marker) => marker.replaceAll('-', '\\-'),
  'a tag with an attribute around it': (marker) => `<p class="text">${marker}</p>`,
  'stars and spaces around it': (marker) => `*** ${marker} ***`,
  'a space of HTML on both sides': (marker) => `&nbsp;${marker}&nbsp;`,
  'an HTML comment around it': (marker) => `<!-- ${marker} -->`,
  'HTML for each hyphen': (marker) => marker.replaceAll('-', '&ndash;'),
  'HTML for one hyphen': (marker) => marker.replace('-', '&#45;'),
  'U+FFFD for each hyphen': (marker) => marker.replaceAll('-', '\ufffd'),
  'a right-to-left mark before its full stop': (marker) => marker.replace('.', '\u200f.'),
  'full stops and spaces for hyphens': (marker) => marker.replaceAll('-', '. '),
  'full stops and spaces for hyphens, without its own': (marker) => marker.slice(0, -1).replaceAll('-', '. '),
  'a page break in it': (marker) => marker.replace('-', '-\n\f'),
  'a zero-width space after it': (marker) => `${marker}\u200b`,
  'HTML for bold': (marker) => `<strong>${marker}</strong>`,
  'quotation marks': (marker) => `“${marker}”`,
  'two letters swapped': (marker) => marker.replace(/^(.)-(.)/, '$2-$1'),
};

/** Documents in which up to four markers are misspelled. */
export function misspelled(documents: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const misspelling = fc.constantFrom(...Object.values(MISSPELLINGS));
  return fc.tuple(documents, fc.array(fc.tuple(fc.nat(), misspelling), { maxLength: 4 })).map(([text, damages]) =>
    damages.reduce((so, [which, misspell]) => {
      const markers = [...so.matchAll(/(?:[A-Z]-)+(?:T|D)\./g)];
      const marker = markers[which % Math.max(1, markers.length)];
      if (!marker) return so;
      return so.slice(0, marker.index) + misspell(marker[0]) + so.slice(marker.index + marker[0].length);
    }, text),
  );
}
