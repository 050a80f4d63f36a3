/** The files and folders of the bench. */
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** The results of runs; not in the repository. */
export const results = path.join(root, 'dist/bench');

/** The folder whose lock file names the peers. */
export const peers = path.join(import.meta.dirname, 'peers');
