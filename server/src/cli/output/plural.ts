import { counted } from '../../core/language';

/** A number and what it counts, in English: `4,000 files`. */
export function plural(count: number, noun: string): string {
  return `${counted(count)} ${noun}${count === 1 ? '' : 's'}`;
}
