/** Work that is done ahead, with its results in the order of the work. */

/** What was done, and its result. */
export interface Done<Unit, Result> {
  readonly unit: Unit;
  readonly result: Result;
}

/** Does units of work, at most so many ahead of the one whose result is asked for. Throws what that one throws. */
export async function* inOrder<Unit, Result>(
  units: Iterable<Unit>,
  ahead: number,
  run: (unit: Unit) => Promise<Result>,
): AsyncGenerator<Done<Unit, Result>> {
  const begun: { readonly unit: Unit; readonly result: Promise<Result> }[] = [];
  const left = units[Symbol.iterator]();
  for (;;) {
    while (begun.length < ahead) {
      const next = left.next();
      if (next.done) break;
      const result = run(next.value);
      result.catch(() => {}); // It is thrown in its turn, if that comes.
      begun.push({ unit: next.value, result });
    }
    const first = begun.shift();
    if (!first) return;
    yield { unit: first.unit, result: await first.result };
  }
}
