import { commands } from '../../../shared/commands.ts'
import type { CommandId, TextCommandId } from '../../../shared/commands.ts'
import { announce } from '../../ui/announcer.tsx'
import { askLegalHold, askToWithdraw, showWhatStops } from '../approval/ask.ts'
import {
  acceptCurrent,
  addClaim,
  decideAll,
  decideSelection,
  newClaim,
  nextChange,
  previousChange,
  rejectCurrent,
  startComment,
} from '../article/actions.ts'
import { startLink } from '../article/link.ts'
import { startMarker } from '../article/marker.ts'
import { choosePicture } from '../article/picture.ts'
import { recordConsultation } from '../consultations/ask-to-record.ts'
import { commentOn, commentOnChange } from '../comments/comment-on.ts'
import { nextComment, previousComment, replyToComment, resolveComment, showInList } from '../comments/step.ts'
import { undoLast } from '../comments/undo-store.ts'
import {
  commentOnChosen,
  disputeChosen,
  reconfirmChosen,
  stepClaim,
  verifyChosen,
  waiveChosen,
} from '../claims/claim-acts.ts'
import { compareWithApproved, compareWithLast, stepDifference } from '../compare/actions.ts'
import { comparisonShown } from '../compare/store.ts'
import { withdrawChosen } from '../claims/withdraw.ts'
import { askForChosenRule, takeChosen } from '../checks/actions.ts'
import { goToProposal } from '../checks/go.ts'
import { toggleInText } from '../checks/store.ts'
import { openFiles } from '../desk/import.ts'
import { askToTakeBack, openPackage } from '../exchange/open-package.ts'
import { goToConflicts } from '../exchange/settle.ts'
import { askMoveOf, openMoveMenu } from '../review/ask-move.ts'
import { whyNoEditing } from '../review/editing-mode.ts'
import { whatHidesText } from '../review/out-of-sight.ts'
import { sayWhyNot } from '../review/refusals.ts'
import { goToFound, openFind } from '../find/actions.ts'
import { verifyRecord } from '../history/verify.ts'
import { useReview } from '../review/store.ts'
import type { Tab } from '../review/store.ts'
import { recordReply } from '../replies/ask-to-record.ts'
import { goToDesk } from '../route.ts'
import { nextTheme, THEME_NAMES } from '../settings/theme.ts'
import { useShell } from '../shell-store.ts'
import { findUsedSource, newSource } from '../sources/store.ts'
import { chooseReturn } from '../word/bring-back.ts'
import { scopeNow, inScope } from './scope.ts'
import { moveRegion } from './regions.ts'

type Act = () => void

function setMode(mode: 'read' | 'suggest', otherwise: 'edit' | 'suggest'): void {
  const { editor, snapshot } = useReview.getState()
  const wanted = snapshot?.mode === mode ? otherwise : mode
  const closed = wanted === 'edit' ? whyNoEditing() : null
  if (closed === null) editor?.setMode(wanted)
  else sayWhyNot(closed)
}

function goTo(tab: Tab): Act {
  return () => useReview.getState().setTab(tab)
}

type PlainDialog =
  | 'palette'
  | 'keys'
  | 'settings'
  | 'paste'
  | 'details'
  | 'came-in'
  | 'export'
  | 'check-pdf'
  | 'hand-over'
  | 'name-version'

function show(kind: PlainDialog): Act {
  return () => useShell.getState().show({ kind })
}

/** The claim whose sources are meant: the open one, else the one under the caret. */
function attachSource(): void {
  const review = useReview.getState()
  const claimId = review.openClaim ?? review.snapshot?.claimId ?? null
  if (claimId === null) {
    review.setError(
      'No claim is open. Open one in Claims, or put the caret in its words, then attach a source.',
    )
    return
  }
  review.setOpenClaim(claimId)
  review.setAttaching(true)
}

async function backToDesk(): Promise<void> {
  await useReview.getState().editor?.flush()
  goToDesk()
}

function project(projection: 'redline' | 'original' | 'final'): Act {
  return () => useReview.getState().editor?.setProjection(projection)
}

function runText(id: TextCommandId): void {
  const { editor } = useReview.getState()
  if (whatHidesText() !== null) return sayWhyNot()
  if (editor?.run(id) === false) sayWhyNot(editor.whyNot(id))
  editor?.focus()
}

