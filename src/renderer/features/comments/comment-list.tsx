import { useEffect, useMemo, useState } from 'react'
import type { RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { ThreadView } from '../../../shared/model/review.ts'
import { classes } from '../../ui/classes.ts'
import { useRowWindow } from '../../ui/use-row-window.ts'
import { WindowedList } from '../../ui/windowed-list.tsx'
import panel from '../review/panel.module.css'
import type { About } from './about.ts'
import styles from './comments.module.css'
import { actOnThread } from './list-acts.ts'
import { pointAt } from './go-to-thread.ts'
import { useThreadList } from './list-store.ts'
import { listAct } from './row-keys.ts'
import { ThreadRow } from './thread-row.tsx'

/** Height of a row with one message, in CSS pixels; the others are measured. */
const GUESSED_HEIGHT = 140

type CommentListProps = {
  readonly threads: readonly ThreadView[]
  readonly aboutOf: (thread: ThreadView) => About
  readonly currentId: string | null
}

/** The rows that are mounted, and the one that the keyboard reaches: the last that had the focus or became current. */
function useRows(threads: readonly ThreadView[], currentId: string | null) {
  const keys = useMemo(() => threads.map(({ id }) => String(id)), [threads])
  const currentKey = currentId !== null && keys.includes(currentId) ? currentId : null
  const [active, setActive] = useState(currentKey)
  const [seen, setSeen] = useState(currentKey)
  if (currentKey !== seen) {
    setSeen(currentKey)
    if (currentKey !== null) setActive(currentKey)
  }
  const askedKey = useThreadList(({ asked }) => (asked !== null && keys.includes(asked) ? asked : null))
  if (askedKey !== null && askedKey !== active) setActive(askedKey)
  const at = Math.max(0, active === null ? 0 : keys.indexOf(active))
  const activeKey = keys[at] ?? null
  const view = useRowWindow(keys, activeKey === null ? [] : [activeKey], GUESSED_HEIGHT)

  // Where the caret goes in the text, the list goes along, unless somebody is at work in it.
  const { show, focus, holdsFocus } = view
  useEffect(() => {
    if (currentKey !== null && !holdsFocus()) show(currentKey)
  }, [currentKey, show, holdsFocus])

  useEffect(() => {
    if (askedKey === null) return
    focus(askedKey)
    useThreadList.getState().ask(null)
  }, [askedKey, focus])

  return { ...view, at, activeKey, setActive }
}

/** Whoever writes in a field or chooses in a menu means that. */
function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('textarea, input, select')
}

/** Keys count wherever in a row the focus is, and the row that has it is the active one. */
function useListEvents(
  list: RefObject<HTMLElement | null>,
  onKeyDown: (event: KeyboardEvent) => void,
  setActive: (key: string) => void,
): void {
  useEffect(() => {
    const element = list.current
    const onFocus = ({ target }: FocusEvent) => {
      const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
      if (row !== null) setActive(row.dataset['row'] ?? '')
    }
    element?.addEventListener('keydown', onKeyDown)
    element?.addEventListener('focusin', onFocus)
    return () => {
      element?.removeEventListener('keydown', onKeyDown)
      element?.removeEventListener('focusin', onFocus)
    }
  })
}

/** The menu of a row's assignee. */
function focusAssignee(list: HTMLElement | null, id: string): void {
  const row = list?.querySelector(`[data-row="${CSS.escape(id)}"]`)
  row?.querySelector<HTMLElement>('select[aria-label="Assigned to"]')?.focus()
}

/** The threads, one a row; what may be done to the one that has the focus is in row-keys.ts. */
export function CommentList({ threads, aboutOf, currentId }: CommentListProps) {
  const { list, pieces, onScroll, at, activeKey, setActive, focus } = useRows(threads, currentId)

  const moveTo = (index: number) => {
    const thread = threads[Math.min(Math.max(index, 0), threads.length - 1)]
    if (thread === undefined) return
    setActive(thread.id)
    focus(thread.id)
    pointAt(thread)
  }
  const assign = (thread: ThreadView) => {
    // Only the current row has the menu.
    flushSync(() => pointAt(thread))
    focusAssignee(list.current, thread.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isField(event.target)) return
    const act = listAct(event, at, threads.length)
    const thread = threads[at]
    if (act === null || thread === undefined) return
    event.preventDefault()
    if (act.kind === 'move') moveTo(act.to)
    else if (act.kind === 'assign') assign(thread)
    else actOnThread(act, thread)
  }

  useListEvents(list, onKeyDown, setActive)

  return (
    <WindowedList
      label="Comments"
      className={classes(panel['scroll'], panel['windowed'], styles['list'])}
      of={{ list, pieces, onScroll }}
    >
      {(index) => {
        const thread = threads[index]
        if (thread === undefined) return null
        return (
          <ThreadRow
            key={thread.id}
            thread={thread}
            {...aboutOf(thread)}
            position={index + 1}
            of={threads.length}
            active={thread.id === activeKey}
            on={thread.id === currentId}
          />
        )
      }}
    </WindowedList>
  )
}
