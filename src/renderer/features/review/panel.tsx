import { useEffect, useRef } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { ReviewState } from '../../../shared/model/review.ts'
import { SignOffPanel } from '../approval/sign-off-panel.tsx'
import { ChangesPanel } from '../changes/changes-panel.tsx'
import { ChecksPanel } from '../checks/checks-panel.tsx'
import { ClaimEditor } from '../claims/claim-editor.tsx'
import { ClaimsPanel } from '../claims/claims-panel.tsx'
import { CommentsPanel } from '../comments/comments-panel.tsx'
import { HistoryPanel } from '../history/history-panel.tsx'
import { SourcesPanel } from '../sources/sources-panel.tsx'
import { keepFocus } from './keep-focus.ts'
import panel from './panel.module.css'
import { useReview } from './store.ts'
import type { Tab } from './store.ts'

function content(tab: Tab, state: ReviewState, openClaim: string | null) {
  switch (tab) {
    case 'changes':
      return <ChangesPanel state={state} />
    case 'comments':
      return <CommentsPanel state={state} />
    case 'claims': {
      const claim = state.claims.find((each) => each.id === openClaim)
      if (claim === undefined) return <ClaimsPanel state={state} />
      return <ClaimEditor key={claim.id} state={state} claim={claim} />
    }
    case 'sources':
      return <SourcesPanel state={state} />
    case 'checks':
      return <ChecksPanel state={state} />
    case 'history':
      return <HistoryPanel state={state} />
    case 'signoff':
      return <SignOffPanel state={state} />
  }
}

export function Panel({ state }: { readonly state: ReviewState }) {
  const { tab, openClaim } = useReview(useShallow(({ tab, openClaim }) => ({ tab, openClaim })))
  const side = useRef<HTMLElement>(null)
  useEffect(() => (side.current === null ? undefined : keepFocus(side.current)), [])
  return (
    <section
      ref={side}
      id="panel"
      className={panel['side']}
      role="tabpanel"
      aria-labelledby={`tab-${tab}`}
      data-region="panel"
      tabIndex={-1}
    >
      {content(tab, state, openClaim)}
    </section>
  )
}
