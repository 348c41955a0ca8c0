/** What one round measured of one editor at one size. Times are milliseconds, memory is bytes; NaN: not measured. */
export type Figures = {
  readonly toPaint: readonly number[]
  readonly dispatch: readonly number[]
  /** Main-thread time from the stored text to its first paint. */
  readonly open: number
  /** Main-thread time of one key, all that follows it included. */
  readonly keyTask: number
  /** Longest stretch in which the window was held up after each of a few saves. */
  readonly saveBlocks: readonly number[]
  readonly heap: { readonly before: number; readonly after: number }
}

export type StateRound = {
  readonly key: readonly number[]
  readonly enter: readonly number[]
  readonly backspace: readonly number[]
  readonly index: readonly number[]
  /** Processor time of the page's process for each key, its collector's threads included. */
  readonly processor: number
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}
