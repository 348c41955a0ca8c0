/** Times as the packet prints them, always with seconds. `at`: milliseconds since 1970; `offset`: minutes east of UTC. */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const MINUTE = 60_000

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function shifted(at: number, offset: number): Date {
  return new Date(at + offset * MINUTE)
}

function clock(date: Date): string {
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`
}

/** "20 Nov 2026, 16:44:02" */
export function moment(at: number, offset: number): string {
  const date = shifted(at, offset)
  const month = (MONTHS[date.getUTCMonth()] ?? '').slice(0, 3)
  return `${date.getUTCDate()} ${month} ${date.getUTCFullYear()}, ${clock(date)}`
}

/** "20 November 2026, 16:44:02, UTC+01:00" */
export function longMoment(at: number, offset: number): string {
  const date = shifted(at, offset)
  const month = MONTHS[date.getUTCMonth()] ?? ''
  return `${date.getUTCDate()} ${month} ${date.getUTCFullYear()}, ${clock(date)}, ${zone(offset)}`
}

/** "UTC+01:00", and plain "UTC" for none. */
export function zone(offset: number): string {
  if (offset === 0) return 'UTC'
  const minutes = Math.abs(offset)
  return `UTC${offset < 0 ? '−' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

export type DateParts = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** In UTC, for the date in the file's own properties. */
export function dateParts(at: number): DateParts {
  const date = new Date(at)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  }
}
