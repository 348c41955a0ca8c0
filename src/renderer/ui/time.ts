/** Times in words. The interface is in English, so the locale is fixed and only the time zone is the reader's. */
const LOCALE = 'en-GB'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const clockFormat = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' })
const secondsFormat = new Intl.DateTimeFormat(LOCALE, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})
const weekdayFormat = new Intl.DateTimeFormat(LOCALE, { weekday: 'short' })
const dayFormat = new Intl.DateTimeFormat(LOCALE, { weekday: 'short', day: 'numeric', month: 'short' })
const longDayFormat = new Intl.DateTimeFormat(LOCALE, { weekday: 'long', day: 'numeric', month: 'long' })
const fullDayFormat = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric' })

export function startOfDay(at: number): number {
  const date = new Date(at)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}

/** Midnights, not spans of 24 hours: a day may have 23 or 25. */
export function addDays(at: number, days: number): number {
  const date = new Date(at)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime()
}

export function clock(at: number): string {
  return clockFormat.format(at)
}

export function clockWithSeconds(at: number): string {
  return secondsFormat.format(at)
}

/** "Sat 21 Nov". */
export function day(at: number): string {
  return dayFormat.format(at).replace(',', '')
}

/** "Friday 20 November". */
export function longDay(at: number): string {
  return longDayFormat.format(at).replace(',', '')
}

/** As short as it can be told: "12:04", "Thu 19:31", "Wed 18 Nov". */
export function when(at: number, now: number): string {
  const today = startOfDay(now)
  if (at >= today && at < addDays(now, 1)) return clock(at)
  if (at < today && at > today - 6 * DAY) return `${weekdayFormat.format(at)} ${clock(at)}`
  return day(at)
}

/** "Thu 19 Nov, 16:12". */
export function dayAndClock(at: number): string {
  return `${day(at)}, ${clock(at)}`
}

/** "19 November 2026, 16:12": of what may lie for years. */
export function fullDay(at: number): string {
  return `${fullDayFormat.format(at)}, ${clock(at)}`
}

/** "in 56 min", "in 5 h", "2 h late". */
export function fromNow(at: number, now: number): string {
  const span = Math.abs(at - now)
  const words =
    span < HOUR
      ? `${Math.max(1, Math.round(span / MINUTE))} min`
      : span < 2 * DAY
        ? `${Math.round(span / HOUR)} h`
        : `${Math.round(span / DAY)} days`
  return at >= now ? `in ${words}` : `${words} late`
}

/** Minutes east of UTC, here and now. */
export function utcOffset(): number {
  // `+ 0` turns the -0 of UTC into 0.
  return -new Date().getTimezoneOffset() + 0
}

/** "UTC+01:00". */
export function utcOffsetName(minutes: number): string {
  const hours = String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0')
  const rest = String(Math.abs(minutes) % 60).padStart(2, '0')
  return `UTC${minutes < 0 ? '−' : '+'}${hours}:${rest}`
}
