/** The folder that several folders are in. */
import path from 'node:path';
import { isWithin } from './isWithin';

/** The innermost folder that holds all of these absolute paths of folders; undefined where there is none, as on two disks. */
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
