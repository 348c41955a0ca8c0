import { Lock } from 'lucide-react'
import type { ArticleRow } from '../../../shared/model/article.ts'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import { STATUS_NAMES } from '../words.ts'
import styles from './article-line.module.css'
import { standingInWords } from './standing.ts'
import type { InitialsOf } from './standing.ts'

type StatusProps = { readonly row: ArticleRow; readonly initialsOf: InitialsOf }

export function StatusCell({ row, initialsOf }: StatusProps) {
  const { words, isLock } = standingInWords(row, initialsOf)
  return (
    <>
      <span className={classes(styles['one'], text['strong'])}>{STATUS_NAMES[row.status]}</span>
      <span className={styles['two']} title={words}>
        {isLock && (
          <span className={styles['lock']}>
            <Icon of={Lock} size={12} />
          </span>
        )}
        {words}
      </span>
    </>
  )
}
