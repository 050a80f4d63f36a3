/**
 * With what a marker in another spelling begins and ends. The proof of a healthy article refuses a value that has it at its edge
 * (parse/proof.ts), and only such a value is looked at again (damage/wordsBeside.ts), so both must have the same.
 */
import { FIELDS, SUFFIX } from '../format';

/** What is between single letters, as in `T I T L E S T A R T.` and `t_i_t_l_e_e_n_d`, and what an escape begins with. */
const JOINT = '[ -/:-@[-`{-~\\n\\t]';
const ESCAPE = '[&%=\\\\]';

/** The longest thing between two letters, in UTF-16 units. */
const LONGEST_JOINT = 60;

/** The capitals that are in a place of the fields. */
const capitals = (place: number) => [...new Set(FIELDS.map(({ marker }) => marker.replaceAll('-', '').charAt(place)))];

/** These letters, small or capital. */
const eitherCase = (letters: readonly string[]) => `[${letters.join('')}${letters.join('').toLowerCase()}]`;

/** The first letter of a field. */
export const FIRST_CAPITAL = `[${capitals(0).join('')}]`;

/** With what a START begins: its first two letters, or the first one before an escape. */
export const START_EDGE = `${eitherCase(capitals(0))}(?:${JOINT}{1,${LONGEST_JOINT}}${eitherCase(capitals(1))}${JOINT}|${ESCAPE})`;

/** With what an END ends, but for its full stop: its last letter, after no other letter or after an escape, which may end in a figure or be `%2D`. */
export const END_EDGE = `(?:${JOINT}|\\d|2[Dd])${eitherCase([...SUFFIX.end.replaceAll(/[^A-Z]/g, '')].slice(-1))}`;
