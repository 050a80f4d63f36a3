/** Text in XML. */
import { escaped } from '../text/markup';

/** A text as the content of an element. `>` is escaped too, so the last `>` before a character is that of the opening tag. */
export function escapedText(text: string): string {
  return escaped(text, /[&<>]/g);
}

/** A value of an attribute. Line breaks and tabs become spaces: an attribute cannot contain them. */
export function escapedAttribute(value: string): string {
  return escaped(value.replace(/\r\n|[\r\n\t]/g, ' '));
}
