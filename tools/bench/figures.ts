/** One measured figure beside a baseline of the same run; ratios compare, the values alone depend on the machine. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the baseline is, and its value in the same unit. */
  readonly baseline: number;
  readonly against: string;
  readonly ratio: number;
}

const round = (value: number): number => (value >= 100 ? Math.round(value) : Math.round(value * 1_000) / 1_000);

/** Makes a figure with its ratio. */
export function figure(name: string, value: number, unit: string, against: string, baseline: number): Figure {
  return { name, value: round(value), unit, baseline: round(baseline), against, ratio: round(value / baseline) };
}

/** The middle of some measurements, or the one at another share of them (0.95 for p95). */
export function quantile(values: readonly number[], share = 0.5): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
