/** Where the bench finds and leaves things. */
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** What a run leaves behind; not in the repository. */
export const results = path.join(root, 'dist/bench');

/** The folder whose lock file names the peers. */
export const peers = path.join(import.meta.dirname, 'peers');
