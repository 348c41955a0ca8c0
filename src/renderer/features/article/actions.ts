import type { Edit, Outcome } from '../../../shared/contract.ts'
import { countChanges } from '../../../shared/document/count-changes.ts'
import type { ClaimId, ThreadId } from '../../../shared/model/ids.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import type { EditorHandle } from '../../editor/api.ts'
import { host } from '../../host/host.ts'
import { newId } from '../../host/new-id.ts'
import { announce } from '../../ui/announcer.tsx'
import { counted } from '../../ui/counted.ts'
import { panelHidesMargin } from '../review/narrow.ts'
import { useReview } from '../review/store.ts'
import { storedFirst } from '../review/stored-first.ts'
import { useShell } from '../shell-store.ts'
import { useComposer } from './composer-store.ts'
import { guessKind } from './guess-kind.ts'

/** What toolbar, palette and keys run on the open review. None takes arguments: the caret says on what. */

const NO_WORDS = 'Put the caret on a word or select some words first; deleted words bear no claim.'
const READING = 'Read mode decides nothing. Choose Suggest or Edit first.'
const IS_LOCKED = 'The article is approved and locked. Re-open it to go on working on it.'

/** The editor of an article that may still be worked on; says why not otherwise. */
function openEditor(): EditorHandle | null {
  const { editor, state, snapshot } = useReview.getState()
  if (state?.article.locked === true) {
    announce(IS_LOCKED)
    useReview.getState().setError(IS_LOCKED)
    return null
  }
  if (editor !== null && snapshot?.projection !== 'redline') editor.setProjection('redline')
  return editor
}

/** Opens a card for a new comment beside the selection; the claim editor and the panel give the margin back for it. */
export function startComment(): void {
  if (openEditor() === null) return
  useReview.getState().setOpenClaim(null)
  if (panelHidesMargin()) useReview.setState({ panelOpen: false })
  useComposer.getState().start()
}

/** Sends the comment that stands in the composer; true when it is stored. */
export async function addComment(): Promise<boolean> {
  const editor = openEditor()
  const { articleId } = useReview.getState()
  const { text, level } = useComposer.getState()
  if (editor === null || articleId === null || text.trim() === '') return false
  // An id is an id only once main has stored it under one; it is made here (ids.ts).
  const id = newId() as ThreadId
  const edit = await anchorSelection(editor, 'comment', id)
  if (edit === null) return false
  const target = { kind: 'range' } as const
  const outcome = await useReview
    .getState()
    .act('threads.create', { articleId, edit, id, target, level, assigneeId: null, text })
  settle(editor, edit, outcome)
  if (!outcome.ok) return false
  useComposer.getState().close()
  useReview.getState().setCurrent({ kind: 'comment', id })
  announce('Comment added')
  editor.focus()
  return true
}

/** Makes a claim of the selection; while a claim is open in its editor, gives that claim one more place. */
export async function addClaim(): Promise<void> {
  const editor = openEditor()
  const { articleId, openClaim } = useReview.getState()
  if (editor === null || articleId === null) return
  if (openClaim !== null) {
    return savePlace(editor, 'claim', openClaim, 'One more place for the claim')
  }
  const id = newId() as ClaimId
  const edit = await anchorSelection(editor, 'claim', id)
  if (edit === null) return
  const kind = guessKind(useReview.getState().snapshot?.index.claims.get(id)?.words ?? '')
  const outcome = await useReview
    .getState()
    .act('claims.create', { articleId, edit, id, kind, risk: 'medium', paraphrase: '' })
  settle(editor, edit, outcome)
  if (!outcome.ok) return
  const claim = outcome.value.claims.find((other) => other.id === id)
  announce(`Claim ${claim?.number ?? ''} added, kind ${kind}`)
  useReview.getState().setOpenClaim(id)
}

async function anchorSelection(
  editor: EditorHandle,
  mark: 'comment' | 'claim',
  id: string,
): Promise<Edit | null> {
  // So that the act's edit stands on a stored sequence number.
  if (!(await storedFirst())) return null
  const edit = editor.anchor(mark, id)
  if (edit === null) {
    announce(NO_WORDS)
    useReview.getState().setError(NO_WORDS)
  }
  return edit
}

function settle(editor: EditorHandle, edit: Edit, outcome: Outcome<ReviewState>): void {
  editor.settle(edit, outcome.ok ? { ok: true, value: { seq: outcome.value.seq } } : outcome)
}

export function acceptCurrent(): void {
  decideCurrent('accepted')
}

export function rejectCurrent(): void {
  decideCurrent('rejected')
}

/** Puts an orphaned comment over the words that are selected now. */
export async function placeAgain(threadId: string): Promise<void> {
  const editor = openEditor()
  if (editor !== null) await savePlace(editor, 'comment', threadId, 'The comment has a place again')
}

/** One more place for something that exists already: no act goes with it, only the edit. */
async function savePlace(
  editor: EditorHandle,
  mark: 'comment' | 'claim',
  id: string,
  done: string,
): Promise<void> {
  const { articleId, setError, refresh } = useReview.getState()
  const edit = articleId === null ? null : await anchorSelection(editor, mark, id)
  if (articleId === null || edit === null) return
  const outcome = await host.call('document.save', { articleId, edit, decided: [] })
  editor.settle(edit, outcome)
  if (!outcome.ok) return setError(outcome.error.message)
  announce(done)
  await refresh()
}

/** Decides the change at the caret, both halves of a replacement, and goes on to the next. */
function decideCurrent(verdict: 'accepted' | 'rejected'): void {
  const editor = openEditor()
  const snapshot = useReview.getState().snapshot
  const current = snapshot?.index.changes.find((change) => change.id === snapshot.changeId)
  if (editor === null || snapshot === null) return
  if (current === undefined) return announce('The caret stands in no change.')
  if (snapshot.mode === 'read') return announce(READING)
  decideGroup(current.groupId, verdict)
  const next = useReview.getState().snapshot?.nextChangeId ?? null
  if (next === null) announce('No open change is left.')
  else editor.goTo({ kind: 'change', id: next })
}

/** Decides every change of a group (a replacement has two) where it stands. */
export function decideGroup(groupId: string, verdict: 'accepted' | 'rejected'): void {
  const { snapshot, editor } = useReview.getState()
  const group = snapshot?.index.changes.filter((change) => change.groupId === groupId) ?? []
  editor?.decide(
    group.map((change) => change.id),
    verdict,
  )
}

/** Asks first, with the count. */
export function decideAll(verdict: 'accepted' | 'rejected'): void {
  if (openEditor() === null) return
  if (useReview.getState().snapshot?.mode === 'read') return announce(READING)
  const changes = useReview.getState().snapshot?.index.changes ?? []
  if (changes.length === 0) return announce('There is no open change.')
  const groups = countChanges(changes)
  const what = groups === 1 ? 'the one open change' : `all ${counted(groups, 'open change')}`
  const changeIds = changes.map((change) => change.id)
  useShell.getState().show({ kind: 'decide', verdict, changeIds, what })
}

export function nextChange(): void {
  goToChange(useReview.getState().snapshot?.nextChangeId ?? null)
}

export function previousChange(): void {
  goToChange(useReview.getState().snapshot?.previousChangeId ?? null)
}

function goToChange(id: string | null): void {
  const { editor } = useReview.getState()
  if (id === null) announce('There is no open change.')
  else editor?.goTo({ kind: 'change', id })
}
