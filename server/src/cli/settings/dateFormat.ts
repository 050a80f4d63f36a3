/** The form of dates that a call names with `--date-format`. */
import { type ReadDate, readerOf } from '../../corpus/mapping/dateForm';
import { MappingError } from '../../corpus/mapping/mapping';
import { shown, UsageError } from '../output/faults';

/** The reader of a form, as `readerOf` makes it; undefined without a form. Throws a UsageError. */
export function dateReader(form: string | undefined): ReadDate | undefined {
  return form === undefined ? undefined : orUsage(() => readerOf(form));
}

/** Makes a UsageError of a MappingError. */
export function orUsage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof MappingError ? new UsageError(`${shown(error.message)} Nothing was written.`) : error;
  }
}
