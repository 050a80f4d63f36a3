/** The smallest extension. */
export function activate(): void {}
