import { useEffect, useState } from 'react'
import type { Result } from '../../../shared/contract.ts'
import { isUnnamed } from '../../../shared/rules/personal-details.ts'
import { host } from '../../host/host.ts'
import { newId } from '../../host/new-id.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/counted.ts'
import { TextField } from '../../ui/field.tsx'
import { focusOnOpen } from '../../ui/focus-on-open.ts'
import text from '../../ui/text.module.css'
import panel from '../review/panel.module.css'
import { useReview } from '../review/store.ts'
import { describeSource } from './describe-source.ts'
import styles from './sources.module.css'

type Used = Result<'sources.find'>[number]

/** The answer to the last question alone: an older one may come later, or when nobody asks any more. */
function useFound(articleId: string | null, query: string): readonly Used[] | null {
  const [found, setFound] = useState<readonly Used[] | null>(null)
  useEffect(() => {
    if (articleId === null) return
    let isAsked = true
    const ask = async (): Promise<void> => {
      const outcome = await host.call('sources.find', { articleId, query })
      if (!isAsked) return
      if (!outcome.ok) return useReview.getState().setError(outcome.error.message)
      setFound(outcome.value)
      if (query !== '') announce(`${counted(outcome.value.length, 'source')} found.`)
    }
    void ask()
    return () => {
      isAsked = false
    }
  }, [articleId, query])
  return found
}

function Found({ used, onUse }: { readonly used: Used; readonly onUse: () => void }) {
  const { source, slug, headline } = used
  return (
    <li className={styles['found']}>
      <span className={styles['grade']} title={`Grade ${source.grade}`}>
        {source.grade}
      </span>
      <div className={text['grow']}>
        <p className={text['strong']} dir="auto">
          {source.title}
        </p>
        <p className={panel['remedy']}>{describeSource(source)}</p>
        {source.origin !== '' && (
          <p className={panel['remedy']}>
            Origin <span className={styles['ink']}>{source.origin}</span>
          </p>
        )}
        <p className={panel['remedy']}>
          Used in {slug !== '' && <span className={text['slug']}>{slug}</span>}{' '}
          <span dir="auto">{headline}</span>
        </p>
        {isUnnamed(source.onRecord) && (
          <p className={panel['remedy']}>It comes without its attestation, which was for that story.</p>
        )}
      </div>
      <Button look="line" aria-label={`Use ${source.title} here`} onClick={onUse}>
        Use here
      </Button>
    </li>
  )
}

type FindProps = {
  /** The source is in this article now, under this id. */
  readonly onUsed: (sourceId: string) => void
}

/** A search over the sources of other articles, newest first; one of them can be used in this article too. */
export function FindUsedBefore({ onUsed }: FindProps) {
  const articleId = useReview((review) => review.articleId)
  const act = useReview((review) => review.act)
  const [query, setQuery] = useState('')
  const found = useFound(articleId, query.trim())
  const use = async ({ source, articleId: from }: Used): Promise<void> => {
    if (articleId === null) return
    const id = newId()
    const outcome = await act('sources.reuse', {
      articleId,
      id,
      from: { articleId: from, sourceId: source.id },
    })
    if (!outcome.ok) return
    announce(`${source.title} is now a source of this article.`)
    onUsed(id)
  }
  return (
    <div className={styles['finder']}>
      <TextField
        label="Find a source used before"
        hint="Looks at the titles, origins and addresses of the other articles’ sources."
        value={query}
        maxLength={200}
        ref={focusOnOpen}
        onChange={(event) => setQuery(event.target.value)}
      />
      <ul aria-label="Sources of other articles">
        {(found ?? []).map((used) => (
          <Found key={`${used.articleId} ${used.source.id}`} used={used} onUse={() => void use(used)} />
        ))}
      </ul>
      {found?.length === 0 && (
        <p className={text['soft']}>
          {query.trim() === ''
            ? 'No other article has sources yet. Those that one gets can be found here from then on.'
            : 'No source of another article holds these words. Try fewer of them.'}
        </p>
      )}
    </div>
  )
}
