/** Errors as a worker tells them. */

import { NotUtf8Error } from '../../corpus/text/exactText';
import { reasonOf } from '../../disk/reasons';
import { Remark } from '../output/faults';

/** A complaint as plain text, with what of the class of its error makes a difference to how it is reported. */
export interface Told {
  readonly reason: string;
  readonly kind: keyof typeof KINDS;
}

const KINDS = { error: Error, remark: Remark, notUtf8: NotUtf8Error };

export function told(error: unknown): Told {
  const kind = error instanceof Remark ? 'remark' : error instanceof NotUtf8Error ? 'notUtf8' : 'error';
  return { reason: reasonOf(error), kind };
}

/** An error that is reported like the one that was told. */
export function asError({ reason, kind }: Told): Error {
  return new KINDS[kind](reason);
}
