/** The month of a name, where only one can be meant. */
import { monthsNamed } from '../../core/text/dateWords';

/** A name means another month in another language, such as `listopad`: November in Polish, October in Croatian. */
export class AmbiguousMonth extends Error {}

/** 1 to 12 for a name as `monthsNamed` knows it; undefined for any other word. Throws AmbiguousMonth. */
export function monthNamed(name: string): number | undefined {
  const [month, other] = monthsNamed(name);
  if (other !== undefined) throw new AmbiguousMonth(name);
  return month;
}
