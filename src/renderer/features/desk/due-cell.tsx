import type { ArticleRow } from '../../../shared/model/article.ts'
import { calendarOf, isBlockedToday, isSettled } from '../../../shared/rules/running-order.ts'
import { classes } from '../../ui/classes.ts'
import { clock, day, fromNow } from '../../ui/time.ts'
import styles from './article-line.module.css'

const HOUR = 60 * 60_000

/** A deadline turns red only when it is near and the article blocked. */
export function DueCell({ row, now }: { readonly row: ArticleRow; readonly now: number }) {
  if (row.due === null) return <span className={styles['one']}>–</span>
  const calendar = calendarOf(now)
  const today = row.due >= calendar.today && row.due < calendar.tomorrow
  const blocked = isBlockedToday(row, calendar) && row.due - now < HOUR
  const stop = blocked && styles['urgent']
  const second = today || row.due < now ? fromNow(row.due, now) : clock(row.due)
  return (
    <>
      <span className={classes(styles['one'], stop)}>{today ? clock(row.due) : day(row.due)}</span>
      <span className={classes(styles['two'], stop)}>
        {isSettled(row) ? '' : blocked ? `${second}, blocked` : second}
      </span>
    </>
  )
}
