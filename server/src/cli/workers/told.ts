/** Errors as a worker tells them. */
import { reasonOf } from '../../disk/reasons';
import { Remark } from '../output/faults';

/** A complaint as plain text, without the class of its error. */
export interface Told {
  readonly reason: string;
  readonly isRemark: boolean;
}

export function told(error: unknown): Told {
  return { reason: reasonOf(error), isRemark: error instanceof Remark };
}

/** An error that is reported like the one that was told. */
export function asError({ reason, isRemark }: Told): Error {
  return isRemark ? new Remark(reason) : new Error(reason);
}
