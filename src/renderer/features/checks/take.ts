import type { ClaimId, ThreadId } from '../../../shared/model/ids.ts'
import type { Edit } from '../../../shared/contract.ts'
import { rangeOf } from '../../checks/checks.ts'
import type { PlacedProposal } from '../../checks/checks.ts'
import type { EditorHandle } from '../../editor/api.ts'
import { newId } from '../../host/new-id.ts'
import { announce } from '../../ui/announcer.tsx'
import { refuse } from '../review/refusals.ts'
import { useReview } from '../review/store.ts'
import { storedFirst } from '../review/stored-first.ts'
import { CLAIM_KIND_NAMES } from '../words.ts'
import { WORDS_GONE } from './go.ts'
import { useCheckList } from './store.ts'
import { commentOn, isOfWhole } from '../../../shared/checks/taken.ts'

/** What becomes of a proposal in the text. The words are looked for when it is their turn: typing may have moved them. */

type Claim = Extract<PlacedProposal, { kind: 'claim' }>

/** One after the other: each stands on what the one before has stored. */
let last: Promise<unknown> = Promise.resolve()

function inTurn(task: () => Promise<void>): Promise<void> {
  const run = last.then(task)
  last = run.catch(() => undefined)
  return run
}

type Anchored = { readonly editor: EditorHandle; readonly edit: Edit }

async function anchored(
  proposal: PlacedProposal,
  mark: 'comment' | 'claim',
  id: string,
): Promise<Anchored | null> {
  // So that the act's edit stands on a stored sequence number.
  if (!(await storedFirst())) return null
  const { editor, state, setError } = useReview.getState()
  if (state?.article.locked === true) refuse('locked')
  const range = rangeOf(proposal)
  if (range === null) {
    announce(WORDS_GONE)
    setError(WORDS_GONE)
  }
  const edit = range === null ? null : (editor?.spots.anchor(mark, id, range) ?? null)
  return editor === null || edit === null ? null : { editor, edit }
}

async function addClaim(proposal: Claim): Promise<void> {
  const { articleId, act } = useReview.getState()
  // An id is an id only once main has stored it under one; it is made here (ids.ts).
  const id = newId() as ClaimId
  const place = articleId === null ? null : await anchored(proposal, 'claim', id)
  if (articleId === null || place === null) return
  const { claimKind: kind, risk } = proposal
  const outcome = await act('claims.create', { articleId, edit: place.edit, id, kind, risk, paraphrase: '' })
  place.editor.settle(place.edit, outcome.ok ? { ok: true, value: { seq: outcome.value.seq } } : outcome)
  if (!outcome.ok) return announce(outcome.error.message)
  const number = outcome.value.claims.find((claim) => claim.id === id)?.number ?? ''
  announce(`Claim ${number} added, ${CLAIM_KIND_NAMES[kind].toLowerCase()}, ${risk} risk.`)
}

/** A note on the whole story becomes a comment on the article, every other one stands on its words. */
async function addComment(proposal: PlacedProposal): Promise<void> {
  const { articleId, act } = useReview.getState()
  if (articleId === null) return
  const id = newId() as ThreadId
  const isWhole = isOfWhole(proposal)
  const place = isWhole ? null : await anchored(proposal, 'comment', id)
  if (place === null && !isWhole) return
  const outcome = await act('threads.create', {
    articleId,
    edit: place?.edit ?? null,
    id,
    target: { kind: isWhole ? 'article' : 'range' },
    level: (proposal.kind === 'note' ? proposal.severity : undefined) ?? 'should',
    assigneeId: null,
    text: commentOn(proposal),
  })
  if (place !== null) {
    place.editor.settle(place.edit, outcome.ok ? { ok: true, value: { seq: outcome.value.seq } } : outcome)
  }
  const where = isWhole ? 'the article' : `“${proposal.words}”`
  announce(outcome.ok ? `Comment on ${where} added.` : outcome.error.message)
}

export function takeAsClaim(proposal: Claim): Promise<void> {
  return inTurn(() => addClaim(proposal))
}

export function takeAsComment(proposal: PlacedProposal): Promise<void> {
  return inTurn(() => addComment(proposal))
}

/** Puts its replacement into the text: in Suggest mode as a change to be decided. */
export function applyReplacement(proposal: PlacedProposal, replacement: string): void {
  const { editor, setError } = useReview.getState()
  const range = rangeOf(proposal)
  if (range === null) {
    setError(WORDS_GONE)
    return announce(WORDS_GONE)
  }
  if (editor?.spots.replace(range, replacement) !== true) return
  useCheckList.setState({ wasAside: false })
  announce(
    replacement === ''
      ? `“${proposal.words}” taken out.`
      : `“${proposal.words}” replaced with “${replacement}”.`,
  )
}
