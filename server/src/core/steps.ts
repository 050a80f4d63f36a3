/** Work that can be interrupted: it yields wherever other work may come first, and returns its result at the end. */
export type Steps<R> = Generator<void, R>;

/** Does all steps at once. */
export function finished<R>(steps: Steps<R>): R {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
