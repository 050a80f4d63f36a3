/** Errors as plain data, as a worker sends them. */

import { NotUtf8Error } from '../../corpus/text/exactText';
import { reasonOf } from '../../disk/reasons';
import { Remark } from '../output/faults';

/** A complaint as plain text, with what of the class of its error makes a difference to how it is reported. */
export interface PlainError {
  readonly reason: string;
  readonly kind: keyof typeof KINDS;
}

const KINDS = { error: Error, remark: Remark, notUtf8: NotUtf8Error };

/** An error as plain data. */
export function plainError(error: unknown): PlainError {
  const kind = error instanceof Remark ? 'remark' : error instanceof NotUtf8Error ? 'notUtf8' : 'error';
  return { reason: reasonOf(error), kind };
}

/** An error that is reported like the one that was sent. */
export function asError({ reason, kind }: PlainError): Error {
  return new KINDS[kind](reason);
}
