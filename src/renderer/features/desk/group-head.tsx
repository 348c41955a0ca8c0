import { classes } from '../../ui/classes.ts'
import text from '../../ui/text.module.css'
import { COLUMN_COUNT } from './column-heads.tsx'
import styles from './desk-table.module.css'
import { groupTitle } from './groups.ts'
import type { Section } from './lines.ts'

type HeadProps = { readonly line: number; readonly section: Section; readonly now: number }

/** Stays in sight, under the heads of the columns, while articles of its group pass by. */
export function GroupHead({ line, section, now }: HeadProps) {
  return (
    <tr className={styles['group']} aria-rowindex={line + 2}>
      <th colSpan={COLUMN_COUNT} scope="rowgroup">
        {section.group !== null && groupTitle(section.group, now)}
        {'\u2002'}
        <span className={classes(text['soft'], text['figures'])}>{section.count}</span>
      </th>
    </tr>
  )
}

/** Room for articles that are not mounted. */
export function GapLine({ height }: { readonly height: number }) {
  return <tr aria-hidden="true" style={{ height }} />
}
