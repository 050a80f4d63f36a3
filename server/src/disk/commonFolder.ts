/** The common folder of several folders. */
import path from 'node:path';
import { isWithin } from './isWithin';

/** The innermost folder that contains all of these folders, given as absolute paths; undefined if there is none, as on two disks. */
export function commonFolder([first, ...others]: readonly string[]): string | undefined {
  let common = first;
  for (const folder of others) {
    while (common !== undefined && !isWithin(folder, common)) {
      const above = path.dirname(common);
      common = above === common ? undefined : above;
    }
  }
  return common;
}
