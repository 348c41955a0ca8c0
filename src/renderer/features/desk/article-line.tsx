import { Lock } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { ArticleRow } from '../../../shared/model/article.ts'
import { classes } from '../../ui/classes.ts'
import { shortHash } from '../../ui/hash.ts'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import { addDays, clock, day, fromNow, startOfDay, when } from '../../ui/time.ts'
import { goToArticle } from '../route.ts'
import { STATUS_NAMES } from '../words.ts'
import styles from './desk.module.css'
import { isBlockedToday, isSettled } from './rows.ts'

type LineProps = {
  readonly row: ArticleRow
  readonly holder: string
  readonly now: number
  readonly selected: boolean
  readonly onSelect: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function Due({ row, now }: { readonly row: ArticleRow; readonly now: number }) {
  if (row.due === null) return <span className={styles['one']}>–</span>
  const today = row.due >= startOfDay(now) && row.due < addDays(now, 1)
  const blocked = isBlockedToday(row, now) && row.due - now < 60 * 60_000
  const stop = blocked && styles['urgent']
  const settled = isSettled(row)
  const second = today || row.due < now ? fromNow(row.due, now) : clock(row.due)
  return (
    <>
      <span className={classes(styles['one'], stop)}>{today ? clock(row.due) : day(row.due)}</span>
      <span className={classes(styles['two'], stop)}>
        {settled ? '' : blocked ? `${second}, blocked` : second}
      </span>
    </>
  )
}

function StatusCell({ row }: { readonly row: ArticleRow }) {
  return (
    <>
      <span className={classes(styles['one'], text['strong'])}>{STATUS_NAMES[row.status]}</span>
      <span className={styles['two']}>
        {row.locked ? (
          <>
            <span className={styles['lock']}>
              <Icon of={Lock} size={12} />
            </span>
            locked, {shortHash(row.textHash)}
          </>
        ) : row.slotsRequired > 0 && row.slotsSigned > 0 ? (
          `${row.slotsSigned} of ${row.slotsRequired} slots signed`
        ) : row.status === 'draft' && row.importedFrom !== null ? (
          `from ${row.importedFrom}`
        ) : (
          `${row.slotsSigned} of ${row.slotsRequired} slots signed`
        )}
      </span>
    </>
  )
}

function Count({ of, label }: { readonly of: number; readonly label: string }) {
  return (
    <td className={classes(styles['count'], of === 0 && styles['zero'])} title={`${of} ${label}`}>
      {of}
    </td>
  )
}

export function ArticleLine({ row, holder, now, selected, onSelect, onKeyDown }: LineProps) {
  const headline = row.headline === '' ? 'Untitled' : row.headline
  const open = (): void => {
    onSelect()
    goToArticle(row.id)
  }
  return (
    <tr className={classes(selected && styles['on'], isSettled(row) && styles['settled'])} onClick={open}>
      <td>
        <button
          type="button"
          className={classes(styles['head'], text['cut'])}
          data-article={row.id}
          dir="auto"
          title={headline}
          tabIndex={selected ? 0 : -1}
          onFocus={onSelect}
          onKeyDown={onKeyDown}
          onClick={(event) => {
            event.stopPropagation()
            open()
          }}
        >
          {headline}
        </button>
        <span className={classes(text['slug'], styles['slugLine'])}>
          {row.slug === '' ? 'no slug yet' : row.slug}
          {'\u2002'}
          <span className={styles['deskName']}>{row.desk}</span>
          {row.holderId !== null && (
            <span className={styles['holderToo']}>
              {'\u2002'}
              {holder}
            </span>
          )}
        </span>
      </td>
      <td>
        <StatusCell row={row} />
      </td>
      <td className={text['figures']}>
        <Due row={row} now={now} />
      </td>
      <td className={text['figures']}>
        <span className={styles['one']}>{holder}</span>
        <span className={styles['two']}>{when(row.updatedAt, now)}</span>
      </td>
      <Count of={row.openChanges} label="open changes" />
      <Count of={row.openMusts} label="must-comments" />
      <Count of={row.openClaims} label="claims not cleared" />
      <Count of={row.blockers} label="blockers" />
    </tr>
  )
}
