/** Wall time to the second with Word's own `Z`, which does not mean UTC there. `offset`: minutes east of UTC. */
export function wallTime(at: number, offset: number): string {
  return utcTime(at + offset * 60_000)
}

/** UTC to the second. */
export function utcTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}

/**
 * The dates of a change or comment: imported ones as they were written, ours as wall time; `utc` only where
 * it is known for sure.
 */
export function writtenDates(
  by: { readonly at: number | null; readonly dateRaw: string | null },
  offset: number,
): { readonly date: string | undefined; readonly utc: string | undefined } {
  if (by.dateRaw !== null) return { date: by.dateRaw === '' ? undefined : by.dateRaw, utc: undefined }
  if (by.at === null) return { date: undefined, utc: undefined }
  return { date: wallTime(by.at, offset), utc: utcTime(by.at) }
}
