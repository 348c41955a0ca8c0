import { Bold, Brackets, Italic, MessageSquare, Underline } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { TextLayout } from '../../editor/api.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useReview } from '../review/store.ts'
import { addClaim, startComment } from './actions.ts'
import { useComposer } from './composer-store.ts'
import styles from './selection-bar.module.css'

/** How long a selection stands before the bar comes, in milliseconds (interface.md, Manners). */
const PATIENCE = 300

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

/** What may be done with selected words, below the line where the selection ends; never over the words. */
export function SelectionBar({ end }: { readonly end: TextLayout['selectionEnd'] }) {
  const selected = useReview((store) => store.snapshot?.selectionEmpty === false)
  const redline = useReview((store) => store.snapshot?.projection === 'redline')
  const reading = useReview((store) => store.snapshot?.mode === 'read')
  const locked = useReview((store) => store.state?.article.locked ?? true)
  const composing = useComposer((store) => store.open)
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
  const tools = reading ? REMARKS : [...REMARKS, ...FORMATS]
  return (
    <div
      className={styles['bar']}
      role="toolbar"
      dir="ltr"
      tabIndex={-1}
      aria-label="Selection"
      style={{ insetBlockStart: end.bottom, left: `clamp(72px, ${end.left}px, 100% - 72px)` }}
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
