import type { DueGroup } from '../../../shared/model/desk-list.ts'
import { longDay } from '../../ui/time.ts'

/** What stands over a group of the running order. */
export function groupTitle(group: DueGroup, now: number): string {
  switch (group) {
    case 'overdue':
      return 'Overdue'
    case 'today':
      return `Due today, ${longDay(now)}`
    case 'this-week':
      return 'This week'
    case 'weekend':
      return 'Weekend'
    case 'undated':
      return 'No date yet'
    case 'later-or-done':
      return 'Later, or done'
  }
}
