import type { KeyboardEvent } from 'react'
import type { PlacedProposal } from '../../checks/checks.ts'
import { rangeOf } from '../../checks/checks.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import text from '../../ui/text.module.css'
import panel from '../review/panel.module.css'
import { useReview } from '../review/store.ts'
import type { CheckRow } from './check-rows.ts'
import { insteadOf, proposalInWords, shortened, sortOf } from './check-words.ts'
import styles from './checks.module.css'
import type { Take } from './row-keys.ts'
import { isOfWhole } from '../../../shared/checks/taken.ts'

export type Heading = { readonly name: string; readonly count: number }

export type RowProps = {
  readonly row: CheckRow
  /** Of the group that begins here, with how many it holds; null within one. */
  readonly heading: Heading | null
  /** The group does not say it already. */
  readonly isTitled: boolean
  readonly position: number
  readonly of: number
  /** The one row that Tab reaches; it shows what can be done. */
  readonly active: boolean
  readonly current: boolean
  /** How many proposals its rule has. */
  readonly ofRule: number
  readonly locked: boolean
  readonly onFocus: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onGo: () => void
  readonly onTake: (how: Take) => void
  readonly onRule: () => void
}

/** The words in their sentence. */
function Sentence({ proposal }: { readonly proposal: PlacedProposal }) {
  const editor = useReview((review) => review.editor)
  const range = rangeOf(proposal)
  if (isOfWhole(proposal)) return 'On the whole story'
  const around = range === null ? undefined : editor?.spots.around(range)
  if (around === undefined || around.words === '') return <b className={styles['spot']}>{proposal.words}</b>
  const { before, words, after } = shortened(around)
  // A whole sentence need not stand out of itself.
  if (!/[\p{L}\p{N}]/u.test(before + after)) return <span className={styles['whole']}>{words + after}</span>
  return (
    <>
      {before}
      <b className={styles['spot']}>{words}</b>
      {after}
    </>
  )
}

type ActProps = {
  readonly label: string
  readonly keys: string
  readonly onAct: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function Act({ label, keys, onAct, onKeyDown }: ActProps) {
  return (
    <Button
      className={styles['act']}
      title={`${label} (${keys})`}
      aria-keyshortcuts={keys}
      onClick={onAct}
      onKeyDown={onKeyDown}
    >
      {label}
      <kbd className={text['kbd']} aria-hidden="true">
        {keys}
      </kbd>
    </Button>
  )
}

function Acts({ row: { proposal }, locked, ofRule, onTake, onRule, onKeyDown }: RowProps) {
  const isReplaceable = proposal.kind === 'note' && proposal.replacement !== null
  const act = (how: Take, label: string, keys: string) => (
    <Act label={label} keys={keys} onAct={() => onTake(how)} onKeyDown={onKeyDown} />
  )
  return (
    <p className={classes(panel['acts'], styles['acts'])}>
      {!locked && (
        <>
          {proposal.kind === 'claim' && act('claim', 'Claim', 'C')}
          {isReplaceable && act('replace', 'Replace', 'R')}
          {act('comment', 'Comment', 'M')}
        </>
      )}
      {act('aside', 'Put aside', 'D')}
      {ofRule > 1 && (
        <Button
          className={classes(styles['act'], text['soft'])}
          title="Put aside every proposal of this rule (Shift D)"
          onClick={onRule}
          onKeyDown={onKeyDown}
        >
          All {ofRule} of the rule…
        </Button>
      )}
    </p>
  )
}

/** One proposal: what it is, where, why, and, on the row that the keyboard stands on, what can be done. */
export function Row(props: RowProps) {
  const { row, heading, isTitled, active, current, locked } = props
  const { proposal } = row
  const instead = insteadOf(proposal)
  return (
    <li
      aria-posinset={props.position}
      aria-setsize={props.of}
      data-row={row.id}
      className={heading === null ? undefined : styles['first']}
    >
      {heading !== null && (
        <p className={styles['group']}>
          {heading.name} <span className={text['soft']}>{heading.count}</span>
        </p>
      )}
      <div className={classes(panel['row'], panel['plain'], styles['row'], current && panel['on'])}>
        <div>
          <p className={panel['meta']}>
            {!isOfWhole(proposal) && <span className={text['figures']}>{proposal.label}</span>}
            {isTitled && <b className={styles['title']}>{proposal.title}</b>}
            <span className={styles['sort']}>{sortOf(proposal)}</span>
          </p>
          <button
            type="button"
            className={classes(panel['words'], styles['words'])}
            dir="auto"
            tabIndex={active ? 0 : -1}
            aria-current={current ? 'true' : undefined}
            aria-keyshortcuts={locked ? 'D' : 'C M R D'}
            aria-label={proposalInWords(proposal)}
            onClick={props.onGo}
            onKeyDown={props.onKeyDown}
            onFocus={props.onFocus}
          >
            <Sentence proposal={proposal} />
          </button>
          <p className={panel['remedy']}>{proposal.explanation}</p>
          {instead !== '' && <p className={panel['missing']}>{instead}</p>}
          {active && <Acts {...props} />}
        </div>
      </div>
    </li>
  )
}