/** What each command does that the editor does not carry out itself: the one place where an id becomes an act. */
const ACTS: Readonly<Record<Exclude<CommandId, TextCommandId>, Act>> = {
  'article.open': () => {
    void openFiles()
  },
  'article.paste': show('paste'),
  'article.details': show('details'),
  'article.cameIn': show('came-in'),
  'word.bringBack': () => void chooseReturn(),
  'export.open': show('export'),
  'pdf.check': show('check-pdf'),

  'find.open': () => openFind('find'),
  'find.replace': () => openFind('replace'),
  'find.next': () => goToFound(1),
  'find.previous': () => goToFound(-1),
  'format.link': () => startLink(),
  'format.marker': startMarker,
  'picture.insert': choosePicture,

  'mode.suggest': () => setMode('suggest', 'edit'),
  'mode.read': () => setMode('read', 'suggest'),
  'comment.add': () => startComment(),
  'comment.change': () => commentOnChange(),
  'comment.article': () => commentOn({ kind: 'article' }),
  'comment.next': () => nextComment(),
  'comment.previous': () => previousComment(),
  'comment.list': () => showInList(),
  'comment.reply': () => replyToComment(),
  'comment.resolve': () => resolveComment(),
  'comment.undo': () => undoLast(),
  'claim.add': () => {
    void addClaim()
  },
  'claim.new': () => void newClaim(),
  'claim.next': () => stepClaim(1),
  'claim.previous': () => stepClaim(-1),
  'claim.verify': verifyChosen,
  'claim.dispute': disputeChosen,
  'claim.waive': waiveChosen,
  'claim.reconfirm': reconfirmChosen,
  'claim.comment': commentOnChosen,
  'claim.withdraw': withdrawChosen,
  'source.attach': attachSource,
  'source.new': newSource,
  'source.find': findUsedSource,
  'reply.record': recordReply,
  'consultation.record': recordConsultation,
  // While two texts are compared, the next change is their next difference.
  'change.next': () => (comparisonShown() === null ? nextChange() : stepDifference(1)),
  'change.previous': () => (comparisonShown() === null ? previousChange() : stepDifference(-1)),
  'change.accept': () => acceptCurrent(),
  'change.reject': () => rejectCurrent(),
  'change.acceptSelection': () => decideSelection('accepted'),
  'change.rejectSelection': () => decideSelection('rejected'),
  'change.acceptAll': () => decideAll('accepted'),
  'change.rejectAll': () => decideAll('rejected'),

  'version.name': show('name-version'),
  'version.compareLast': () => void compareWithLast(),
  'version.compareApproved': () => void compareWithApproved(false),
  'version.readApproved': () => void compareWithApproved(true),
  'record.verify': () => void verifyRecord(),

  'check.next': () => goToProposal(1),
  'check.previous': () => goToProposal(-1),
  'check.claim': () => takeChosen('claim'),
  'check.comment': () => takeChosen('comment'),
  'check.replace': () => takeChosen('replace'),
  'check.aside': () => takeChosen('aside'),
  'check.asideRule': () => askForChosenRule(),

  'workflow.move': openMoveMenu,
  'workflow.on': () => askMoveOf('on'),
  'workflow.back': () => askMoveOf('back'),
  'workflow.return': () => askMoveOf('return'),
  'workflow.hold': () => askMoveOf('hold'),
  'workflow.kill': () => askMoveOf('kill'),
  'workflow.resume': () => askMoveOf('resume'),
  'workflow.file': () => askMoveOf('file'),
  'workflow.reopen': () => askMoveOf('reopen'),
  'workflow.correct': () => askMoveOf('correct'),
  'workflow.legalHold': askLegalHold,
  'signoff.stops': showWhatStops,
  'signoff.withdraw': askToWithdraw,
  'package.handOver': show('hand-over'),
  'package.open': () => void openPackage(),
  'package.takeBack': askToTakeBack,
  'go.conflicts': goToConflicts,

  'view.redline': project('redline'),
  'view.original': project('original'),
  'view.final': project('final'),
  'view.slips': () => announce(`Slips in the text are ${toggleInText() ? 'underlined' : 'not underlined'}.`),
  'panel.toggle': () => useReview.getState().togglePanel(),
  'view.theme': () => announce(`Appearance: ${THEME_NAMES[nextTheme()]}.`),

  'go.desk': () => {
    void backToDesk()
  },
  'go.search': () => document.getElementById('desk-search')?.focus(),
  'go.changes': goTo('changes'),
  'go.comments': goTo('comments'),
  'go.claims': goTo('claims'),
  'go.sources': goTo('sources'),
  'go.checks': goTo('checks'),
  'go.history': goTo('history'),
  'go.signoff': goTo('signoff'),
  'go.region': () => moveRegion(1),
  'go.previousRegion': () => moveRegion(-1),

  'palette.open': show('palette'),
  'keys.open': show('keys'),
  'settings.open': show('settings'),
}

/** Runs a command where its scope is on screen; an unknown id, or one of another screen, does nothing. */
export function run(id: string): void {
  const command = commands.find((each) => each.id === id)
  if (!command || !inScope(command.id, scopeNow())) return
  if (command.scope === 'text') runText(command.id)
  else ACTS[command.id]()
}
