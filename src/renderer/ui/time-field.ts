/** Fields of dates and times speak in local time without a zone; records keep the instant. */

const two = (value: number): string => String(value).padStart(2, '0')
/** While a year is being typed it is one of the first centuries: a field takes it back only with four digits. */
const four = (value: number): string => String(value).padStart(4, '0')

/** For a field of type `date`. */
export function toDateField(at: number | null): string {
  if (at === null) return ''
  const date = new Date(at)
  return `${four(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The instant at which that day begins here; null for an empty field. */
export function fromDateField(value: string): number | null {
  const [year, month, date] = value.split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined || Number.isNaN(date)) return null
  const day = new Date(2000, month - 1, date)
  // Given to the constructor, a year below 100 would be one of the last century.
  day.setFullYear(year, month - 1, date)
  return day.getTime()
}

/** For a field of type `datetime-local`, to the minute. */
export function toTimeField(at: number | null): string {
  if (at === null) return ''
  const date = new Date(at)
  return `${toDateField(at)}T${two(date.getHours())}:${two(date.getMinutes())}`
}

export function fromTimeField(value: string): number | null {
  const at = new Date(value).getTime()
  return Number.isNaN(at) ? null : at
}
