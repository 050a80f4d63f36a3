/** Text in XML. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as the content of an element. `>` is escaped too, so the last `>` before a character is that of the opening tag. */
export function escapedText(text: string): string {
  return text.replace(/[&<>]/g, (character) => ENTITIES[character] as string);
}

/** A value of an attribute. Line breaks and tabs become spaces: an attribute cannot contain them. */
export function escapedAttribute(value: string): string {
  return value.replace(/\r\n|[\r\n\t]/g, ' ').replace(/[&<>"]/g, (character) => ENTITIES[character] as string);
}
