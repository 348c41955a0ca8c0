import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { isOpenConflict } from '../../../shared/exchange/conflict-rows.ts'
import type { Conflict, ConflictSide } from '../../../shared/model/conflict.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { counted } from '../../ui/counted.ts'
import { Icon } from '../../ui/icon.tsx'
import { usePressedOnce } from '../../ui/pressed-once.ts'
import text from '../../ui/text.module.css'
import { dayAndClock } from '../../ui/time.ts'
import { goToCause } from '../review/go-to.ts'
import panel from '../review/panel.module.css'
import { usePersonOf } from '../review/people.ts'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import { choiceOfKey } from './choice.ts'
import type { Choice } from './choice.ts'
import { saidBy, subjectOf, valueInWords } from './conflict-words.ts'
import styles from './conflicts.module.css'
import { goToSubject, settle } from './settle.ts'

type SideProps = {
  readonly side: ConflictSide
  /** What it is about, to tell its button from those of other conflicts. */
  readonly of: string
  readonly onChoose: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function Side({ side, of, onChoose, onKeyDown }: SideProps) {
  const personOf = usePersonOf()
  const value = valueInWords(side.value, (id) => personOf(id)?.name ?? null)
  const here = useSession((store) => store.session?.libraryId)
  const deskOf = (origin: string | null) => (origin === here ? 'This desk' : 'Another desk')
  return (
    <div className={styles['side']}>
      <p className={classes(text['soft'], text['small'])}>{saidBy(side, deskOf)}</p>
      <p className={styles['value']} dir="auto">
        {value}
      </p>
      <Button
        look="line"
        aria-label={`Choose this: ${value}. ${of}`}
        onKeyDown={onKeyDown}
        onClick={onChoose}
      >
        Choose this
      </Button>
    </div>
  )
}

type RowProps = { readonly conflict: Conflict; readonly onSettled: () => void }

/** Two sides of one field: either is chosen, or what stands now is kept. */
function FieldRow({ conflict, onSettled }: RowProps) {
  const subject = useReview(({ state }) => (state === null ? '' : subjectOf(conflict, state)))
  const of = subject === '' ? conflict.words : `${conflict.words}, ${subject}`
  const choose = usePressedOnce(async (choice: Choice): Promise<void> => {
    if (await settle(conflict, choice)) onSettled()
  })
  const onKeyDown = (event: KeyboardEvent): void => {
    const choice = choiceOfKey(event)
    // A key that is held down would settle one after another, unread.
    if (choice === null || event.repeat) return
    event.preventDefault()
    void choose(choice)
  }
  return (
    <li className={styles['conflict']}>
      <button
        type="button"
        className={styles['about']}
        data-conflict={conflict.id}
        aria-label={`${of}. 1 chooses the first side, 2 the second, K keeps what stands.`}
        aria-keyshortcuts="1 2 K"
        dir="auto"
        onKeyDown={onKeyDown}
        onClick={() => goToSubject(conflict)}
      >
        {conflict.words}
      </button>
      {subject !== '' && (
        <p className={text['soft']} dir="auto">
          {subject}
        </p>
      )}
      <div className={styles['sides']}>
        <Side side={conflict.one} of={of} onKeyDown={onKeyDown} onChoose={() => void choose('one')} />
        <Side side={conflict.other} of={of} onKeyDown={onKeyDown} onChoose={() => void choose('other')} />
      </div>
      <Button
        aria-label={`Keep it as it stands. ${of}`}
        onKeyDown={onKeyDown}
        onClick={() => void choose('keep')}
      >
        Keep it as it stands
      </Button>
    </li>
  )
}

/** Changes that met in the text are decided there, like any other. */
function TextRow({ conflict }: { readonly conflict: Conflict }) {
  return (
    <li className={styles['conflict']}>
      <p dir="auto">
        <q>{conflict.words}</q>
      </p>
      <p className={classes(text['soft'], text['small'])}>
        Both desks changed these words. Decide on the changes; that settles it.
      </p>
      <p className={styles['goes']}>
        {conflict.changeIds.map((id, index) => (
          <Button
            key={id}
            data-conflict={index === 0 ? conflict.id : undefined}
            onClick={() => goToCause({ kind: 'change', id })}
          >
            {index === 0 ? 'Go to the first change' : 'Go to the second change'}
            <Icon of={ArrowRight} />
          </Button>
        ))}
      </p>
    </li>
  )
}

function Settled({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  const personOf = usePersonOf()
  if (conflicts.length === 0) return null
  const chosen = ({ choice }: Conflict) =>
    choice === null ? 'kept as it stood' : choice === 'one' ? 'first side chosen' : 'second side chosen'
  return (
    <details className={styles['settled']}>
      <summary className={classes(text['soft'], text['small'])}>
        {counted(conflicts.length, 'conflict')} settled
      </summary>
      <ul>
        {conflicts.map((conflict) => (
          <li key={conflict.id} className={text['small']}>
            {conflict.words}: {chosen(conflict)}
            {conflict.settledBy !== null && `, by ${personOf(conflict.settledBy)?.name ?? 'somebody'}`}
            {conflict.settledAt !== null && `, ${dayAndClock(conflict.settledAt)}`}.
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What two desks said differently (B7): both sides, who said which, and the choice. */
export function ConflictList({ state }: { readonly state: ReviewState }) {
  const [heading, setHeading] = useState<HTMLElement | null>(null)
  if (state.conflicts.length === 0) return null
  const openChanges = new Set<string>(
    state.changes.filter(({ state: decided }) => decided === 'open').map(({ id }) => id),
  )
  const isOpen = (conflict: Conflict) => isOpenConflict(conflict, (id) => openChanges.has(id))
  const open = state.conflicts.filter(isOpen)
  // The row goes; whoever settles one goes on with the next.
  const goOn = (from: number): void => {
    const next = open[from + 1] ?? open[from - 1]
    const row = next && document.querySelector<HTMLElement>(`[data-conflict="${CSS.escape(next.id)}"]`)
    ;(row ?? heading)?.focus()
  }
  return (
    <section className={panel['block']} aria-labelledby="conflicts">
      <h3 id="conflicts" ref={setHeading} tabIndex={-1} data-conflicts="">
        {open.length === 0
          ? 'No conflict is open'
          : counted(open.length, 'conflict of two desks', 'conflicts of two desks')}
      </h3>
      <ul>
        {open.map((conflict, index) =>
          conflict.kind === 'text' ? (
            <TextRow key={conflict.id} conflict={conflict} />
          ) : (
            <FieldRow key={conflict.id} conflict={conflict} onSettled={() => goOn(index)} />
          ),
        )}
      </ul>
      <Settled conflicts={state.conflicts.filter((conflict) => !isOpen(conflict))} />
    </section>
  )
}
