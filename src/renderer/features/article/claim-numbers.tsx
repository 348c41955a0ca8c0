import { useRef } from 'react'
import type { ClaimView } from '../../../shared/model/review.ts'
import { classes } from '../../ui/classes.ts'
import { StatusShape } from '../../ui/status-shape.tsx'
import { quotedWords, shapeOf, wordOf } from '../claims/claim-standing.ts'
import { takesSource } from '../claims/source-drag.ts'
import { useReview } from '../review/store.ts'
import styles from './gutter.module.css'
import { pushDown } from './lanes.ts'
import type { Bracket } from './lanes.ts'
import { numbersInShort } from './numbers-in-short.ts'

/** Height of one claim number, in CSS pixels; as in gutter.module.css. */
const LABEL_HEIGHT = 15

type Label = { readonly bracket: Bracket; readonly members: readonly ClaimView[] }

/** One for each bracket, in the order of the text; numbers that would meet are pushed down by whole heights. */
export function ClaimNumbers(props: {
  readonly brackets: readonly Bracket[]
  readonly claims: ReadonlyMap<string, ClaimView>
  readonly currentClaim: string | null
}) {
  const labels = props.brackets.map((bracket): Label => {
    const members = bracket.ids.flatMap((id) => props.claims.get(id) ?? [])
    return { bracket, members: members.sort((a, b) => a.number - b.number) }
  })
  const inOrder = labels.sort(
    (one, other) => one.bracket.top - other.bracket.top || first(one) - first(other),
  )
  const tops = pushDown(
    inOrder.map(({ bracket }) => bracket.top + 4),
    LABEL_HEIGHT - 1,
  )
  return inOrder.map(({ bracket, members }, index) => {
    const top = tops[index] ?? bracket.top
    const on = bracket.ids.includes(props.currentClaim ?? '')
    const [claim] = members
    const key = `${bracket.id} ${index}`
    if (claim === undefined) return null
    return members.length === 1 ? (
      <ClaimNumber key={key} claim={claim} top={top} on={on} />
    ) : (
      <ManyClaims key={key} members={members} top={top} on={on} />
    )
  })
}

function first({ members }: Label): number {
  return members[0]?.number ?? 0
}

type Placed = { readonly top: number; readonly on: boolean }

/** All claims are in the panel: only the current one is a stop on the way from the text to the margin. */
function stopAt(on: boolean): 0 | -1 {
  return on ? 0 : -1
}

function ClaimNumber({ claim, top, on }: Placed & { readonly claim: ClaimView }) {
  return (
    <button
      type="button"
      className={classes(styles['number'], on && styles['on'])}
      style={{ top }}
      tabIndex={stopAt(on)}
      aria-label={`claim ${claim.number}, ${wordOf(claim)}`}
      title={wordOf(claim)}
      onClick={() => useReview.getState().setOpenClaim(claim.id)}
      {...takesSource(claim.id)}
    >
      {claim.number}
      <StatusShape shape={shapeOf(claim)} />
    </button>
  )
}

/** More claims than there are lanes: one label for all of them, and their list while it has the focus or the pointer. */
function ManyClaims({ members, top, on }: Placed & { readonly members: readonly ClaimView[] }) {
  const list = useRef<HTMLUListElement>(null)
  const spoken = members.map((member) => `${member.number}, ${wordOf(member)}`).join('; ')
  return (
    <div className={styles['many']}>
      <button
        type="button"
        className={classes(styles['number'], on && styles['on'])}
        style={{ top }}
        tabIndex={stopAt(on)}
        aria-label={`claims ${spoken}`}
        onClick={() => list.current?.querySelector('button')?.focus()}
      >
        {numbersInShort(members.map(({ number }) => number))}
      </button>
      <ul
        ref={list}
        className={styles['members']}
        style={{ top: top + LABEL_HEIGHT }}
        aria-label={`Claims ${numbersInShort(members.map(({ number }) => number))}`}
      >
        {members.map((member) => (
          <li key={member.id}>
            <button
              type="button"
              title={quotedWords(member)}
              onClick={() => useReview.getState().setOpenClaim(member.id)}
              {...takesSource(member.id)}
            >
              {member.number}
              <StatusShape shape={shapeOf(member)} />
              {wordOf(member)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
