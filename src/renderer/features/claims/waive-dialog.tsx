import { useId, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { ClaimView, ReviewState } from '../../../shared/model/review.ts'
import { newId } from '../../host/new-id.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import text from '../../ui/text.module.css'
import { createFormDrafts } from '../form-drafts.ts'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import { useShell } from '../shell-store.ts'
import { quotedWords } from './claim-standing.ts'
import styles from './claims.module.css'
import { draftRefusal, mayWaive } from './waive-draft.ts'
import type { WaiverDraft } from './waive-draft.ts'
import { RulesToWaive, WaiveFields } from './waive-fields.tsx'
import { EndedWaivers } from './waiver-line.tsx'

/** Waivers that were begun, by claim. */
const drafts = createFormDrafts<WaiverDraft>()

type Asked = { readonly state: ReviewState; readonly claim: ClaimView }

/** Sends the waiver; why it was refused, or empty. */
async function grant({ state, claim }: Asked, draft: WaiverDraft): Promise<string> {
  const asker = useSession.getState().session?.people.find(({ id }) => id === draft.askedBy)
  if (asker === undefined) return 'Say who asked for it.'
  const { rules, category, reason, through } = draft
  const outcome = await useReview.getState().act('waivers.grant', {
    articleId: state.article.id,
    id: newId(),
    claimId: claim.id,
    rules: [...rules],
    category,
    reason,
    askedBy: asker.id,
    throughVersion: through,
  })
  if (!outcome.ok) return outcome.error.message
  announce(`Waived for claim ${claim.number}: ${rules.join(', ')}.`)
  return ''
}

function useDraft({ state, claim }: Asked) {
  const { people, actor } = useSession(
    useShallow(({ session }) => ({ people: session?.people ?? [], actor: session?.actor ?? null })),
  )
  const { mine, others } = mayWaive(claim, { state, actor })
  const kept = drafts.use(claim.id)
  const [wasKept] = useState(kept !== null)
  const rules = mine.map(({ rule }) => rule)
  const fresh = { category: 'public-interest', reason: '', askedBy: actor?.personId ?? '' } as const
  const draft: WaiverDraft =
    kept === null
      ? { ...fresh, rules, through: state.article.version }
      : // A rule may have been met meanwhile.
        { ...kept, rules: kept.rules.filter((rule) => rules.includes(rule)) }
  const change = (part: Partial<WaiverDraft>): void => drafts.keep(claim.id, { ...draft, ...part })
  const why = draftRefusal(draft, state.article.version, mine.length)
  return { people, mine, others, draft, wasKept, change, why }
}

function WaiveForm({ state, claim }: Asked) {
  const hide = useShell((shell) => shell.hide)
  const { people, mine, others, draft, wasKept, change, why } = useDraft({ state, claim })
  const [refusal, setRefusal] = useState('')
  const whyId = useId()
  const { version } = state.article
  const drop = (): void => {
    drafts.keep(claim.id, null)
    hide()
  }
  const send = async (): Promise<void> => {
    const refused = await grant({ state, claim }, draft)
    setRefusal(refused)
    if (refused === '') drop()
  }
  const footer = (
    <>
      {mine.length > 0 && (
        <Button look="fill" aria-disabled={why !== ''} aria-describedby={whyId} onClick={() => void send()}>
          {draft.rules.length === 0 ? 'Waive' : `Waive ${draft.rules.join(', ')}`}
        </Button>
      )}
      <Button onClick={drop}>{mine.length > 0 ? 'Cancel' : 'Close'}</Button>
      <span id={whyId} className={text['soft']}>
        {why === '' ? 'Your name and role go with it, and it prints on the sign-off.' : why}
      </span>
      <span className={text['stop']} role="alert">
        {refusal}
      </span>
    </>
  )
  const ended = state.waivers.filter(
    ({ claimId, endedAt, throughVersion }) =>
      claimId === claim.id && (endedAt !== null || throughVersion < version),
  )
  return (
    <Dialog title={`Waive rules for claim ${claim.number}`} onClose={hide} footer={footer}>
      <div className={styles['form']}>
        {wasKept && <p className={text['soft']}>Kept from before, and not granted yet. Cancel drops it.</p>}
        <p className={text['quote']} dir="auto">
          {quotedWords(claim)}
        </p>
        <RulesToWaive
          mine={mine}
          others={others}
          chosen={draft.rules}
          onChange={(rules) => change({ rules })}
        />
        {mine.length > 0 && <WaiveFields draft={draft} people={people} version={version} onChange={change} />}
        <EndedWaivers waivers={ended} version={version} />
      </div>
    </Dialog>
  )
}

/** Lets a claim run without rules that are unmet: by name, with a reason, until a version. Main decides again. */
export function WaiveDialog({ claimId }: { readonly claimId: string }) {
  const state = useReview((review) => review.state)
  const claim = state?.claims.find((each) => each.id === claimId)
  return state === null || claim === undefined ? null : <WaiveForm state={state} claim={claim} />
}
