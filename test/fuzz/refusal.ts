/**
 * Whether a call was refused because it makes no sense. By the name of the error: a campaign and the server are loaded in two
 * ways, each with a class of its own.
 */
export function isRefusal(error: unknown): error is Error {
  return error instanceof Error && error.constructor.name === 'UsageError';
}
