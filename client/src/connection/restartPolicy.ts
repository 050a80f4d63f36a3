/** Whether the language server is restarted after its process has ended unexpectedly. */

/** With this many ends within a minute, another restart would not help. */
export const TOO_MANY = 10;
const MINUTE = 60_000;

/** Returns a function to call at each end; it returns whether to restart. `now` returns milliseconds. */
export function restartPolicy(now: () => number = Date.now): () => boolean {
  let ends: readonly number[] = [];
  return () => {
    const end = now();
    ends = [...ends.filter((earlier) => earlier > end - MINUTE), end];
    if (ends.length < TOO_MANY) return true;
    ends = []; // After a restart by hand, the count starts again.
    return false;
  };
}
