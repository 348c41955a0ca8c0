import type { Slot } from '../../../shared/model/approval.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { statementFor } from '../../../shared/rules/statement.ts'
import { SLOT_NAMES } from '../../../shared/names.ts'
import text from '../../ui/text.module.css'
import { dayAndClock } from '../../ui/time.ts'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import { refusalOf } from './refusal.ts'
import { SheetFacts } from './sheet-facts.tsx'
import styles from './sheet.module.css'
import { SignForm } from './sign-form.tsx'
import { Signature } from './signature.tsx'

/** The sheet that is signed: a document on paper, read from top to bottom. */
export function SignOffSheet({ state, slot }: { readonly state: ReviewState; readonly slot: Slot }) {
  const role = useSession((store) => store.session?.actor.role ?? null)
  const headline = useReview((review) => review.snapshot?.index.headline)
  const refusal = refusalOf(state, slot, role)
  const standing = state.slots.find((each) => each.slot === slot)
  const signed = standing?.state === 'signed' ? standing.signOff : null
  const statement = slot === 'approval' ? state.statement : statementFor(slot, state.article.version)
  return (
    <article className={styles['sheet']} aria-label="Sign-off sheet">
      <p className={text['soft']}>{SLOT_NAMES[slot]} sign-off</p>
      <h2 className={styles['headline']} dir="auto">
        {(headline ?? state.article.headline) || 'Untitled'}
      </h2>
      <SheetFacts state={state} slot={slot} />
      {signed !== null ? (
        <Signature signOff={signed} />
      ) : (
        <>
          {refusal !== null && (
            <p className={styles['refusal']} role="note">
              <b>{refusal.head}</b> {refusal.text}
            </p>
          )}
          {standing?.state === 'void' && (
            <p className={styles['void']}>
              <b className={text['stop']}>Void: {standing.cause}.</b>
              {standing.signOff !== null &&
                ` It was signed by ${standing.signOff.typedName}, ${dayAndClock(standing.signOff.at)}.`}
            </p>
          )}
          <p className={styles['statement']}>{statement}</p>
          {/* A signature in this slot leaves an empty form behind; one in another takes nobody's words away. */}
          <SignForm
            key={state.signOffs.filter((each) => each.slot === slot).length}
            state={state}
            slot={slot}
            refused={refusal?.refused ?? []}
          />
        </>
      )}
    </article>
  )
}
