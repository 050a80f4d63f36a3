import fc from 'fast-check';

/** A campaign: a property that must hold, tried on random cases. */
export interface Campaign {
  readonly name: string;
  /** What is counted, in the plural. */
  readonly unit: string;
  /** What must hold, as a sentence for the report. */
  readonly holds: string;
  /** How many cases `npm test` tries (0 if another suite does it), how many make a round of the fuzz run, and how many make the campaign complete. */
  readonly short: number;
  readonly round: number;
  readonly full: number;
  /**
   * Tries at least `count` cases, which depend only on the seed, and returns how many it tried. At the first case that
   * fails, throws a Failure with the smallest similar case that it finds.
   */
  run(seed: number, count: number): Promise<number>;
  /** Tries the example of a Failure again. */
  readonly replay?: (example: unknown) => void | Promise<void>;
  /** More figures of all cases tried so far, as Markdown. */
  readonly report?: () => string;
}

/** The property of a campaign does not hold. */
export class Failure extends Error {
  constructor(
    message: string,
    /** The complete case, which fails again; kept as JSON in test/fuzz/cases. */
    readonly example: unknown,
  ) {
    super(message);
  }
}

/** A campaign whose cases are random values, which fast-check can shrink. */
export function campaignOf<T>(
  about: Omit<Campaign, 'run' | 'replay'>,
  cases: fc.Arbitrary<T>,
  /** Throws if the property does not hold. Returns how many cases it has tried, from one to `most`. */
  attempt: (example: T) => number | Promise<number>,
  most = 1,
): Campaign {
  return {
    ...about,
    run: async (seed, count) => {
      let tried = 0;
      const property = fc.asyncProperty(cases, async (example) => {
        tried += await attempt(example);
      });
      // Another seed each time: the last cases of one may all be none that can be tried.
      for (let from = seed; tried < count; from++) {
        const result = await fc.check(property, { seed: from, numRuns: Math.ceil((count - tried) / most) });
        if (!result.failed) continue;
        const { errorInstance: error } = result;
        const why = error instanceof Error ? `\n${error.message}` : '';
        throw new Failure(`${fc.defaultReportMessage(result) ?? 'It failed.'}${why}`, result.counterexample?.[0]);
      }
      return tried;
    },
    replay: async (example) => {
      await attempt(example as T);
    },
  };
}
