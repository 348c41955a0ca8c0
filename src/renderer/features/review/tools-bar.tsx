import { ArrowDown, ArrowUp, Brackets, Check, Lock, MessageSquare, Upload, X } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { memo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { CommandId } from '../../../shared/commands.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import type { EditorSnapshot, Mode, Projection } from '../../editor/api.ts'
import bars from '../../ui/bars.module.css'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { counted } from '../../ui/counted.ts'
import { Icon } from '../../ui/icon.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import text from '../../ui/text.module.css'
import { run } from '../commands/dispatch.ts'
import { STATUS_NAMES } from '../words.ts'
import { currentChange } from './counts.ts'
import { useClosedEditing } from './editing-mode.ts'
import { MoreMenu } from './more-menu.tsx'
import { REFUSALS } from './refusals.ts'
import styles from './review.module.css'
import { useReview } from './store.ts'

const MODES: readonly { value: Mode; label: string }[] = [
  { value: 'suggest', label: 'Suggest' },
  { value: 'edit', label: 'Edit' },
  { value: 'read', label: 'Read' },
]
const PROJECTIONS: readonly { value: Projection; label: string }[] = [
  { value: 'redline', label: 'Redline' },
  { value: 'original', label: 'Original' },
  { value: 'final', label: 'Final' },
]

/** What works on the caret or the selection is refused, with the reason, while they are not in the text that is shown. */
function Tool(props: {
  readonly label: string
  readonly icon: LucideIcon
  readonly command: CommandId
  /** Its name goes before its icon does on a narrow window. */
  readonly word: 'word' | 'name'
  readonly short?: string
  readonly why: string | null
}) {
  const { label, why } = props
  return (
    <Button
      className={styles['wide']}
      aria-label={label}
      aria-disabled={why !== null}
      title={why ?? label}
      onClick={() => run(props.command)}
    >
      <Icon of={props.icon} />
      <span className={styles[props.word]}>{props.short ?? label}</span>
    </Button>
  )
}

/** What the bar shows of the text. Most keys change none of it. */
type Shown = Pick<EditorSnapshot, 'mode' | 'projection' | 'selectionEmpty' | 'changeId'> &
  ReturnType<typeof currentChange>

const NOTHING: Shown = {
  mode: 'suggest',
  projection: 'redline',
  selectionEmpty: true,
  changeId: null,
  at: 0,
  of: 0,
}

function shownOf(snapshot: EditorSnapshot | null): Shown {
  if (snapshot === null) return NOTHING
  const { mode, projection, selectionEmpty, changeId } = snapshot
  return { mode, projection, selectionEmpty, changeId, ...currentChange(snapshot) }
}

/** Why the caret is not to be worked with, in the words of its reading. */
function unseen({ projection }: Shown): string | null {
  return projection === 'redline' ? null : REFUSALS[projection]
}

const ChangeTools = memo(function ChangeTools({ shown }: { readonly shown: Shown }) {
  const { at, of, changeId, selectionEmpty, mode } = shown
  const nothingHere = changeId === null && selectionEmpty
  const why = unseen(shown) ?? (nothingHere ? REFUSALS.noChange : null)
  const place = of === 0 ? 'No open change' : at === 0 ? counted(of, 'change') : `Change ${at} of ${of}`
  return (
    <>
      <Button
        only
        aria-label="Previous open change"
        title="Previous open change (Shift F8)"
        disabled={of === 0}
        onClick={() => run('change.previous')}
      >
        <Icon of={ArrowUp} />
      </Button>
      <span className={classes(text['soft'], styles['place'])}>{place}</span>
      <Button
        only
        aria-label="Next open change"
        title="Next open change (F8)"
        disabled={of === 0}
        onClick={() => run('change.next')}
      >
        <Icon of={ArrowDown} />
      </Button>
      {mode !== 'read' && (
        <>
          <Tool label="Accept" icon={Check} command="change.accept" word="word" why={why} />
          <Tool label="Reject" icon={X} command="change.reject" word="word" why={why} />
        </>
      )}
    </>
  )
})

const MarkTools = memo(function MarkTools({ why }: { readonly why: string | null }) {
  return (
    <>
      <i className={classes(bars['gap'], styles['wide'])} />
      <Tool label="Comment" icon={MessageSquare} command="comment.add" word="name" why={why} />
      <Tool
        label="Claim from selection"
        short="Claim"
        icon={Brackets}
        command="claim.add"
        word="name"
        why={why}
      />
    </>
  )
})

/** How the text is read, and what may be done with it. */
export function ToolsBar({ state }: { readonly state: ReviewState }) {
  const { editor, tab } = useReview(useShallow(({ editor, tab }) => ({ editor, tab })))
  const shown = useReview(useShallow(({ snapshot }) => shownOf(snapshot)))
  const { locked } = state.article
  const closed = useClosedEditing(state, shown.mode)
  const blockers = state.blockers.length
  return (
    <div
      className={classes(bars['tools'], styles['tools'])}
      role="toolbar"
      aria-label="Review"
      data-region="tools"
    >
      <Segmented
        label="Mode"
        value={locked ? 'read' : shown.mode}
        options={MODES.map((mode) => ({
          ...mode,
          disabled: editor === null || (locked && mode.value !== 'read'),
          refused: mode.value === 'edit' ? closed : null,
        }))}
        onChange={(mode) => editor?.setMode(mode)}
      />
      <Segmented
        label="Projection"
        value={shown.projection}
        options={PROJECTIONS.map((projection) => ({ ...projection, disabled: editor === null }))}
        onChange={(projection) => editor?.setProjection(projection)}
      />
      <i className={bars['gap']} />
      {locked ? (
        <>
          <span className={styles['locked']}>
            <Icon of={Lock} size={13} />
            {STATUS_NAMES[state.article.status]} and locked
          </span>
          <Button onClick={() => run('workflow.reopen')}>Re-open…</Button>
        </>
      ) : (
        <>
          {editor !== null && <ChangeTools shown={shown} />}
          <MarkTools why={unseen(shown)} />
        </>
      )}
      <span className={text['grow']} />
      <Button
        className={styles['wide']}
        aria-label="Export"
        title="Export"
        onClick={() => run('export.open')}
      >
        <Icon of={Upload} />
        <span className={styles['word']}>Export</span>
      </Button>
      <MoreMenu away={state.article.editRight === 'away'} />
      <Button look="line" aria-pressed={tab === 'signoff'} onClick={() => run('go.signoff')}>
        <span className={text['strong']}>Sign-off</span>
        {locked ? (
          <span className={text['soft']}>{STATUS_NAMES[state.article.status].toLowerCase()}</span>
        ) : blockers === 0 ? (
          <span className={text['soft']}>nothing blocks</span>
        ) : (
          <span className={classes(text['stop'], text['strong'])}>{counted(blockers, 'blocker')}</span>
        )}
      </Button>
    </div>
  )
}
