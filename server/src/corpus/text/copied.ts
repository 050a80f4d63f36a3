/** Copies of strings that keep no other string in memory. */

/** As many units as a call may have arguments in every engine. */
const LONGEST_CALL = 1000;

/**
 * A copy of a string in as little memory as it needs. The engine makes a slice refer to the whole string that it was cut from,
 * and a joined string refer to its parts. A slice also takes two bytes for each unit if any unit of the whole text needs
 * two.
 */
export function copied(text: string): string {
  if (text.length > LONGEST_CALL) return [text.slice(0, 1), text.slice(1)].join('');
  const units: number[] = [];
  for (let at = 0; at < text.length; at++) units.push(text.charCodeAt(at));
  return String.fromCharCode(...units);
}
