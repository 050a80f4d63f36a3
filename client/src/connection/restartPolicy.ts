/** Whether the language server is started again after its process has ended by itself. */

/** So many ends within a minute are no accident: the server would only go on ending. */
export const TOO_MANY = 10;
const MINUTE = 60_000;

/** Gives a function to call at each end, which says whether to start again. `now` gives milliseconds. */
export function restartPolicy(now: () => number = Date.now): () => boolean {
  let ends: readonly number[] = [];
  return () => {
    const end = now();
    ends = [...ends.filter((earlier) => earlier > end - MINUTE), end];
    if (ends.length < TOO_MANY) return true;
    ends = []; // Whoever starts it by hand starts afresh.
    return false;
  };
}
