/**
 * A number as English has it: `4,000`. Without `toLocaleString`, for which the engine loads what it knows of all languages:
 * that takes as long as checking five hundred files.
 */
export function counted(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A number and what it counts: `4,000 files`. */
export function plural(count: number, noun: string): string {
  return `${counted(count)} ${noun}${count === 1 ? '' : 's'}`;
}
