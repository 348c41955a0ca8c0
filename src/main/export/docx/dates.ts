/** Wall time to the second with Word's own `Z`, which does not mean UTC there. `offset`: minutes east of UTC. */
export function wallTime(at: number, offset: number): string {
  return utcTime(at + offset * 60_000)
}

const DAY = 86_400_000

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}

/** The changes of a review were made on a few days, and there are thousands of them. */
let lastDay = { day: NaN, text: '' }

function dayText(day: number): string {
  if (lastDay.day !== day) lastDay = { day, text: new Date(day * DAY).toISOString().slice(0, 10) }
  return lastDay.text
}

/** UTC to the second. */
export function utcTime(at: number): string {
  const day = Math.floor(at / DAY)
  const second = Math.floor((at - day * DAY) / 1000)
  const minute = Math.floor(second / 60)
  return `${dayText(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(second % 60)}Z`
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
