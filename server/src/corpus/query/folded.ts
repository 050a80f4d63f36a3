/** Texts without regard to case. */

/**
 * The form in which texts are compared without regard to case: Unicode's canonical composition (NFC), then each character in
 * lower case and then in upper case, by Unicode's full mappings, which depend on no language. So ß is the same as ss and SS, ς as
 * σ, and the sign K (kelvin) as k. Accents, quotation marks and kinds of spaces stay different.
 */
export function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().toUpperCase().normalize('NFC');
}
