/** Work that can be interrupted: it yields wherever other work may come first, and returns its result at the end. */
export type Steps<R> = Generator<void, R>;

/** Does all steps at once. */
export function finished<R>(steps: Steps<R>): R {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** So many items are sorted or merged in a step: for some milliseconds at most. */
const RUN = 4096;

/** Sorts items by keys, which are made once for each: first in short runs, which are then merged. Leaves `items` as they are. */
export function* sortedBy<T>(items: readonly T[], keyOf: (item: T) => string): Steps<T[]> {
  let runs: Keyed<T>[][] = [];
  for (let from = 0; from < items.length; from += RUN) {
    const run = items.slice(from, from + RUN).map((item) => ({ item, key: keyOf(item) }));
    runs.push(run.sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const longer: Keyed<T>[][] = [];
    for (let at = 0; at < runs.length; at += 2) longer.push(yield* merged(runs[at] ?? [], runs[at + 1] ?? []));
    runs = longer;
  }
  return (runs[0] ?? []).map(({ item }) => item);
}

interface Keyed<T> {
  readonly item: T;
  readonly key: string;
}

function compare({ key: a }: Keyed<unknown>, { key: b }: Keyed<unknown>): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function* merged<T>(some: readonly Keyed<T>[], others: readonly Keyed<T>[]): Steps<Keyed<T>[]> {
  const all: Keyed<T>[] = [];
  for (let [one, other] = [0, 0]; one < some.length || other < others.length; ) {
    const [a, b] = [some[one], others[other]];
    if (a && (!b || compare(a, b) <= 0)) {
      all.push(a);
      one++;
    } else if (b) {
      all.push(b);
      other++;
    }
    if (all.length % RUN === 0) yield;
  }
  return all;
}
