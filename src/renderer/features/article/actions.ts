import type { Edit, Outcome } from '../../../shared/contract.ts'
import { groupChanges, withGroups } from '../../../shared/document/index/change-groups.ts'
import type { ChangeEntry } from '../../../shared/document/index/document-index.ts'
import type { ClaimId, ThreadId } from '../../../shared/model/ids.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import type { EditorHandle } from '../../editor/api.ts'
import { host } from '../../host/host.ts'
import { newId } from '../../host/new-id.ts'
import { announce } from '../../ui/announcer.tsx'
import { groupInWords } from '../../editor/changes/decision-words.ts'
import { askToDecide } from '../changes/ask.ts'
import { changeRows } from '../changes/change-rows.ts'
import type { ChangeRow } from '../changes/change-rows.ts'
import { useComposing } from '../comments/composing.ts'
import type { Draft } from '../comments/draft.ts'
import { personName } from '../review/people.ts'
import { panelHidesMargin } from '../review/narrow.ts'
import { REFUSALS, refuse, whyNoCaret, whyUndecidable } from '../review/refusals.ts'
import { useReview } from '../review/store.ts'
import { storedFirst } from '../review/stored-first.ts'
import { guessKind } from './guess-kind.ts'

type Verdict = 'accepted' | 'rejected'

const NONE_OPEN = 'There is no open change.'

/** What toolbar, palette and keys run on the open review. None takes arguments: the caret says on what. */

/** The editor of an article that may still be worked on, with the caret in sight; says why not otherwise. */
function openEditor(): EditorHandle | null {
  const why = whyNoCaret()
  if (why === null) return useReview.getState().editor
  refuse(why)
  return null
}

/** Opens a card for a new comment beside the selection; the claim editor and the panel give the margin back for it. */
export function startComment(): void {
  if (openEditor() === null) return
  useReview.getState().setOpenClaim(null)
  if (panelHidesMargin()) useReview.setState({ panelOpen: false })
  useComposing.getState().start({ kind: 'range' }, 'margin')
}

/** Stores a comment over the selection; its id when it is stored. */
export async function addComment(draft: Draft): Promise<string | null> {
  const editor = openEditor()
  const { articleId } = useReview.getState()
  if (editor === null || articleId === null || draft.text.trim() === '') return null
  // An id is an id only once main has stored it under one; it is made here (ids.ts).
  const id = newId() as ThreadId
  const edit = await anchorSelection(editor, 'comment', id)
  if (edit === null) return null
  const target = { kind: 'range' } as const
  const outcome = await useReview.getState().act('threads.create', { articleId, edit, id, target, ...draft })
  settle(editor, edit, outcome)
  if (!outcome.ok) return null
  useReview.getState().setCurrent({ kind: 'comment', id })
  announce('Comment added')
  return id
}

/** Makes a claim of the selection; while a claim is open in its editor, gives that claim one more place. */
export async function addClaim(): Promise<void> {
  const editor = openEditor()
  const { articleId, openClaim } = useReview.getState()
  if (editor === null || articleId === null) return
  if (openClaim !== null) {
    return savePlace(editor, 'claim', openClaim, 'One more place for the claim')
  }
  return newClaim()
}

/** Makes a claim of the selection, and opens it, also while another is open. */
export async function newClaim(): Promise<void> {
  const editor = openEditor()
  const { articleId } = useReview.getState()
  if (editor === null || articleId === null) return
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
  if (edit === null) refuse('noWords')
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

/** Open changes of the text, as the Changes tab lists them. */
function openRows(): readonly ChangeRow[] {
  const { state, snapshot } = useReview.getState()
  return changeRows(state?.changes ?? [], snapshot?.index ?? null).filter((row) => row.state === 'open')
}

/** Whoever is at work in the panel or the margin means what is current there, not what the caret was left in. */
function isAside(): boolean {
  const focused = document.activeElement
  return focused !== null && focused.closest('[data-region="panel"], [data-region="margin"]') !== null
}

function chosenChange(): ChangeEntry | null {
  const { snapshot, current } = useReview.getState()
  const changes = snapshot?.index.changes ?? []
  const chosen = isAside() && current?.kind === 'change' ? current.id : snapshot?.changeId
  return changes.find((change) => change.id === chosen) ?? null
}

/** The open change before or after the chosen one, going round at the ends; else before or after the caret. */
function neighbour(step: 1 | -1): string | null {
  const { snapshot } = useReview.getState()
  if (snapshot === null) return null
  const chosen = chosenChange()
  if (chosen === null || chosen.id === snapshot.changeId) {
    return step === 1 ? snapshot.nextChangeId : snapshot.previousChangeId
  }
  const groups = groupChanges(snapshot.index.changes)
  const at = groups.findIndex((group) => group.id === chosen.groupId)
  return groups.at((at + step) % groups.length)?.members[0]?.id ?? null
}

/** Decides the chosen change, both halves of a replacement, and goes on to the next; asks for a selection of many. */
function decideCurrent(verdict: Verdict): void {
  const why = whyUndecidable()
  if (why !== null) return refuse(why)
  const editor = openEditor()
  if (editor === null) return
  const changes = useReview.getState().snapshot?.index.changes ?? []
  const selected = withGroups(changes, new Set(editor.changesInSelection()))
  if (groupChanges(selected).length > 1) return decideSelection(verdict)
  const chosen = chosenChange() ?? selected[0]
  if (chosen === undefined) return announce(REFUSALS.noChange)
  const next = neighbour(1)
  decideGroup(chosen.groupId, verdict)
  if (next !== null && next !== chosen.id) editor.goTo({ kind: 'change', id: next })
}

/** Decides every change of a group (a replacement has two) where it stands. */
export function decideGroup(groupId: string, verdict: Verdict): void {
  const { snapshot, editor } = useReview.getState()
  const group = snapshot?.index.changes.filter((change) => change.groupId === groupId) ?? []
  editor?.decide(
    group.map((change) => change.id),
    verdict,
  )
}

/** Asks first, with the count. */
export function decideAll(verdict: Verdict): void {
  const why = whyUndecidable()
  if (why !== null) return refuse(why)
  const rows = openRows()
  if (rows.length === 0) return announce(NONE_OPEN)
  askToDecide(rows, 'all', verdict)
}

/** Every change that the selected words touch; asks first, with the count. */
export function decideSelection(verdict: Verdict): void {
  const why = whyUndecidable()
  if (why !== null) return refuse(why)
  const editor = openEditor()
  if (editor === null) return
  const ids = new Set(editor.changesInSelection())
  const rows = openRows().filter((row) => ids.has(row.id))
  if (rows.length === 0) return refuse('noSelectedChange')
  askToDecide(rows, 'selection', verdict)
}

export function nextChange(): void {
  goToChange(neighbour(1))
}

export function previousChange(): void {
  goToChange(neighbour(-1))
}

/** The caret alone says nothing to somebody who does not see it: what it came to is said, and which of how many. */
function goToChange(id: string | null): void {
  const { editor, snapshot } = useReview.getState()
  if (id === null) return announce(NONE_OPEN)
  editor?.goTo({ kind: 'change', id })
  const groups = groupChanges(snapshot?.index.changes ?? [])
  const at = groups.findIndex(({ members }) => members.some((member) => member.id === id))
  const group = groups[at]
  if (group !== undefined) {
    announce(`Change ${at + 1} of ${groups.length}: ${groupInWords(group, personName)}`)
  }
}
