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
  readonly replay?: (example: unknown) => void;
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

/** Tries a property of fast-check; throws a Failure with the shrunk case, which `exampleOf` makes of its values. */
export function tryProperty<T>(
  property: fc.IProperty<T>,
  parameters: { readonly seed: number; readonly numRuns: number },
  exampleOf: (values: T) => unknown,
): void {
  const result = fc.check(property, parameters);
  if (!result.failed) return;
  const example = result.counterexample && exampleOf(result.counterexample);
  throw new Failure(fc.defaultReportMessage(result) ?? 'It failed.', example);
}
