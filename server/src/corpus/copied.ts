/** Strings that keep nothing alive but themselves. */

/** As many units as a call takes as arguments anywhere. */
const LONGEST_CALL = 1000;

/**
 * The same characters, alone and in as little room as they need. The engine makes a slice point into the string that it was
 * cut from, all of which it keeps, and what is joined point to its parts; and a slice takes two bytes for each unit where
 * anything in the whole text does.
 */
export function copied(text: string): string {
  if (text.length > LONGEST_CALL) return [text.slice(0, 1), text.slice(1)].join('');
  const units: number[] = [];
  for (let at = 0; at < text.length; at++) units.push(text.charCodeAt(at));
  return String.fromCharCode(...units);
}
