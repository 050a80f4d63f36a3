/** In the place of node:child_process: the command line starts no other program. */
export {};
