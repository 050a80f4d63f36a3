/** What a run finds out, and the few figures that are made of it. */

/** Samples of one thing, for one subject, at one size. */
export interface Measurement {
  /** What was measured, such as `edit → verdict`. */
  readonly what: string;
  /** A server's, a grammar's or a text's name. */
  readonly subject: string;
  /** Bytes of the document. */
  readonly bytes: number;
  readonly unit: 'ms' | 'MB';
  readonly samples: readonly number[];
  /** Why there are no samples, or fewer than there should be. */
  readonly remark?: string;
}

/** The sample below which a share of all lies, from 0 to 1. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** How a cost grows with the size: k in cost = c · sizeᵏ, the line of least squares through the logarithms. */
export function growth(points: readonly (readonly [size: number, cost: number])[]): number {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const);
  const mean = (axis: 0 | 1) => logs.reduce((sum, point) => sum + point[axis], 0) / logs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const variance = logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return covariance / variance;
}

/** Milliseconds that something takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
