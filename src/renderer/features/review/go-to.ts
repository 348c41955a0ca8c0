import type { BlockerTarget } from '../../../shared/model/approval.ts'
import { announce } from '../../ui/announcer.tsx'
import type { Target } from '../../editor/api.ts'
import { useThreadList } from '../comments/list-store.ts'
import { targetOf } from '../comments/text-order.ts'
import { useShell } from '../shell-store.ts'
import { isNarrow } from './narrow.ts'
import { useReview } from './store.ts'

/** Makes it current, and brings the caret to its words; where they are gone, says so. */
export function goToText(target: Target): void {
  const { panelOpen, togglePanel } = useReview.getState()
  if (!bringCaret(target)) announce('Its words are no longer in the text.')
  else if (isNarrow() && panelOpen) {
    // The panel gives the text its place; only then can the text take the focus.
    togglePanel()
    requestAnimationFrame(() => bringCaret(target))
  }
}

function bringCaret(target: Target): boolean {
  const { editor, setCurrent } = useReview.getState()
  const found = editor?.goTo(target) !== false
  // Last: the caret makes current what is innermost at its place, which may be another remark on the same words.
  setCurrent(target)
  return found
}

/** On a narrow window the panel stands in the text's place: its row says what is meant, and can act on it. */
function goToRow(): void {
  const side = document.getElementById('panel')
  const row = side?.querySelector<HTMLElement>('[aria-current="true"]') ?? side
  row?.focus()
}

/** A comment on a change or a claim stands where that does, and one on the article nowhere. */
function placeOfThread(id: string): Target | null {
  const thread = useReview.getState().state?.threads.find((one) => one.id === id)
  // Whatever a filter leaves out: it is this one that is meant.
  useThreadList.setState({ leftOut: null })
  return thread === undefined ? { kind: 'comment', id } : targetOf(thread)
}

/** The tab is drawn first; the sheet that comes with it would take the focus otherwise. */
export function focusInPanel(selector: string): void {
  requestAnimationFrame(() => {
    const found = document.getElementById('panel')?.querySelector<HTMLElement>(selector)
    found?.scrollIntoView({ block: 'center' })
    found?.focus()
  })
}

/** Where a blocker's "Go to" leads. */
export function goToCause(target: BlockerTarget): void {
  const { setTab, setOpenClaim, setCurrent, setSignSlot } = useReview.getState()
  switch (target.kind) {
    case 'change':
      setTab('changes')
      break
    case 'thread':
      setTab('comments')
      break
    case 'claim':
      setOpenClaim(target.id)
      break
    case 'slot':
      setTab('signoff')
      setSignSlot(target.slot)
      return
    case 'details':
      useShell.getState().show({ kind: 'details' })
      return
    case 'export':
      useShell.getState().show({ kind: 'export' })
      return
    case 'people':
      document.querySelector<HTMLElement>('[data-person-menu]')?.focus()
      announce('The person and the role are changed here.')
      return
    case 'conflict':
      setTab('signoff')
      focusInPanel(`[data-conflict="${CSS.escape(target.id)}"]`)
      return
    case 'legal-hold':
      setTab('signoff')
      focusInPanel('[data-legal-hold]')
      return
  }
  const place: Target = { kind: target.kind === 'thread' ? 'comment' : target.kind, id: target.id }
  const inText = target.kind === 'thread' ? placeOfThread(target.id) : place
  setCurrent(place)
  // The text is drawn again only after the sign-off sheet has gone.
  requestAnimationFrame(() => {
    if (inText === null || isNarrow()) return goToRow()
    goToText(inText)
    setCurrent(place)
  })
}
