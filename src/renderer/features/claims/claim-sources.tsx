import { Pencil, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { ClaimSource } from '../../../shared/model/claim.ts'
import type { ClaimView, ReviewState } from '../../../shared/model/review.ts'
import type { Source } from '../../../shared/model/source.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { TextField } from '../../ui/field.tsx'
import { focusOnOpen } from '../../ui/focus-on-open.ts'
import { counted } from '../../ui/counted.ts'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import { isMac, keysInWords } from '../commands/keys.ts'
import { useReview } from '../review/store.ts'
import { describeSource } from '../sources/describe-source.ts'
import { AttachSource } from './attach-source.tsx'
import styles from './claims.module.css'

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

/** Where in an attached source the words are borne out. */
function Where(props: {
  readonly first: string
  readonly onSave: (where: string) => void
  onDone: () => void
}) {
  const [where, setWhere] = useState(props.first)
  return (
    <form
      className={styles['where']}
      onSubmit={(event) => {
        event.preventDefault()
        props.onSave(where)
        props.onDone()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        props.onDone()
      }}
    >
      <TextField
        label="Where in it"
        placeholder="p. 3, item 7"
        value={where}
        ref={focusOnOpen}
        onChange={(event) => setWhere(event.target.value)}
      />
      <Button look="line" type="submit">
        Save
      </Button>
      <Button onClick={props.onDone}>Cancel</Button>
    </form>
  )
}

/** The sources of a claim. Origin has its own column, because independence is the argument. */
export function ClaimSources({ state, claim }: { readonly state: ReviewState; readonly claim: ClaimView }) {
  const { attaching, setAttaching, act } = useReview(
    useShallow(({ attaching, setAttaching, act }) => ({ attaching, setAttaching, act })),
  )
  const attached = attachedOf(claim, state.sources)
  const origins = new Set(attached.map(({ source }) => source.origin.trim().toLowerCase() || source.id)).size
  const { id: articleId, locked } = state.article
  const [placing, setPlacing] = useState<string | null>(null)
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
        {attached.map(({ link, source }, index) => {
          const before = attached.slice(0, index).find((each) => sameOrigin(each.source, source))
          return (
            <li key={source.id} className={styles['source']}>
              <span className={styles['grade']} title={`Grade ${source.grade}`}>
                {source.grade}
              </span>
              <div>
                <p className={text['strong']}>{source.title}</p>
                <p className={classes(text['soft'], text['small'])}>{describeSource(source, link.locator)}</p>
              </div>
              <p className={text['small']}>
                <span className={text['soft']}>Origin</span>
                <br />
                {source.origin === '' ? 'not said' : source.origin}
                {before !== undefined && (
                  <span className={text['stop']}>
                    <br />
                    counts once with {before.source.title}
                  </span>
                )}
              </p>
              {!locked && (
                <Button
                  only
                  aria-label={`Change where in ${source.title}`}
                  title="Where in it"
                  onClick={() => setPlacing(source.id)}
                >
                  <Icon of={Pencil} size={13} />
                </Button>
              )}
              {!locked && (
                <Button
                  only
                  aria-label={`Detach ${source.title}`}
                  title="Detach"
                  onClick={() => detach(source.id)}
                >
                  <Icon of={X} size={14} />
                </Button>
              )}
              {placing === source.id && !locked && (
                <Where
                  first={link.locator}
                  onSave={(locator) => place({ ...link, locator })}
                  onDone={() => setPlacing(null)}
                />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
