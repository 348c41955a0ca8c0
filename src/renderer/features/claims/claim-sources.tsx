import { Plus } from 'lucide-react'
import { useShallow } from 'zustand/react/shallow'
import type { ClaimSource } from '../../../shared/model/claim.ts'
import type { ClaimView, ReviewState } from '../../../shared/model/review.ts'
import type { Source } from '../../../shared/model/source.ts'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/counted.ts'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import { isMac, keysInWords } from '../commands/keys.ts'
import { useReview } from '../review/store.ts'
import { AttachSource } from './attach-source.tsx'
import { AttachedSource } from './attached-source.tsx'

type Attached = { readonly link: ClaimSource; readonly source: Source }

function attachedOf(claim: ClaimView, sources: readonly Source[]): readonly Attached[] {
  return claim.sources.flatMap((link): Attached[] => {
    const source = sources.find((each) => each.id === link.sourceId)
    return source === undefined ? [] : [{ link, source }]
  })
}

function sameOrigin(one: Source, other: Source): boolean {
  return one.origin !== '' && one.origin.trim().toLowerCase() === other.origin.trim().toLowerCase()
}

/** The sources of a claim. Origin has its own column, because independence is the argument. */
export function ClaimSources({ state, claim }: { readonly state: ReviewState; readonly claim: ClaimView }) {
  const { attaching, setAttaching, act } = useReview(
    useShallow(({ attaching, setAttaching, act }) => ({ attaching, setAttaching, act })),
  )
  const attached = attachedOf(claim, state.sources)
  const origins = new Set(attached.map(({ source }) => source.origin.trim().toLowerCase() || source.id)).size
  const { id: articleId, locked } = state.article
  const place = (source: ClaimSource): void => {
    void act('claims.attach', { articleId, claimId: claim.id, source })
  }
  const detach = (sourceId: string): void => {
    void act('claims.detach', { articleId, claimId: claim.id, sourceId })
  }
  return (
    <section>
      <h3>
        Sources{' '}
        <span className={text['soft']}>
          {attached.length === 0
            ? 'none attached'
            : `${attached.length} attached, ${counted(origins, 'origin')}`}
        </span>
        {!locked && !attaching && (
          <Button onClick={() => setAttaching(true)}>
            <Icon of={Plus} />
            Attach <kbd className={text['kbd']}>{keysInWords('Mod-Alt-s', isMac())}</kbd>
          </Button>
        )}
      </h3>
      {attaching && !locked && (
        <AttachSource state={state} claim={claim} onDone={() => setAttaching(false)} />
      )}
      <ul>
        {attached.map(({ link, source }, index) => (
          <AttachedSource
            key={source.id}
            link={link}
            source={source}
            before={attached.slice(0, index).find((each) => sameOrigin(each.source, source))?.source ?? null}
            locked={locked}
            onPlace={place}
            onDetach={() => detach(source.id)}
          />
        ))}
      </ul>
    </section>
  )
}
