/** Replaces node:child_process in the build: the command line starts no other program. */
export {};
