/**
 * Whether a call was refused as invalid. Compares the name of the error, because a campaign and the command line are loaded
 * separately, each with its own class.
 */
export function isRefusal(error: unknown): error is Error {
  return error instanceof Error && error.constructor.name === 'UsageError';
}
