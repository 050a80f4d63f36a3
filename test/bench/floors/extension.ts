/** The least extension. */
export function activate(): void {}
