/** An error in a query, with its place in it. */
import type { Span } from '../../core/span';

export class QueryError extends Error {
  /** `span` is the place in the query, in UTF-16 units. The message says what is wrong, then what to do. */
  constructor(
    message: string,
    readonly span: Span,
  ) {
    super(message);
  }
}
