import { Button } from '../../ui/button.tsx'
import text from '../../ui/text.module.css'
import { ClaimLinks } from '../review/claim-links.tsx'
import { useShell } from '../shell-store.ts'
import type { Unasked } from './parties.ts'
import styles from './replies.module.css'

type UnaskedProps = {
  readonly party: Unasked
  readonly locked: boolean
  /** The claims are said; not where the claim itself is on screen. */
  readonly links: boolean
}

/** Somebody whom the claims speak against, and who has not been asked about them. */
export function UnaskedParty({ party: { party, claims, askedBefore }, locked, links }: UnaskedProps) {
  const show = useShell((shell) => shell.show)
  const record = (): void =>
    show({ kind: 'reply', replyId: null, party, claimIds: claims.map(({ id }) => String(id)) })
  return (
    <li className={styles['entry']}>
      <div className={styles['head']}>
        <p className={text['grow']}>
          <span className={text['stop']}>
            <b className={text['strong']}>{party}</b> has not been asked
            {links || askedBefore ? ' about ' : '.'}
          </span>
          {links ? <ClaimLinks claims={claims} /> : askedBefore && <span>this claim.</span>}
        </p>
        {!locked && (
          <Button aria-label={`Record that ${party} was asked`} onClick={record}>
            Record…
          </Button>
        )}
      </div>
    </li>
  )
}
