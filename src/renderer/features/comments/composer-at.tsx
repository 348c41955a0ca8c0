import type { ComposerPlace } from './composing.ts'
import { useComposing } from './composing.ts'
import { leaveComposer, sendComment } from './comment-on.ts'
import styles from './comments.module.css'
import { ComposeForm } from './compose-form.tsx'
import { draftKeyNow } from './drafts.ts'
import { useThreadList } from './list-store.ts'

type ComposerAtProps = {
  readonly place: Exclude<ComposerPlace, 'margin'>
  /** The claim in whose editor it stands: one that was begun on another claim is not this one's. */
  readonly claimId?: string
}

/** The field of a comment that holds on to no words, where it was asked for at this place. */
export function ComposerAt({ place, claimId }: ComposerAtProps) {
  const target = useComposing((store) => (store.place === place ? store.target : null))
  if (target === null || target.kind === 'range') return null
  if (claimId !== undefined && (target.kind !== 'claim' || target.claimId !== claimId)) return null
  return (
    <ComposeForm
      key={draftKeyNow({ kind: 'new', target })}
      target={target}
      className={place === 'tab' ? styles['panelCompose'] : undefined}
      onSend={(draft) => sendComment(target, draft)}
      onSent={(id) => {
        if (place === 'claim') return leaveComposer()
        useComposing.getState().close()
        // On from here in the list, where the new comment now stands.
        useThreadList.getState().ask(id)
      }}
    />
  )
}
