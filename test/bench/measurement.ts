/** The measurements of a run, and the figures computed from them. */

/** Samples of one measurement, for one subject, at one size. */
export interface Measurement {
  /** What was measured, such as `edit → verdict`. */
  readonly what: string;
  /** The name of a server, a grammar or a text. */
  readonly subject: string;
  /** Size of the document in bytes. */
  readonly bytes: number;
  readonly unit: 'ms' | 'MB';
  readonly samples: readonly number[];
  /** Why there are no samples, or fewer than there should be. */
  readonly remark?: string;
}

/** The value below which a share of the samples lies; `share` is from 0 to 1. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** How a cost grows with the size: k in cost = c · sizeᵏ, by least squares on the logarithms. */
export function growth(points: readonly (readonly [size: number, cost: number])[]): number {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const);
  const mean = (axis: 0 | 1) => logs.reduce((sum, point) => sum + point[axis], 0) / logs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const variance = logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return covariance / variance;
}

/** How many milliseconds a function takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
