import type { ReviewState } from '../../../shared/model/review.ts'
import { Consultations } from '../consultations/consultations.tsx'
import { ConflictList } from '../exchange/conflict-list.tsx'
import { VerifyRecord } from '../history/verify-record.tsx'
import { ReplyLog } from '../replies/reply-log.tsx'
import { PanelHeader } from '../review/panel-header.tsx'
import panel from '../review/panel.module.css'
import { ApprovedText } from './approved-text.tsx'
import { BlockerList } from './blocker-list.tsx'
import { LegalHold } from './legal-hold.tsx'
import { Locked } from './locked.tsx'
import { Signatures } from './signatures.tsx'
import { Slots } from './slots.tsx'
import { WaiversInForce } from './waivers-in-force.tsx'

/** What blocks, the slots, and the signatures given. The blockers are main's own list, never counted here. */
export function SignOffPanel({ state }: { readonly state: ReviewState }) {
  return (
    <>
      <PanelHeader title="Sign-off">
        <VerifyRecord articleId={state.article.id} />
      </PanelHeader>
      <div className={panel['scroll']}>
        {state.article.locked ? <Locked state={state} /> : <BlockerList blockers={state.blockers} />}
        <ConflictList state={state} />
        <ApprovedText state={state} />
        <Slots state={state} />
        <LegalHold state={state} />
        <WaiversInForce state={state} />
        <ReplyLog state={state} />
        <Consultations state={state} />
        <Signatures signOffs={state.signOffs} />
      </div>
    </>
  )
}
