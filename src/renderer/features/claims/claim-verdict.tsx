import { Ellipsis } from 'lucide-react'
import { useId } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { ClaimStatus } from '../../../shared/model/claim.ts'
import type { Role } from '../../../shared/model/person.ts'
import type { ClaimView, ReviewState } from '../../../shared/model/review.ts'
import { CLAIM_STATUS_NAMES } from '../../../shared/names.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/icon.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import text from '../../ui/text.module.css'
import { dayAndClock } from '../../ui/time.ts'
import panel from '../review/panel.module.css'
import { usePersonOf } from '../review/people.ts'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import { ROLE_NAMES } from '../words.ts'

function list(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`
}

/** Why Verify is refused, in words; empty when it is offered. Main decides again. */
export function refusalOf(claim: ClaimView, role: Role | null, locked: boolean): string {
  if (locked) return 'The article is approved and locked. Re-open it first.'
  if (role === 'reporter') return 'A reporter does not verify. Ask a checker.'
  if (claim.orphaned) return 'Its words are no longer in the text. Add a place first.'
  const unmet = claim.results.filter((result) => result.state === 'unmet')
  if (unmet.length === 0) return ''
  const rules = [...new Set(unmet.map((result) => result.rule))]
  const waivers = [...new Set(unmet.flatMap((result) => result.waivedBy))].map((each) => ROLE_NAMES[each])
  const may = waivers.length === 0 ? 'Nobody may waive that.' : `Only ${list(waivers, 'or')} may waive that.`
  return `Refused while ${list(rules, 'and')} ${rules.length === 1 ? 'is' : 'are'} unmet. ${may}`
}

/** Verify, with its reason when it is refused, and the other ways a claim can end. */
export function ClaimVerdict({ state, claim }: { readonly state: ReviewState; readonly claim: ClaimView }) {
  const { act, editor } = useReview(useShallow(({ act, editor }) => ({ act, editor })))
  const role = useSession((store) => store.session?.actor.role ?? null)
  const personOf = usePersonOf()
  const reasonId = useId()
  const { id: articleId, locked } = state.article
  const set = async (status: ClaimStatus): Promise<void> => {
    // Main compares the words it has stored: what was typed last goes first.
    await editor?.flush()
    const outcome = await act('claims.setStatus', { articleId, claimId: claim.id, status })
    if (outcome.ok) announce(`Claim ${claim.number}: ${CLAIM_STATUS_NAMES[status]}.`)
  }
  const setTo = (status: ClaimStatus) => () => {
    void set(status)
  }
  const verified = claim.verifiedAt !== null && claim.cleared
  const refusal = refusalOf(claim, role, locked)
  const note = verified
    ? `Verified by ${personOf(claim.verifiedBy)?.name ?? 'somebody'}, ${dayAndClock(claim.verifiedAt ?? 0)}.`
    : refusal === ''
      ? 'Every rule is met. Your name goes with it.'
      : refusal
  return (
    <footer className={panel['footer']}>
      {!verified && (
        <Button
          look={refusal === '' ? 'fill' : 'line'}
          aria-disabled={refusal !== ''}
          aria-describedby={reasonId}
          onClick={setTo('verified')}
        >
          {claim.stale ? 'Verify again' : 'Verify'}
        </Button>
      )}
      <span id={reasonId} className={classes(text['soft'], text['small'], text['grow'])}>
        {note}
      </span>
      {!locked && (
        <>
          {claim.kind === 'opinion' && claim.status !== 'opinion-labelled' && (
            <Button look="line" onClick={setTo('opinion-labelled')}>
              Label as opinion
            </Button>
          )}
          {claim.status !== 'disputed' && (
            <Button look="line" onClick={setTo('disputed')}>
              Mark disputed
            </Button>
          )}
          <Menu
            align="end"
            trigger={
              <Button only aria-label="More ways to settle it">
                <Icon of={Ellipsis} />
              </Button>
            }
          >
            <MenuItem disabled={refusal !== ''} onSelect={setTo('verified-with-change')}>
              Verified with a change
            </MenuItem>
            <MenuItem onSelect={setTo('opinion-labelled')}>Label as opinion</MenuItem>
            <MenuItem onSelect={setTo('unverifiable')}>Cannot be verified</MenuItem>
            <MenuItem onSelect={setTo('cut')}>Cut from the text</MenuItem>
          </Menu>
        </>
      )}
    </footer>
  )
}
