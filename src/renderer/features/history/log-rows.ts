import type { LogEvent } from '../../../shared/model/review.ts'
import { startOfDay } from '../../ui/time.ts'

/** A line of the list: a day, or what was done in it. */
export type LogRow =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'event'; readonly key: string; readonly event: LogEvent }

/** Latest first, under their days; several libraries may write in one log. */
export function logRows(log: readonly LogEvent[]): readonly LogRow[] {
  const latestFirst = log.toSorted((a, b) => b.at - a.at || b.seq - a.seq)
  return [...Map.groupBy(latestFirst, (event) => startOfDay(event.at))].flatMap(([day, events]): LogRow[] => [
    { kind: 'day', key: `day ${day}`, at: day },
    ...events.map((event) => ({ kind: 'event' as const, key: `${event.origin} ${event.seq}`, event })),
  ])
}
