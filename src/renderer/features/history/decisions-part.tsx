import { useMemo } from 'react'
import type { ChangeDecision, ChangeRecord } from '../../../shared/model/change.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { CHANGE_KIND_NAMES } from '../../../shared/names.ts'
import { ChangedWords, Initials } from '../../ui/author.tsx'
import { classes } from '../../ui/classes.ts'
import { useNow } from '../../ui/now.ts'
import { RowList } from '../../ui/row-list.tsx'
import text from '../../ui/text.module.css'
import { when } from '../../ui/time.ts'
import { EmptyList } from '../review/panel-header.tsx'
import panel from '../review/panel.module.css'
import { usePersonOf } from '../review/people.ts'
import styles from './history.module.css'
import { useDecisions } from './use-log.ts'

/** Height of a row of two lines, in CSS pixels; the others are measured. */
const GUESSED_HEIGHT = 62

/** Longer words are cut in the list. */
const MAX_SHOWN = 300

const VERDICTS: Readonly<Record<ChangeDecision['verdict'], string>> = {
  accepted: 'accepted',
  rejected: 'rejected',
  undone: 'opened again',
}

function cut(words: string): string {
  // A paragraph or a space alone would not be seen.
  if (words.trim() === '') return words.includes('\n') ? '¶' : words === '' ? '' : '␣'
  return words.length <= MAX_SHOWN ? words : `${words.slice(0, MAX_SHOWN)}…`
}

type RowProps = {
  readonly decision: ChangeDecision
  readonly change: ChangeRecord | undefined
  readonly rowKey: string
  readonly now: number
}

function Row({ decision, change, rowKey, now }: RowProps) {
  const personOf = usePersonOf()
  const author = personOf(change?.authorId ?? null)
  return (
    <li data-row={rowKey} className={classes(panel['row'], panel['plain'])}>
      <p className={panel['meta']}>
        <Initials person={personOf(decision.personId)} />
        <b className={decision.verdict === 'rejected' ? text['stop'] : undefined}>
          {VERDICTS[decision.verdict]}
        </b>
        {author !== null && (
          <span>
            a change of <Initials person={author} />
          </span>
        )}
        <time>{when(decision.at, now)}</time>
      </p>
      <p className={classes(text['quote'], styles['decided'])}>
        {change === undefined ? (
          <span className={text['soft']}>A change that is not in the text any more.</span>
        ) : change.inserted + change.deleted === '' ? (
          <span className={text['soft']}>{CHANGE_KIND_NAMES[change.kind]}</span>
        ) : (
          <ChangedWords person={author} deleted={cut(change.deleted)} inserted={cut(change.inserted)} />
        )}
      </p>
      {decision.reason !== null && <p className={panel['remedy']}>{decision.reason}</p>}
    </li>
  )
}

/** Every decision on a change and every undoing of one, latest first: they are only ever added to. */
export function DecisionsPart({ state }: { readonly state: ReviewState }) {
  const { decisions, failure } = useDecisions(state)
  const now = useNow()
  const rows = useMemo(() => (decisions ?? []).toSorted((a, b) => b.at - a.at || b.seq - a.seq), [decisions])
  const keys = useMemo(() => rows.map(({ origin, seq }) => `${origin} ${seq}`), [rows])
  const changes = useMemo(() => new Map(state.changes.map((change) => [change.id, change])), [state.changes])
  if (failure !== '') return <EmptyList title="The decisions were not read">{failure}</EmptyList>
  if (decisions?.length === 0) {
    return (
      <EmptyList title="Nothing decided yet">
        Each change that is accepted or rejected is listed here, and each decision that is undone.
      </EmptyList>
    )
  }
  return (
    <RowList
      label="Decisions on changes"
      className={classes(panel['scroll'], panel['windowed'])}
      keys={keys}
      guess={GUESSED_HEIGHT}
      shown={null}
    >
      {(index) => {
        const [decision, key] = [rows[index], keys[index]]
        if (decision === undefined || key === undefined) return null
        const change = changes.get(decision.changeId)
        return <Row key={key} rowKey={key} decision={decision} change={change} now={now} />
      }}
    </RowList>
  )
}
