import { X } from 'lucide-react'
import { useEffect } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { ReviewState } from '../../../shared/model/review.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import { SignOffSheet } from '../approval/sign-off-sheet.tsx'
import { StandingLines } from '../approval/standing-lines.tsx'
import { sheetSlot } from '../approval/sheet-slot.ts'
import { Manuscript } from '../article/manuscript.tsx'
import { useComposing } from '../comments/composing.ts'
import { CompareView } from '../compare/compare-view.tsx'
import { useComparison } from '../compare/store.ts'
import { UndoNotice } from '../comments/undo-notice.tsx'
import { FollowChecks } from '../checks/status.tsx'
import { FindBar } from '../find/find-bar.tsx'
import { goToDesk } from '../route.ts'
import { useSession } from '../session-store.ts'
import { isNarrow } from './narrow.ts'
import { Panel } from './panel.tsx'
import { Rail } from './rail.tsx'
import styles from './review.module.css'
import { StatusLine } from './status-line.tsx'
import { useReview } from './store.ts'
import { ToolsBar } from './tools-bar.tsx'
import { TopBar } from './top-bar.tsx'

function Refusal() {
  const { error, setError } = useReview(useShallow(({ error, setError }) => ({ error, setError })))
  if (error === null) return null
  return (
    <div className={styles['refusal']} role="alert">
      <p>{error}</p>
      <Button only aria-label="Dismiss" onClick={() => setError(null)}>
        <Icon of={X} />
      </Button>
    </div>
  )
}

function Frame({ state }: { readonly state: ReviewState }) {
  const { tab, panelOpen, openClaim, signSlot } = useReview(
    useShallow(({ tab, panelOpen, openClaim, signSlot }) => ({ tab, panelOpen, openClaim, signSlot })),
  )
  const role = useSession((store) => store.session?.actor.role ?? null)
  const slot = tab === 'signoff' && panelOpen ? sheetSlot(signSlot, role) : null
  const comparison = useComparison()
  const claim = tab === 'claims' && state.claims.some((each) => each.id === openClaim)
  const layout = !panelOpen
    ? 'folded'
    : slot !== null
      ? 'sign'
      : comparison !== null
        ? 'compare'
        : claim
          ? 'claim'
          : 'panel'

  // The text gives way to the sheet or the comparison: the focus must not be left on what is no longer there.
  const inPlace = slot !== null ? 'sheet' : comparison !== null ? 'compare' : null
  useEffect(() => {
    if (inPlace === null) return
    const focused = document.activeElement
    if (focused instanceof HTMLElement && focused !== document.body && focused.checkVisibility()) return
    document.querySelector<HTMLElement>(`[data-region="${inPlace}"]`)?.focus()
  }, [inPlace])

  return (
    <div className={styles['review']}>
      <TopBar state={state} />
      <ToolsBar state={state} />
      <StandingLines state={state} />
      <div className={styles['work']} data-layout={layout}>
        {slot !== null && (
          <main className={styles['centre']} data-region="sheet" tabIndex={-1} aria-label="Sign-off sheet">
            <SignOffSheet key={slot} state={state} slot={slot} />
          </main>
        )}
        {comparison !== null && (
          <main
            className={styles['centre']}
            data-region="compare"
            tabIndex={-1}
            aria-label="Comparison of two texts"
          >
            <CompareView comparison={comparison} />
          </main>
        )}
        {/* The manuscript stays mounted behind the sheet: its undo history and caret live there. */}
        <main
          className={styles['centre']}
          data-region="manuscript"
          tabIndex={-1}
          aria-label="Manuscript"
          hidden={slot !== null || comparison !== null}
        >
          <FindBar />
          <Manuscript />
          <FollowChecks />
        </main>
        {panelOpen && <Panel state={state} />}
        <Rail state={state} />
        <UndoNotice />
        <Refusal />
      </div>
      <StatusLine state={state} />
    </div>
  )
}

/** One article under review. */
export function Review({ articleId }: { readonly articleId: string }) {
  const { state, error, open, close } = useReview(
    useShallow(({ state, error, open, close }) => ({ state, error, open, close })),
  )
  const headline = state?.article.headline
  useEffect(() => {
    if (isNarrow()) useReview.setState({ panelOpen: false })
    void open(articleId)
    return () => {
      // A field that was open stays with its article; its words are a draft.
      useComposing.getState().close()
      void close()
    }
  }, [articleId, open, close])
  useEffect(() => {
    if (headline !== undefined) document.title = `${headline === '' ? 'Untitled' : headline} · Stet`
  }, [headline])
  if (state !== null) return <Frame state={state} />
  return (
    <main className={styles['loading']} aria-busy={error === null}>
      {error === null ? (
        <p className={text['soft']}>Opening…</p>
      ) : (
        <>
          <p className={text['title']}>The article was not opened</p>
          <p role="alert">{error}</p>
          <Button look="line" onClick={goToDesk}>
            Back to the desk
          </Button>
        </>
      )}
    </main>
  )
}
