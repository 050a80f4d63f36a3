/**
 * A number as it is written in English: `4,000`. Without `toLocaleString`, because loading its language data takes as long as
 * checking five hundred files.
 */
export function counted(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A number and what it counts: `4,000 files`. */
export function plural(count: number, noun: string): string {
  return `${counted(count)} ${noun}${count === 1 ? '' : 's'}`;
}
