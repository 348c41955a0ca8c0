import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { ClaimSource } from '../../../shared/model/claim.ts'
import type { ClaimView, ReviewState } from '../../../shared/model/review.ts'
import type { Source } from '../../../shared/model/source.ts'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/counted.ts'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import { isMac, keysInWords } from '../commands/keys.ts'
import { offerUndo } from '../comments/undo-store.ts'
import { useReview } from '../review/store.ts'
import { AttachSource } from './attach-source.tsx'
import { AttachedSource } from './attached-source.tsx'
import { dropLink, saveLink } from './claim-writes.ts'
import { takesSource } from './source-drag.ts'

type Attached = { readonly link: ClaimSource; readonly source: Source }

function attachedOf(claim: ClaimView, sources: readonly Source[]): readonly Attached[] {
  return claim.sources.flatMap((link): Attached[] => {
    const source = sources.find((each) => each.id === link.sourceId)
    return source === undefined ? [] : [{ link, source }]
  })
}

/** As the rules fold it: case and spaces make no other origin. */
function originOf({ origin, id }: Source): string {
  const folded = origin.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase()
  return folded === '' ? `source ${id}` : `origin ${folded}`
}

/** With the way back: where in it to look and what was answered to it goes, too. */
async function detach(claim: ClaimView, source: Source): Promise<void> {
  const link = await dropLink(claim.id, source.id)
  if (link !== null) offerUndo(`${source.title} detached.`, () => void saveLink(claim.id, source.id, link))
}

/** The sources of a claim. Origin has its own column, because independence is the argument. */
export function ClaimSources({ state, claim }: { readonly state: ReviewState; readonly claim: ClaimView }) {
  const { attaching, setAttaching } = useReview(
    useShallow(({ attaching, setAttaching }) => ({ attaching, setAttaching })),
  )
  // The source of which more is being said: the one that was just picked, or that somebody chose.
  const [said, setSaid] = useState<string | null>(null)
  const attached = attachedOf(claim, state.sources)
  const origins = new Set(attached.map(({ source }) => originOf(source))).size
  const { locked } = state.article
  return (
    <section aria-label="Sources" {...takesSource(claim.id)}>
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
        <AttachSource
          state={state}
          claim={claim}
          onDone={(sourceId) => {
            setSaid(sourceId)
            setAttaching(false)
          }}
        />
      )}
      <ul>
        {attached.map(({ link, source }, index) => (
          <AttachedSource
            key={source.id}
            claim={claim}
            link={link}
            source={source}
            before={
              attached.slice(0, index).find((each) => originOf(each.source) === originOf(source))?.source ??
              null
            }
            locked={locked}
            open={source.id === said}
            onOpen={(open) => setSaid(open ? source.id : null)}
            onDetach={() => void detach(claim, source)}
          />
        ))}
      </ul>
    </section>
  )
}
