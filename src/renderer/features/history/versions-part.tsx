import { useMemo, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { ReviewState } from '../../../shared/model/review.ts'
import { Button } from '../../ui/button.tsx'
import { pressOn } from '../../ui/list-keys.ts'
import { useNow } from '../../ui/now.ts'
import { useFreshVersions, useVersions } from '../compare/versions.ts'
import { EmptyList } from '../review/panel-header.tsx'
import panel from '../review/panel.module.css'
import { useShell } from '../shell-store.ts'
import styles from './history.module.css'
import { VersionRow } from './version-row.tsx'
import { byEdition } from './by-edition.ts'

/** How many rows a page key goes on. */
const PAGE = 6

/** Every text that was kept, by edition: it is read, compared and brought back from here. */
export function VersionsPart({ state }: { readonly state: ReviewState }) {
  useFreshVersions(state)
  const { versions, failure, here } = useVersions()
  const show = useShell((shell) => shell.show)
  const now = useNow()
  const [focused, setFocused] = useState<string | null>(null)
  const editions = useMemo(() => byEdition(versions), [versions])
  const ids = useMemo(() => editions.flatMap((one) => one.versions.map(({ id }): string => id)), [editions])
  const active = focused !== null && ids.includes(focused) ? focused : (ids[0] ?? '')
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const press = pressOn(event, ids.indexOf(active), ids.length, PAGE)
    if (press?.kind !== 'move') return
    event.preventDefault()
    const id = ids[Math.min(Math.max(press.to, 0), ids.length - 1)]
    if (id === undefined) return
    setFocused(id)
    document.getElementById(`version-${id}`)?.focus()
  }
  return (
    <>
      <div className={panel['scroll']}>
        {failure !== '' && <EmptyList title="The versions were not read">{failure}</EmptyList>}
        {editions.map(({ edition, versions: some }) => (
          <section key={edition} className={styles['edition']} aria-label={`Edition v${edition}`}>
            <h3>
              Edition v{edition}
              {edition === state.article.version && <span> at work now</span>}
            </h3>
            <ol>
              {some.map((version) => (
                <VersionRow
                  key={version.id}
                  version={version}
                  now={now}
                  isApproved={version.id === state.approvedVersionId}
                  isNow={version.textHash === state.textHash}
                  isElsewhere={version.origin !== here}
                  isActive={version.id === active}
                  onFocus={() => setFocused(version.id)}
                  onKeyDown={onKeyDown}
                />
              ))}
            </ol>
          </section>
        ))}
      </div>
      <footer className={panel['footer']}>
        <Button look="line" onClick={() => show({ kind: 'name-version' })}>
          Name this version…
        </Button>
      </footer>
    </>
  )
}
