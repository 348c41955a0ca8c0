import { memo, useEffect, useMemo, useRef } from 'react'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import { Cards } from './cards.tsx'
import { directionOf } from './direction.ts'
import { Gutter } from './gutter.tsx'
import { adoptSheet, rulesFor } from './hues.ts'
import styles from './manuscript.module.css'
import { MoveFlags } from './move-flags.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { untoldComments } from './untold-comments.ts'
import { useEditor } from './use-editor.ts'
import { useLayout } from './use-layout.ts'

/** Room above the first line of the text, in CSS pixels: `--s6` in manuscript.module.css. */
const HEAD_ROOM = 32

/** The sheet with the text, its gutter and its margin. Stands in a column that scrolls. */
export const Manuscript = memo(function Manuscript() {
  const mount = useRef<HTMLDivElement>(null)
  useEditor(mount)
  useColours()
  const layout = useLayout(mount)
  const claims = useReview((store) => store.state?.claims)
  const openClaim = useReview((store) => store.openClaim)
  const caretClaim = useReview((store) => store.snapshot?.claimId ?? null)

  const direction = useReview((store) => directionOf(store.snapshot?.index.headline ?? ''))

  return (
    // Gutter and margin change sides with the article; paragraphs find their own direction.
    <div className={styles['page']} dir={direction} data-claim={openClaim === null ? undefined : ''}>
      <MoveFlags />
      <div className={styles['sheet']}>
        <div className={styles['frame']}>
          <div ref={mount} />
          {layout !== null && <SelectionBar end={layout.text.selectionEnd} />}
          {layout !== null && claims !== undefined && (
            <Gutter layout={layout.text} claims={claims} currentClaim={openClaim ?? caretClaim} />
          )}
        </div>
      </div>
      {openClaim === null && layout !== null && <Cards layout={layout} offset={HEAD_ROOM} />}
    </div>
  )
})

/** Author hues, and plain words under comments that are resolved or not told to this reader. */
function useColours(): void {
  const people = useReview((store) => store.people)
  const threads = useReview((store) => store.state?.threads)
  const desk = useSession((store) => store.session?.people)
  const untold = useReview(({ snapshot, state }) =>
    snapshot && state ? untoldComments(snapshot.index.comments.keys(), state.threads) : '',
  )
  const rules = useMemo(
    () => rulesFor([...(desk ?? []), ...people], threads ?? [], untold === '' ? [] : untold.split(' ')),
    [people, threads, desk, untold],
  )
  // Only for rules that differ: new ones have the browser look at every word of the text again.
  useEffect(() => {
    const sheet = adoptSheet()
    sheet.set(rules)
    return sheet.close
  }, [rules])
}
