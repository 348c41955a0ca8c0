import { Bold, Brackets, Check, Italic, MessageSquare, Underline, X } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { TextLayout } from '../../editor/api.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useComposing } from '../comments/composing.ts'
import { useReview } from '../review/store.ts'
import { groupChanges, withGroups } from '../../../shared/document/index/change-groups.ts'
import { counted } from '../../ui/counted.ts'
import { addClaim, decideSelection, startComment } from './actions.ts'
import styles from './selection-bar.module.css'

/** How long a selection stands before the bar comes, in milliseconds (interface.md, Manners). */
const PATIENCE = 300

/** Width of one button, in CSS pixels: `--control`. */
const BUTTON = 28

type Tool = { readonly label: string; readonly icon: LucideIcon; readonly run: () => void }

const REMARKS: readonly Tool[] = [
  { label: 'Comment', icon: MessageSquare, run: startComment },
  { label: 'Claim', icon: Brackets, run: () => void addClaim() },
]
const FORMATS: readonly Tool[] = [
  { label: 'Bold', icon: Bold, run: () => useReview.getState().editor?.run('format.strong') },
  { label: 'Italic', icon: Italic, run: () => useReview.getState().editor?.run('format.em') },
  { label: 'Underline', icon: Underline, run: () => useReview.getState().editor?.run('format.underline') },
]

/** Only where the selected words hold open changes: how many is in the label. */
function decisions(): readonly Tool[] {
  const { editor, snapshot } = useReview.getState()
  const ids = new Set(editor?.changesInSelection())
  const count = groupChanges(withGroups(snapshot?.index.changes ?? [], ids)).length
  if (count === 0) return []
  const what = `${counted(count, 'change')} in the selection…`
  return [
    { label: `Accept ${what}`, icon: Check, run: () => decideSelection('accepted') },
    { label: `Reject ${what}`, icon: X, run: () => decideSelection('rejected') },
  ]
}

/** What may be done with selected words, below the line where the selection ends; never over the words. */
export function SelectionBar({ end }: { readonly end: TextLayout['selectionEnd'] }) {
  const selected = useReview((store) => store.snapshot?.selectionEmpty === false)
  const redline = useReview((store) => store.snapshot?.projection === 'redline')
  const reading = useReview((store) => store.snapshot?.mode === 'read')
  const locked = useReview((store) => store.state?.article.locked ?? true)
  const composing = useComposing((store) => store.target !== null && store.place === 'margin')
  const wanted = selected && redline && !locked && !composing && end !== null
  const place = end === null ? '' : `${end.left} ${end.bottom}`
  const [ready, setReady] = useState('')

  // Each move of the selection's end starts the wait anew.
  useEffect(() => {
    if (!wanted) return
    const timer = setTimeout(() => setReady(place), PATIENCE)
    return () => clearTimeout(timer)
  }, [wanted, place])

  if (!wanted || ready !== place) return null
  const tools = reading ? REMARKS : [...REMARKS, ...FORMATS, ...decisions()]
  const half = (tools.length * BUTTON) / 2 + 2
  return (
    <div
      className={styles['bar']}
      role="toolbar"
      dir="ltr"
      tabIndex={-1}
      aria-label="Selection"
      style={{ insetBlockStart: end.bottom, left: `clamp(${half}px, ${end.left}px, 100% - ${half}px)` }}
      // A press here must not take the selection away from the text.
      onMouseDown={(event) => event.preventDefault()}
    >
      {tools.map((tool) => (
        <Button key={tool.label} only aria-label={tool.label} title={tool.label} onClick={tool.run}>
          <Icon of={tool.icon} />
        </Button>
      ))}
    </div>
  )
}
