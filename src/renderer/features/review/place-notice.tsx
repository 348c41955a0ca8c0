import type { AnchorMark } from '../../../shared/model/anchor.ts'
import { Button } from '../../ui/button.tsx'
import panel from './panel.module.css'
import { confirmPlace, detachPlace, findAgain, needsCheck } from './placing.ts'
import { useReview } from './store.ts'

type PlaceNoticeProps = {
  readonly mark: AnchorMark
  readonly id: string
  readonly orphaned: boolean
}

/** Where a comment or a claim stands, when that has to be said: its words are gone, or were found by likeness. */
export function PlaceNotice({ mark, id, orphaned }: PlaceNoticeProps) {
  const isUnsure = useReview(({ state }) => state !== null && needsCheck(state, { mark, id }))
  const locked = useReview(({ state }) => state?.article.locked ?? true)
  if (locked || (!orphaned && !isUnsure)) return null
  if (orphaned) {
    return (
      <p className={panel['acts']}>
        <Button
          title="Looks for its last words in the text as it is now"
          onClick={() => void findAgain({ mark, id })}
        >
          Find its words
        </Button>
      </p>
    )
  }
  return (
    <>
      <p className={panel['missing']}>Check this place: the words were found by likeness after a change.</p>
      <p className={panel['acts']}>
        <Button onClick={() => void confirmPlace({ mark, id })}>Confirm place</Button>
        <Button onClick={() => void detachPlace({ mark, id })}>Detach</Button>
      </p>
    </>
  )
}
