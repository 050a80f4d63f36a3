/** Names of what is open already, such as /dev/stdout: the system gives one to each descriptor of a process. */
import fs from 'node:fs';
import path from 'node:path';

/** The folders of these names, links followed. */
const FOLDER = /^(?:\/dev\/fd|\/proc\/(\d+)(?:\/task\/\d+)?\/fd)$/;

/** As many links as Linux follows. */
const MOST_LINKS = 40;

/**
 * Which descriptor of this process a path stands for, by its name or by links; `foreign` for one of another process, undefined
 * for any other path. What is behind it may be a file, which must then not be replaced: it is open to be written on.
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
      return undefined; // It is no link.
    }
  }
  return undefined;
}
