import { ArrowDown, ArrowUp, ChevronLeft, X } from 'lucide-react'
import { useShallow } from 'zustand/react/shallow'
import type { Args } from '../../../shared/contract.ts'
import type { ClaimStatus } from '../../../shared/model/claim.ts'
import type { ClaimView, ReviewState } from '../../../shared/model/review.ts'
import { CLAIM_STATUS_NAMES } from '../../../shared/names.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { CommitField } from '../../ui/commit-field.tsx'
import { counted } from '../../ui/counted.ts'
import { KeyedSelect } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { StatusShape } from '../../ui/status-shape.tsx'
import text from '../../ui/text.module.css'
import { run } from '../commands/dispatch.ts'
import { isMac, keysInWords } from '../commands/keys.ts'
import { goToText } from '../review/go-to.ts'
import { PlaceNotice } from '../review/place-notice.tsx'
import panel from '../review/panel.module.css'
import { useReview } from '../review/store.ts'
import { CLAIM_KIND_NAMES, choices, RISK_NAMES } from '../words.ts'
import { ClaimDetailsFields } from './claim-details.tsx'
import { ClaimSources } from './claim-sources.tsx'
import { shapeOf } from './claim-standing.ts'
import { ClaimVerdict } from './claim-verdict.tsx'
import { Requirements } from './requirements.tsx'
import styles from './claims.module.css'

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Waivers are records of their own; the status alone cannot be chosen. */
const STATUS_CHOICES = choices(CLAIM_STATUS_NAMES).map(({ value, label }) => ({
  value,
  label: capital(label),
}))

function statusChoices(current: ClaimStatus) {
  return STATUS_CHOICES.filter(({ value }) => value !== 'waived' || current === 'waived')
}

function Header({ state, claim }: { readonly state: ReviewState; readonly claim: ClaimView }) {
  const { setOpenClaim, setCurrent, editor } = useReview(
    useShallow(({ setOpenClaim, setCurrent, editor }) => ({ setOpenClaim, setCurrent, editor })),
  )
  const inText = [...state.claims].sort((a, b) => a.number - b.number)
  const at = inText.findIndex((each) => each.id === claim.id)
  const go = (step: 1 | -1) => () => {
    const next = inText[(at + step + inText.length) % inText.length]
    if (next === undefined) return
    setOpenClaim(next.id)
    setCurrent({ kind: 'claim', id: next.id })
    editor?.highlight({ kind: 'claim', id: next.id })
  }
  const close = (): void => {
    setOpenClaim(null)
    requestAnimationFrame(() => editor?.focus())
  }
  return (
    <header className={panel['header']}>
      <Button only aria-label="All claims" onClick={() => setOpenClaim(null)}>
        <Icon of={ChevronLeft} />
      </Button>
      <h2>
        Claim {claim.number} <span className={text['soft']}>of {state.claims.length}</span>
      </h2>
      <Button only aria-label="Previous claim" onClick={go(-1)}>
        <Icon of={ArrowUp} />
      </Button>
      <Button only aria-label="Next claim" onClick={go(1)}>
        <Icon of={ArrowDown} />
      </Button>
      <Button only aria-label="Close, back to the text" onClick={close}>
        <Icon of={X} />
      </Button>
    </header>
  )
}

function Places({ claim, locked }: { readonly claim: ClaimView; readonly locked: boolean }) {
  const places = useReview((review) => review.snapshot?.index.claims.get(claim.id)?.places ?? 0)
  return (
    <span>
      <span className={text['soft']}>
        {places === 0 ? 'No place in the text.' : counted(places, 'place')}
      </span>{' '}
      {!locked && (
        <>
          {/* The selection in the text must survive the click. */}
          <Button onPointerDown={(event) => event.preventDefault()} onClick={() => run('claim.add')}>
            Add a place
          </Button>{' '}
          <kbd className={text['kbd']}>{keysInWords('Mod-Alt-c', isMac())}</kbd>
        </>
      )}
    </span>
  )
}

type Fields = Omit<Args<'claims.update'>, 'articleId' | 'claimId'>

/** One claim beside the text: what it says, what the rules demand, what bears it out, and the verdict. */
export function ClaimEditor({ state, claim }: { readonly state: ReviewState; readonly claim: ClaimView }) {
  const act = useReview((review) => review.act)
  const { id: articleId, locked } = state.article
  const update = (fields: Partial<Fields>): void => {
    const { kind, risk, paraphrase, details } = claim
    const { parties } = fields.details ?? details
    const whole = {
      kind,
      risk,
      paraphrase,
      ...fields,
      details: { ...details, ...fields.details, parties: [...parties] },
    }
    void act('claims.update', { articleId, claimId: claim.id, ...whole })
  }
  return (
    <>
      <Header state={state} claim={claim} />
      <div className={styles['body']}>
        <section>
          <button
            type="button"
            className={styles['big']}
            dir="auto"
            title="Go to its words"
            onClick={() => goToText({ kind: 'claim', id: claim.id })}
          >
            {claim.words === '' ? <i>“{claim.quote}”</i> : claim.words}
          </button>
          <PlaceNotice mark="claim" id={claim.id} orphaned={claim.orphaned && claim.status !== 'cut'} />
          <div className={styles['kinds']}>
            <KeyedSelect
              label="Kind"
              value={claim.kind}
              options={choices(CLAIM_KIND_NAMES)}
              disabled={locked}
              onChange={(kind) => update({ kind })}
            />
            <KeyedSelect
              label="Risk"
              value={claim.risk}
              options={choices(RISK_NAMES)}
              disabled={locked}
              onChange={(risk) => update({ risk })}
            />
            <KeyedSelect
              label="Status"
              value={claim.status}
              options={statusChoices(claim.status)}
              disabled={locked}
              mark={<StatusShape shape={shapeOf(claim)} />}
              onChange={(status) => {
                void act('claims.setStatus', { articleId, claimId: claim.id, status })
              }}
            />
          </div>
          <CommitField
            label="What it says, in plain words"
            value={claim.paraphrase}
            disabled={locked}
            onCommit={(paraphrase) => update({ paraphrase })}
          />
          <ClaimDetailsFields claim={claim} disabled={locked} onChange={(details) => update({ details })} />
          <div className={styles['apart']}>
            <Places claim={claim} locked={locked} />
            {claim.stale && (
              <span className={classes(text['stop'], text['strong'])}>
                stale: verified as “{claim.verifiedQuote}”
              </span>
            )}
          </div>
        </section>
        <Requirements results={claim.results} />
        <ClaimSources state={state} claim={claim} />
      </div>
      <ClaimVerdict state={state} claim={claim} />
    </>
  )
}
