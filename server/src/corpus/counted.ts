import { counted } from '../core/language';

export { counted };

/** A number and what it counts: `4,000 files`. */
export function plural(count: number, noun: string): string {
  return `${counted(count)} ${noun}${count === 1 ? '' : 's'}`;
}
