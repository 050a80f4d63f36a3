import fc from 'fast-check';

/** A campaign: something that must hold, tried on random cases. */
export interface Campaign {
  readonly name: string;
  /** What is counted, in the plural. */
  readonly unit: string;
  /** What must hold, as a sentence for the report. */
  readonly holds: string;
  /** How many are tried in each `npm test` (0 where a suite of its own does it), how many at once in the fuzz run, and how many make it complete. */
  readonly short: number;
  readonly round: number;
  readonly full: number;
  /**
   * Tries at least `count`, by cases that depend on the seed alone, and gives how many it tried. Throws a Failure at the
   * first case that fails, with the smallest one like it that it finds.
   */
  run(seed: number, count: number): Promise<number>;
  /** Tries one case again that a Failure has told of. */
  readonly replay?: (example: unknown) => void | Promise<void>;
}

/** What must hold does not. */
export class Failure extends Error {
  constructor(
    message: string,
    /** All that it needs to fail again; kept as JSON in test/fuzz/cases. */
    readonly example: unknown,
  ) {
    super(message);
  }
}

/** A campaign of random cases that are values, which fast-check can make smaller. */
export function campaignOf<T>(
  about: Omit<Campaign, 'run' | 'replay'>,
  cases: fc.Arbitrary<T>,
  /** Throws when what must hold does not. Gives how many it has tried, at least one and at most `most`. */
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
      while (tried < count) {
        const result = await fc.check(property, { seed: seed + tried, numRuns: Math.ceil((count - tried) / most) });
        if (!result.failed) continue;
        throw new Failure(fc.defaultReportMessage(result) ?? 'It failed.', result.counterexample?.[0]);
      }
      return tried;
    },
    replay: async (example) => {
      await attempt(example as T);
    },
  };
}
