/** Times as a Word file holds them: to the minute, for Word keeps no seconds, and as the wall showed them somewhere. */

type Dated = { readonly at: number | null; readonly dateRaw: string | null }

const UNDATED = 'none'

function minuteOf(at: number, offset = 0): string {
  return new Date(at + offset * 60_000).toISOString().slice(0, 16)
}

/** How the date of something of ours may stand in a file. `offset`: minutes east of UTC. */
export function sentMinutes({ at, dateRaw }: Dated, offset: number): readonly string[] {
  if (dateRaw === '' || (dateRaw === null && at === null)) return [UNDATED]
  const raw = dateRaw === null ? [] : [dateRaw.slice(0, 16)]
  if (at === null) return raw
  // Summer time may have begun or ended since.
  return [...raw, ...[0, offset, offset - 60, offset + 60].map((minutes) => minuteOf(at, minutes))]
}

/** How it stands in a file that was read. */
export function returnedMinutes({ at, dateRaw }: Dated): readonly string[] {
  const raw = dateRaw === null || dateRaw === '' ? [] : [dateRaw.slice(0, 16)]
  const utc = at === null || at === 0 ? [] : [minuteOf(at)]
  return raw.length + utc.length === 0 ? [UNDATED] : [...raw, ...utc]
}
