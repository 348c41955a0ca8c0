import type { KeyboardEvent } from 'react'
import type { ArticleRow } from '../../../shared/model/article.ts'
import { isSettled } from '../../../shared/rules/running-order.ts'
import { classes } from '../../ui/classes.ts'
import text from '../../ui/text.module.css'
import { when } from '../../ui/time.ts'
import { goToArticle } from '../route.ts'
import styles from './article-line.module.css'
import { COLUMN_COUNT } from './column-heads.tsx'
import table from './desk-table.module.css'
import { DueCell } from './due-cell.tsx'
import type { DeskPeople } from './people.ts'
import { StatusCell } from './status-cell.tsx'

/** `line`: of the table, heads included; `at`: place among the articles. */
type Place = { readonly line: number; readonly at: number }

type LineProps = Place & {
  readonly row: ArticleRow
  readonly people: DeskPeople
  readonly now: number
  readonly selected: boolean
  readonly onSelect: (articleId: ArticleRow['id']) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function Count({ of, label }: { readonly of: number; readonly label: string }) {
  return (
    <td className={classes(table['count'], of === 0 && styles['zero'])} title={`${of} ${label}`}>
      {of}
    </td>
  )
}

type HeadlineProps = Omit<LineProps, keyof Place | 'now'> & { readonly onOpen: () => void }

function HeadlineCell({ row, people, selected, onOpen, onSelect, onKeyDown }: HeadlineProps) {
  const headline = row.headline === '' ? 'Untitled' : row.headline
  return (
    <td>
      <button
        type="button"
        className={classes(styles['head'], text['cut'])}
        data-article={row.id}
        dir="auto"
        title={headline}
        tabIndex={selected ? 0 : -1}
        onFocus={() => onSelect(row.id)}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          event.stopPropagation()
          onOpen()
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
            {people.nameOf(row.holderId)}
          </span>
        )}
      </span>
    </td>
  )
}

export function ArticleLine({ row, line, at, people, now, selected, onSelect, onKeyDown }: LineProps) {
  const open = (): void => {
    onSelect(row.id)
    goToArticle(row.id)
  }
  return (
    <tr
      aria-rowindex={line + 2}
      data-at={at}
      className={classes(styles['line'], selected && styles['on'], isSettled(row) && styles['settled'])}
      onClick={open}
    >
      <HeadlineCell
        row={row}
        people={people}
        selected={selected}
        onOpen={open}
        onSelect={onSelect}
        onKeyDown={onKeyDown}
      />
      <td>
        <StatusCell row={row} initialsOf={people.initialsOf} />
      </td>
      <td className={text['figures']}>
        <DueCell row={row} now={now} />
      </td>
      <td className={text['figures']}>
        <span className={styles['one']}>{people.nameOf(row.holderId)}</span>
        <span className={styles['two']}>{when(row.updatedAt, now)}</span>
      </td>
      <Count of={row.openChanges} label="open changes" />
      <Count of={row.openMusts} label="must-comments" />
      <Count of={row.openClaims} label="claims not cleared" />
      <Count of={row.blockers} label="blockers" />
    </tr>
  )
}

/** An article whose row is on its way, as high as one that is here. */
export function WaitingLine({ line, at }: Place) {
  return (
    <tr aria-rowindex={line + 2} aria-busy="true" data-at={at} className={styles['line']}>
      <td colSpan={COLUMN_COUNT}>
        <span className={text['hiddenText']}>On its way</span>
      </td>
    </tr>
  )
}
