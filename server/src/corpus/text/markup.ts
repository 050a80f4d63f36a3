/** Text in HTML, SVG and XML. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it is written between tags and between double quotation marks. `characters` are those that are escaped. */
export function escaped(text: string, characters = /[&<>"]/g): string {
  return text.replace(characters, (character) => ENTITIES[character] as string);
}
