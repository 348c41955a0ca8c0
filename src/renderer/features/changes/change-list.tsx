import { useEffect, useMemo, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { ChangeId } from '../../../shared/model/ids.ts'
import type { MadeSet } from '../../editor/api.ts'
import { classes } from '../../ui/classes.ts'
import { useNow } from '../../ui/now.ts'
import { useRowWindow } from '../../ui/use-row-window.ts'
import { WindowedList } from '../../ui/windowed-list.tsx'
import { commentOn } from '../comments/comment-on.ts'
import { goToText } from '../review/go-to.ts'
import panel from '../review/panel.module.css'
import { refuse, whyUndecidable } from '../review/refusals.ts'
import { useReview } from '../review/store.ts'
import { askToDecide } from './ask.ts'
import type { ChangeRow } from './change-rows.ts'
import { Row } from './change-row.tsx'
import { isWorded } from './change-words.ts'
import styles from './changes.module.css'
import { foldSets, knownSets } from './fold-sets.ts'
import type { ListRow } from './fold-sets.ts'
import { keyAct, nextOpen } from './row-keys.ts'

/** Height of a row of two lines, in CSS pixels; the others are measured. */
const GUESSED_HEIGHT = 68

const NO_SETS: readonly MadeSet[] = []

type Verdict = 'accepted' | 'rejected'

/** Makes the change of a row the current one, and brings its words into sight; the focus stays in the list. */
function point(row: ChangeRow): void {
  if (row.state !== 'open') return
  const { editor, snapshot, setCurrent } = useReview.getState()
  const target = { kind: 'change', id: row.id } as const
  setCurrent(target)
  if (snapshot?.projection === 'redline') editor?.reveal(target)
}

/** The rows that are mounted, and the one that the keyboard reaches: the last that had the focus or became current. */
function useRows(rows: readonly ListRow[], currentId: string | null) {
  const keys = useMemo(() => rows.map((row) => row.key), [rows])
  // The change itself where its set is unfolded, else the set.
  const currentKey = rows.findLast((row) => currentId !== null && row.ids.includes(currentId))?.key ?? null
  const [active, setActive] = useState(currentKey)
  const [seen, setSeen] = useState(currentKey)
  if (currentKey !== seen) {
    setSeen(currentKey)
    if (currentKey !== null) setActive(currentKey)
  }
  const at = Math.max(0, active === null ? 0 : keys.indexOf(active))
  const activeKey = keys[at] ?? null
  const view = useRowWindow(keys, activeKey === null ? [] : [activeKey], GUESSED_HEIGHT)

  // Where the caret goes in the text, the list goes along, unless somebody is at work in it.
  const { show, holdsFocus } = view
  useEffect(() => {
    if (currentKey !== null && !holdsFocus()) show(currentKey)
  }, [currentKey, show, holdsFocus])

  const focus = (key: string) => {
    setActive(key)
    view.focus(key)
  }
  const { list, pieces, onScroll } = view
  return { list, pieces, onScroll, at, activeKey, currentKey, setActive, focus }
}

/** The changes, one a row: arrow keys go from row to row, A and R decide the one that has the focus. */
export function ChangeList({ changes }: { readonly changes: readonly ChangeRow[] }) {
  const { current, editor, reading, locked, stored, made } = useReview(
    useShallow(({ current, editor, snapshot, state }) => ({
      stored: state?.changeSets ?? NO_SETS,
      made: snapshot?.changeSets ?? NO_SETS,
      current: current?.kind === 'change' ? current.id : null,
      editor,
      reading: snapshot?.mode === 'read',
      locked: state?.article.locked ?? true,
    })),
  )
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const sets = useMemo(() => knownSets(stored, made), [stored, made])
  const rows = useMemo(() => foldSets(changes, sets, unfolded), [changes, sets, unfolded])
  const { list, pieces, onScroll, at, activeKey, currentKey, setActive, focus } = useRows(rows, current)
  const now = useNow()

  const moveTo = (index: number) => {
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)]
    if (row === undefined) return
    focus(row.key)
    point(row)
  }
  const decide = (index: number, verdict: Verdict) => {
    const row = rows[index]
    const why = whyUndecidable()
    if (row?.state !== 'open' || editor === null) return
    if (why !== null) return refuse(why)
    if (row.members.length > 0) return askToDecide(row.members, 'shown', verdict)
    const next = nextOpen(rows, index)
    editor.decide(row.ids, verdict)
    if (next === null) return
    focus(next.key)
    point(next)
  }
  const comment = (index: number) => {
    const row = rows[index]
    if (row === undefined) return
    // The caret stays; the first of a set stands for it. Main knows an id by its brand.
    commentOn({ kind: 'change', changeId: row.id as ChangeId })
  }
  const fold = (key: string, open: boolean) =>
    setUnfolded((before) => new Set(open ? [...before, key] : [...before].filter((other) => other !== key)))
  const undo = () => {
    if (editor?.run('edit.undo') === true && activeKey !== null) focus(activeKey)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keyAct(event, at, rows.length)
    if (act === null) return
    event.preventDefault()
    if (act.kind === 'move') moveTo(act.to)
    else if (act.kind === 'undo') undo()
    else if (act.kind === 'fold') fold(activeKey ?? '', act.open)
    else if (act.kind === 'comment') comment(at)
    else decide(at, act.verdict)
  }

  return (
    <WindowedList
      label="Changes"
      className={classes(panel['scroll'], styles['list'])}
      of={{ list, pieces, onScroll }}
    >
      {(index) => {
        const row = rows[index]
        if (row === undefined) return null
        return (
          <Row
            key={row.key}
            row={row}
            place={isWorded(row.kind) || row.state !== 'open' ? null : (editor?.placeOf(row.id) ?? null)}
            position={index + 1}
            of={rows.length}
            active={row.key === activeKey}
            current={row.key === currentKey}
            decidable={!locked && !reading && editor !== null}
            now={now}
            onFocus={() => setActive(row.key)}
            onKeyDown={onKeyDown}
            onGo={() => goToText({ kind: 'change', id: row.id })}
            onFold={(open) => fold(row.key, open)}
            onComment={() => comment(index)}
            onDecide={(verdict) => decide(index, verdict)}
          />
        )
      }}
    </WindowedList>
  )
}
