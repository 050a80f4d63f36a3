/** Paths of open files, such as /dev/stdout: the system has one for each descriptor of a process. */
import fs from 'node:fs';
import path from 'node:path';

/** The folders of these paths, with links resolved. */
const FOLDER = /^(?:\/dev\/fd|\/proc\/(\d+)(?:\/task\/\d+)?\/fd)$/;

/** Linux follows at most this many links. */
const MOST_LINKS = 40;

/**
 * The descriptor of this process that a path names, directly or through links; `foreign` for a descriptor of another process,
 * undefined for any other path. A file that is open under a descriptor must be written to, not replaced.
 */
export function descriptorOf(file: string): number | 'foreign' | undefined {
  let at = path.resolve(file);
  for (let links = 0; links < MOST_LINKS; links++) {
    try {
      const folder = fs.realpathSync.native(path.dirname(at));
      const [found, owner] = FOLDER.exec(folder) ?? [];
      const number = Number(path.basename(at));
      if (found !== undefined && Number.isInteger(number)) {
        return owner === undefined || Number(owner) === process.pid ? number : 'foreign';
      }
      at = path.resolve(folder, fs.readlinkSync(at));
    } catch {
      return undefined; // It is not a link.
    }
  }
  return undefined;
}
