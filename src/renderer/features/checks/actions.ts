import { announce } from '../../ui/announcer.tsx'
import { REFUSALS } from '../review/refusals.ts'
import { useReview } from '../review/store.ts'
import { useShell } from '../shell-store.ts'
import { offerUndo } from '../comments/undo-store.ts'
import { asideInWords, proposeAgain, putAside } from './aside.ts'
import { rowAfter } from './check-rows.ts'
import type { CheckRow } from './check-rows.ts'
import { chosenRow, goToRow, isInTab, pointTo } from './go.ts'
import type { Take } from './row-keys.ts'
import { shownRows, useCheckList } from './store.ts'
import { applyReplacement, takeAsClaim, takeAsComment } from './take.ts'

const NO_CLAIM = 'This is a note, and no claim. M makes a comment of it.'
const NO_REPLACEMENT = 'Nobody can say what would take the place of these words. M makes a comment of it.'
const NONE_HERE = 'The caret stands in no proposal. F2 goes to the next one.'

/** Why not, in words; null where it can be done. Nothing hinders putting aside: it changes neither text nor evidence. */
function whyNotTake({ proposal }: CheckRow, how: Take): string | null {
  const { state, snapshot } = useReview.getState()
  if (how === 'aside') return null
  if (how === 'claim' && proposal.kind !== 'claim') return NO_CLAIM
  if (how === 'replace' && (proposal.kind !== 'note' || proposal.replacement === null)) return NO_REPLACEMENT
  if (state?.article.locked === true) return REFUSALS.locked
  return how === 'replace' && snapshot?.mode === 'read' ? REFUSALS.unchanging : null
}

/** Every row that goes with it when it is put aside: the same words of the same rule. */
function ofSameWords({ proposal }: CheckRow): readonly CheckRow[] {
  return useCheckList.getState().rows.filter((row) => row.proposal.key === proposal.key)
}

async function setAside(rows: readonly CheckRow[]): Promise<void> {
  const proposals = rows.map(({ proposal }) => proposal)
  if (await putAside(proposals)) tellAside(proposals)
}

function tellAside(proposals: readonly CheckRow['proposal'][]): void {
  useCheckList.setState({ wasAside: true })
  offerUndo(`${asideInWords(proposals)}.`, () => void proposeThem(proposals))
}

async function proposeThem(proposals: readonly CheckRow['proposal'][]): Promise<void> {
  useCheckList.setState({ wasAside: false })
  const keys = new Set(proposals.map(({ key }) => key))
  await proposeAgain([...keys])
  const row = useCheckList.getState().rows.find(({ proposal }) => keys.has(proposal.key))
  if (row !== undefined) useCheckList.getState().setCurrent(row.id)
}

function carryOut({ proposal }: CheckRow, how: Take, same: readonly CheckRow[]): void {
  if (how === 'aside') void setAside(same)
  else if (how === 'comment') void takeAsComment(proposal)
  else if (how === 'claim' && proposal.kind === 'claim') void takeAsClaim(proposal)
  else if (how === 'replace' && proposal.kind === 'note')
    applyReplacement(proposal, proposal.replacement ?? '')
}

/** Takes the proposal of a row; answers with the row to go on to, which becomes the current one. False: refused. */
export function takeRow(row: CheckRow, how: Take): CheckRow | null | false {
  const why = whyNotTake(row, how)
  if (why !== null) {
    announce(why)
    useReview.getState().setError(why)
    return false
  }
  const next = rowAfter(shownRows(useCheckList.getState()), row, how === 'aside')
  carryOut(row, how, how === 'aside' ? ofSameWords(row) : [row])
  useCheckList.getState().setCurrent(next?.id ?? null)
  return next
}

/** What keys and palette run on the proposal under the caret, or on the current one in the tab; it goes on to the next. */
export function takeChosen(how: Take): void {
  const row = chosenRow()
  if (row === null) return announce(NONE_HERE)
  const next = takeRow(row, how)
  if (next === false || next === null) return
  if (isInTab()) pointTo(next)
  else goToRow(next)
}

/** Every proposal of a rule; asks first, with the count. */
export function askForRule({ proposal: { rule, title } }: CheckRow): void {
  useShell.getState().show({ kind: 'put-aside', rule, title })
}

export function askForChosenRule(): void {
  const row = chosenRow()
  if (row === null) return announce(NONE_HERE)
  askForRule(row)
}

export function putRuleAside(rule: string): void {
  void setAside(useCheckList.getState().rows.filter(({ proposal }) => proposal.rule === rule))
}
